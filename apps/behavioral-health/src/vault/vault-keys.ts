import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidSettings } from '#platform';

const example = 'a key of 32 bytes in base64, made by: openssl rand -base64 32';
const key = z
  .string({ error: `is not set, expected ${example}` })
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, `is wrong, expected ${example}`);

const environment = z.object({
  /** Wraps the data key of every record. */
  BEHAVIORAL_HEALTH_KEY: key,
  /** Keys that older records are still wrapped by, separated by commas. */
  BEHAVIORAL_HEALTH_OLD_KEYS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((one) => one !== ''))
    .pipe(z.array(key)),
});

/** Recognizes a key without telling anything of it. */
const idOf = (bytes: Buffer): string =>
  createHash('sha256').update('throughline wrapping key').update(bytes).digest('hex').slice(0, 12);

/** The keys that content is encrypted under. There is no default: without one the service does not start. */
export class VaultKeys {
  readonly currentId: string;
  private readonly ring: ReadonlyMap<string, Buffer>;

  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    // `NAME=` in a file means: not set.
    const parsed = environment.safeParse({
      BEHAVIORAL_HEALTH_KEY: variables['BEHAVIORAL_HEALTH_KEY'] || undefined,
      BEHAVIORAL_HEALTH_OLD_KEYS: variables['BEHAVIORAL_HEALTH_OLD_KEYS'] || undefined,
    });
    if (!parsed.success) {
      throw new InvalidSettings(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`));
    }
    const { BEHAVIORAL_HEALTH_KEY: current, BEHAVIORAL_HEALTH_OLD_KEYS: old } = parsed.data;
    this.currentId = idOf(current);
    this.ring = new Map([...old, current].map((bytes) => [idOf(bytes), bytes]));
  }

  get knownIds(): string[] {
    return [...this.ring.keys()];
  }

  /** Throws when it is not given: what it wraps stays closed. */
  byId(keyId: string): Buffer {
    const found = this.ring.get(keyId);
    if (!found) throw new Error(`The key ${keyId} is not given.`);
    return found;
  }
}
