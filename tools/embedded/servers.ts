/** The three servers: each as a part that can be started again, and all of them together. */
import { databaseName, type DatabaseService, databaseServices, settingSuffix } from '../services.ts';
import { startKafka } from './kafka.ts';
import { startPostgres } from './postgres.ts';
import type { GuardedProcess } from './processes.ts';
import { startRedis } from './redis.ts';
import type { State } from './state.ts';

export interface ServerPorts {
  postgres: number;
  kafka: number;
  kafkaController: number;
  redis: number;
}

export interface ServersWanted {
  ports: ServerPorts;
  isDurable: boolean;
  /** The services to make a database for; all of them by default. */
  databases?: readonly DatabaseService[];
  /** A part that is switched off is not started. */
  postgres?: boolean;
  kafka?: boolean;
  redis?: boolean;
}

export interface StartedServer {
  process: GuardedProcess;
  /** The settings that lead to it. */
  env: Record<string, string>;
}

export interface ServerPart {
  name: 'postgres' | 'kafka' | 'redis';
  title: string;
  start(): Promise<StartedServer>;
}

export function serverParts(state: State, wanted: ServersWanted): ServerPart[] {
  return [
    ...(wanted.postgres === false ? [] : [postgresPart(state, wanted)]),
    ...(wanted.kafka === false ? [] : [kafkaPart(state, wanted)]),
    ...(wanted.redis === false ? [] : [redisPart(state, wanted)]),
  ];
}

function postgresPart(state: State, { ports, databases = databaseServices, isDurable }: ServersWanted): ServerPart {
  return {
    name: 'postgres',
    title: 'PostgreSQL',
    start: async () => {
      const names = databases.map(databaseName);
      const { process, adminUrl, urlOf } = await startPostgres(state, {
        port: ports.postgres,
        databases: names,
        isDurable,
      });
      const urls = databases.map((name) => [`DATABASE_URL_${settingSuffix(name)}`, urlOf(databaseName(name))]);
      return { process, env: { ADMIN_DATABASE_URL: adminUrl, ...Object.fromEntries(urls) } };
    },
  };
}

function kafkaPart(state: State, { ports }: ServersWanted): ServerPart {
  return {
    name: 'kafka',
    title: 'Kafka',
    start: async () => {
      const { process, brokers } = await startKafka(state, {
        port: ports.kafka,
        controllerPort: ports.kafkaController,
      });
      return { process, env: { KAFKA_BROKERS: brokers } };
    },
  };
}

function redisPart(state: State, { ports }: ServersWanted): ServerPart {
  return {
    name: 'redis',
    title: 'Redis',
    start: async () => {
      const { process, url } = await startRedis(state, ports.redis);
      return { process, env: { REDIS_URL: url } };
    },
  };
}

export interface Servers {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Side by side. When one of them fails, those that run are stopped before this rejects. */
export async function startServers(state: State, wanted: ServersWanted): Promise<Servers> {
  const results = await Promise.allSettled(serverParts(state, wanted).map((part) => part.start()));
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(({ process }) => process.stop()));
  };
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) {
    await stop();
    throw failure.reason;
  }
  return { env: Object.assign({}, ...started.map(({ env }) => env)) as Record<string, string>, stop };
}
