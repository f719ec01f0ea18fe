/** What the start is told: arguments and environment, checked as a whole before anything happens. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StartFailure } from '../embedded/processes.ts';
import { cacheFolder } from '../embedded/state.ts';
import {
  type AppName,
  appNames,
  type DatabaseService,
  databaseServices,
  defaultBasePort,
  isAppName,
  maxBasePort,
  type Ports,
  portsFrom,
  settingSuffix,
} from '../services.ts';

export interface StartSettings {
  ports: Ports;
  stateFolder: string;
  isReset: boolean;
  isSeeded: boolean;
  isVerbose: boolean;
  /** The services to rebuild and restart on save; empty: none. */
  watched: AppName[];
  /** Servers of the operator's own, which are then not embedded. */
  external: {
    databases: Partial<Record<DatabaseService, string>>;
    kafkaBrokers: string | null;
    redisUrl: string | null;
    oidcIssuer: string | null;
  };
}

const flags = {
  port: { type: 'string' },
  state: { type: 'string' },
  reset: { type: 'boolean', default: false },
  'no-seed': { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const;

const basePort = z.coerce
  .number({ error: 'a number' })
  .int('a whole number')
  .min(1024, 'at least 1024')
  .max(maxBasePort, `at most ${maxBasePort}, because the ports after it are used too`);
const appPort = z.coerce.number({ error: 'a port number' }).int('a port number').min(1).max(65_535);
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'a URL such as postgres://user:password@host:5432/name',
});
const httpUrl = z.url({ protocol: /^https?$/, error: 'a URL such as http://127.0.0.1:3007' });

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'];

const environment = z.object({
  ...Object.fromEntries(appNames.map((name) => [`PORT_${settingSuffix(name)}`, appPort.optional()])),
  ...Object.fromEntries(
    databaseServices.map((name) => [`DATABASE_URL_${settingSuffix(name)}`, databaseUrl.optional()]),
  ),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'a list such as 127.0.0.1:9092,127.0.0.1:9093')
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'a URL such as redis://127.0.0.1:6379' }).optional(),
  OIDC_ISSUER: httpUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce
    .number({ error: 'a number' })
    .int()
    .min(2, 'at least 2')
    .max(200, 'at most 200')
    .optional(),
  CLINIC_TIME_ZONE: z.string().refine(isTimeZone, 'a time zone such as America/New_York').optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws one `StartFailure` that names every fault. */
export function readStartSettings(args: readonly string[], env: Environment): StartSettings {
  const faults: string[] = [];
  const { values, positionals } = readArguments(args, faults);
  const port = basePort.safeParse(values.port ?? defaultBasePort);
  if (!port.success) faults.push(...port.error.issues.map(({ message }) => `--port: ${message}`));
  for (const name of positionals.filter((given) => !isAppName(given))) {
    faults.push(`${name}: no such service; there are ${appNames.join(', ')}`);
  }
  // `NAME=` means: not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  faults.push(...unknownSettings(given));
  if (faults.length > 0) {
    throw new StartFailure(
      `Wrong settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}\n.env.example explains every setting.`,
    );
  }
  return {
    ports: withOwnPorts(portsFrom(Number(port.data)), given),
    stateFolder: values.state ?? cacheFolder,
    isReset: values.reset,
    isSeeded: !values['no-seed'],
    isVerbose: values.verbose,
    watched: values.watch ? watchedApps(positionals) : [],
    external: externalServers(given),
  };
}

const watchedApps = (names: readonly string[]): AppName[] =>
  names.length > 0 ? names.filter(isAppName) : [...appNames];

function readArguments(args: readonly string[], faults: string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    // Only what parseArgs says about the arguments themselves.
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    faults.push(
      `${message.split('. ')[0]}; there are ${Object.keys(flags)
        .map((flag) => `--${flag}`)
        .join(', ')}`,
    );
    return parse([]);
  }
}

const parse = (args: readonly string[]) => {
  const isWatch = args.includes('--watch');
  return parseArgs({ args: [...args], options: flags, allowPositionals: isWatch });
};

function unknownSettings(env: Environment): string[] {
  const known = new Set(Object.keys(environment.shape));
  return Object.keys(env)
    .filter((name) => name.startsWith('DATABASE_URL_') && !known.has(name))
    .map((name) => `${name}: no such service; there are ${databaseServices.map(settingSuffix).join(', ')}`);
}

function withOwnPorts(ports: Ports, env: Environment): Ports {
  const apps = { ...ports.apps };
  for (const name of appNames) apps[name] = Number(env[`PORT_${settingSuffix(name)}`] ?? apps[name]);
  return { ...ports, apps };
}

function externalServers(env: Environment): StartSettings['external'] {
  const databases = databaseServices.flatMap((name) => {
    const url = env[`DATABASE_URL_${settingSuffix(name)}`];
    return url === undefined ? [] : [[name, url] as const];
  });
  return {
    databases: Object.fromEntries(databases),
    kafkaBrokers: env['KAFKA_BROKERS'] ?? null,
    redisUrl: env['REDIS_URL'] ?? null,
    oidcIssuer: env['OIDC_ISSUER'] ?? null,
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Which parts are started here, and with which ports they need free. */
export function embeddedParts({ external, ports }: StartSettings): {
  databases: DatabaseService[];
  kafka: boolean;
  redis: boolean;
  identity: boolean;
  ports: Map<number, string>;
} {
  const databases = databaseServices.filter((name) => external.databases[name] === undefined);
  const kafka = external.kafkaBrokers === null;
  const redis = external.redisUrl === null;
  const identity = external.oidcIssuer === null;
  const needed = new Map<number, string>();
  for (const name of appNames) {
    if (name !== 'identity' || identity) needed.set(ports.apps[name], name);
  }
  if (databases.length > 0) needed.set(ports.postgres, 'PostgreSQL');
  if (kafka) needed.set(ports.kafka, 'Kafka').set(ports.kafkaController, "Kafka's controller");
  if (redis) needed.set(ports.redis, 'Redis');
  return { databases, kafka, redis, identity, ports: needed };
}
