import { z } from 'zod';
import { defaultPort, InvalidSettings, type ServiceName, serviceNames, settingSuffix } from '#platform';

export type BackendName = Exclude<ServiceName, 'gateway'>;
export const backendNames = serviceNames.filter((name): name is BackendName => name !== 'gateway');

/** The gateway's own settings, beside those of every service. The class is the injection token. */
export abstract class GatewaySettings {
  /** Where each service answers, without a slash at the end. */
  abstract readonly backends: Readonly<Record<BackendName, string>>;
  /** The file that moves every clock; null outside the embedded start, where nobody may. */
  abstract readonly movableClockFile: string | null;
}

const urlName = (backend: BackendName): string => `${settingSuffix(backend)}_URL`;

const backendUrl = (backend: BackendName): z.ZodType<string> =>
  z
    .url({ protocol: /^https?$/, error: `is wrong, expected a URL such as http://127.0.0.1:${defaultPort(backend)}` })
    .transform((url) => new URL(url).origin)
    .default(`http://127.0.0.1:${defaultPort(backend)}`);

/** Throws `InvalidSettings` with every fault. */
export function readGatewaySettings(env: Readonly<Record<string, string | undefined>>): GatewaySettings {
  const schema = z.object({
    ...Object.fromEntries(backendNames.map((backend) => [urlName(backend), backendUrl(backend)])),
    THROUGHLINE_EMBEDDED: z.enum(['true', 'false'], { error: 'is wrong, expected true or false' }).default('false'),
    CLOCK_FILE: z.string().optional(),
  });
  // `NAME=` in a file means: not set.
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    throw new InvalidSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const { THROUGHLINE_EMBEDDED: embedded, CLOCK_FILE: clockFile } = parsed.data;
  const urls = parsed.data as Record<string, unknown>;
  const backends = Object.fromEntries(backendNames.map((backend) => [backend, urls[urlName(backend)]]));
  return {
    backends: backends as Record<BackendName, string>,
    movableClockFile: embedded === 'true' && clockFile ? clockFile : null,
  };
}
