/** The three servers together. */
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
  /** Told as soon as a part serves. */
  onReady?: (part: string, seconds: number) => void;
}

export interface Servers {
  /** The settings that lead to them. */
  env: Record<string, string>;
  processes: Record<string, GuardedProcess>;
  stop(): Promise<void>;
}

/** Side by side. When one of them fails, those that run are stopped before this rejects. */
export async function startServers(state: State, wanted: ServersWanted): Promise<Servers> {
  const { ports, databases = databaseServices, postgres = true, kafka = true, redis = true } = wanted;
  const env: Record<string, string> = {};
  const processes: Record<string, GuardedProcess> = {};
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(processes).map((server) => server.stop()));
  };
  const part = async (name: string, start: () => Promise<GuardedProcess>): Promise<void> => {
    const begin = performance.now();
    processes[name] = await start();
    wanted.onReady?.(name, (performance.now() - begin) / 1000);
  };
  const parts: Promise<void>[] = [];
  if (postgres) {
    parts.push(part('postgres', () => postgresPart(state, { wanted, databases, env })));
  }
  if (kafka) {
    parts.push(
      part('kafka', async () => {
        const server = await startKafka(state, { port: ports.kafka, controllerPort: ports.kafkaController });
        env['KAFKA_BROKERS'] = server.brokers;
        return server.process;
      }),
    );
  }
  if (redis) {
    parts.push(
      part('redis', async () => {
        const server = await startRedis(state, ports.redis);
        env['REDIS_URL'] = server.url;
        return server.process;
      }),
    );
  }
  const failure = (await Promise.allSettled(parts)).find((result) => result.status === 'rejected');
  if (failure) {
    await stop();
    throw failure.reason;
  }
  return { env, processes, stop };
}

interface PostgresPart {
  wanted: ServersWanted;
  databases: readonly DatabaseService[];
  env: Record<string, string>;
}

async function postgresPart(state: State, { wanted, databases, env }: PostgresPart): Promise<GuardedProcess> {
  const server = await startPostgres(state, {
    port: wanted.ports.postgres,
    databases: databases.map(databaseName),
    isDurable: wanted.isDurable,
  });
  env['ADMIN_DATABASE_URL'] = server.adminUrl;
  for (const service of databases) env[`DATABASE_URL_${settingSuffix(service)}`] = server.urlOf(databaseName(service));
  return server.process;
}
