import { z } from 'zod';
import { defaultPort, type ServiceName, settingSuffix } from './services.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;

/** What every service reads from its environment, parsed. The class is the injection token. */
export abstract class Settings {
  abstract readonly service: ServiceName;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Null for a service without a database (the gateway). */
  abstract readonly databaseUrl: string | null;
  abstract readonly databasePoolSize: number;
  /** Empty: this process neither sends nor receives events (tests without a broker; a gateway without live updates). */
  abstract readonly kafkaBrokers: readonly string[];
  /** Null: timers ring by the sweep alone. */
  abstract readonly redisUrl: string | null;
  abstract readonly oidcIssuer: string;
  abstract readonly oidcAudience: string;
  /** How long audit entries are kept, exported ones too. */
  abstract readonly auditRetentionYears: number;
  /** Checks the passes of people who come by a one-time link; null: there are no such links. PEM, SPKI, Ed25519. */
  abstract readonly guestPublicKey: string | null;
  abstract readonly clockFile: string | null;
  abstract readonly logLevel: (typeof logLevels)[number];
}

/** All faults of the environment at once, each naming its setting. */
export class InvalidSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Wrong settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}\n.env.example explains every setting.`);
    this.name = 'InvalidSettings';
  }
}

/** What is wrong and what would be right. Never the value itself: some hold a password. */
const expected =
  (what: string) =>
  ({ input }: { input?: unknown }): string =>
    `${input === undefined ? 'is not set' : 'is wrong'}, expected ${what}`;

const portOf = (example: number): z.ZodType<number> => {
  const error = expected(`a port such as ${example}`);
  return z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((port) => port <= 65_535, { error })
    .default(example);
};
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: expected('a URL such as postgres://user:password@host:5432/name'),
});
const httpUrl = z.url({ protocol: /^https?$/, error: expected('a URL such as http://127.0.0.1:3007') });

const redisUrl = z.url({ protocol: /^rediss?$/, error: expected('a URL such as redis://127.0.0.1:3011') });

const brokersError = expected('a list such as 127.0.0.1:3009,127.0.0.1:3010');
const brokers = z
  .string({ error: brokersError })
  .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, { error: brokersError })
  .transform((list) => list.split(','));

/** Keys stand in the environment on one line. */
export const pemFromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

const guestPublicKey = z
  .string()
  .transform(pemFromBase64)
  .refine((pem) => pem.includes('BEGIN PUBLIC KEY'), { error: expected('an Ed25519 public key (PEM) in base64') });

const poolError = expected('a number of connections from 2 to 200, such as 12');
const poolSize = z.coerce
  .number({ error: poolError })
  .int({ error: poolError })
  .min(2, { error: poolError })
  .max(200, { error: poolError })
  .default(12);

/** HIPAA keeps documentation for six years. Also in the database, where no setting reaches. */
export const retentionFloorYears = 6;
const retentionError = expected(`a number of years from ${retentionFloorYears} on`);
const retentionYears = z.coerce
  .number({ error: retentionError })
  .int({ error: retentionError })
  .min(retentionFloorYears, { error: retentionError })
  .max(100, { error: retentionError })
  .default(retentionFloorYears);

/** Reads and validates the settings of one service. Throws `InvalidSettings` with every fault. */
export function readSettings(service: ServiceName, env: Readonly<Record<string, string | undefined>>): Settings {
  const suffix = settingSuffix(service);
  const hasDatabase = service !== 'gateway';
  const schema = z.object({
    [`PORT_${suffix}`]: portOf(defaultPort(service)),
    HOST: z.string().min(1).default('127.0.0.1'),
    ...(hasDatabase ? { [`DATABASE_URL_${suffix}`]: databaseUrl } : {}),
    KAFKA_BROKERS: hasDatabase ? brokers : brokers.optional(),
    DATABASE_POOL_SIZE: poolSize,
    REDIS_URL: redisUrl.optional(),
    OIDC_ISSUER: httpUrl,
    OIDC_AUDIENCE: z.string().min(1).default('throughline'),
    AUDIT_RETENTION_YEARS: retentionYears,
    GUEST_PUBLIC_KEY: guestPublicKey.optional(),
    CLOCK_FILE: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(logLevels, { error: expected(`one of ${logLevels.join(', ')}`) }).default('info'),
  });
  const parsed = schema.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    throw new InvalidSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const values = parsed.data as Record<string, unknown>;
  return {
    service,
    host: parsed.data.HOST,
    port: values[`PORT_${suffix}`] as number,
    databaseUrl: hasDatabase ? (values[`DATABASE_URL_${suffix}`] as string) : null,
    databasePoolSize: parsed.data.DATABASE_POOL_SIZE,
    kafkaBrokers: parsed.data.KAFKA_BROKERS ?? [],
    redisUrl: parsed.data.REDIS_URL ?? null,
    oidcIssuer: parsed.data.OIDC_ISSUER,
    oidcAudience: parsed.data.OIDC_AUDIENCE,
    auditRetentionYears: parsed.data.AUDIT_RETENTION_YEARS,
    guestPublicKey: parsed.data.GUEST_PUBLIC_KEY ?? null,
    clockFile: parsed.data.CLOCK_FILE ?? null,
    logLevel: parsed.data.LOG_LEVEL,
  };
}

/** Reads a service's own settings, beside the platform's. Throws `InvalidSettings`. */
export type SettingsReader = (env: Readonly<Record<string, string | undefined>>) => unknown;

/** The platform's settings of a service, after its own were read too. Throws one `InvalidSettings` with the faults of all. */
export function checkSettings(
  service: ServiceName,
  env: Readonly<Record<string, string | undefined>>,
  ownSettings: readonly SettingsReader[],
): Settings {
  const faults: string[] = [];
  const collect = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidSettings)) throw error;
      faults.push(...error.faults);
      return null;
    }
  };
  const settings = collect(() => readSettings(service, env));
  for (const read of ownSettings) collect(() => read(env));
  if (settings === null || faults.length > 0) throw new InvalidSettings(faults);
  return settings;
}

/** `NAME=` in a file means: not set. */
const withoutEmpty = (env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
