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
  /** Empty: this process neither sends nor receives events (the gateway, and tests without a broker). */
  abstract readonly kafkaBrokers: readonly string[];
  abstract readonly oidcIssuer: string;
  abstract readonly oidcAudience: string;
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

const port = z.coerce.number().int().min(0).max(65_535);
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'a URL such as postgres://user:password@host:5432/name',
});
const httpUrl = z.url({ protocol: /^https?$/, error: 'a URL such as http://127.0.0.1:3007' });

const brokers = z
  .string()
  .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'a list such as 127.0.0.1:3009,127.0.0.1:3010')
  .transform((list) => list.split(','));

/** Reads and validates the settings of one service. Throws `InvalidSettings` with every fault. */
export function readSettings(service: ServiceName, env: Readonly<Record<string, string | undefined>>): Settings {
  const suffix = settingSuffix(service);
  const hasDatabase = service !== 'gateway';
  const schema = z.object({
    [`PORT_${suffix}`]: port.default(defaultPort(service)),
    HOST: z.string().min(1).default('127.0.0.1'),
    ...(hasDatabase ? { [`DATABASE_URL_${suffix}`]: databaseUrl, KAFKA_BROKERS: brokers } : {}),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(12),
    OIDC_ISSUER: httpUrl,
    OIDC_AUDIENCE: z.string().min(1).default('throughline'),
    CLOCK_FILE: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(logLevels).default('info'),
  });
  const parsed = schema.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    throw new InvalidSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data as Record<string, unknown>;
  return {
    service,
    host: parsed.data.HOST,
    port: values[`PORT_${suffix}`] as number,
    databaseUrl: hasDatabase ? (values[`DATABASE_URL_${suffix}`] as string) : null,
    databasePoolSize: parsed.data.DATABASE_POOL_SIZE,
    kafkaBrokers: hasDatabase ? (values['KAFKA_BROKERS'] as string[]) : [],
    oidcIssuer: parsed.data.OIDC_ISSUER,
    oidcAudience: parsed.data.OIDC_AUDIENCE,
    clockFile: parsed.data.CLOCK_FILE ?? null,
    logLevel: parsed.data.LOG_LEVEL,
  };
}

/** `NAME=` in a file means: not set. */
const withoutEmpty = (env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
