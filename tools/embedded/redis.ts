import { mkdirSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { getJars } from './jars.ts';
import { answers, waitUntil } from './ports.ts';
import { type GuardedProcess, spawnGuarded, StartFailure } from './processes.ts';
import type { State } from './state.ts';

export interface EmbeddedServer {
  process: GuardedProcess;
  url: string;
}

/** Redis with an append-only file. Nothing is thrown away when memory runs out: jobs are not a cache. */
export async function startRedis(state: State, port: number): Promise<EmbeddedServer> {
  const { redisServer } = await getJars();
  mkdirSync(state.redis, { recursive: true });
  const logPath = join(state.logs, 'redis.log');
  const log = openSync(logPath, 'a');
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: state.redis,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    loglevel: 'warning',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const redis = await spawnGuarded(redisServer, args, { name: 'redis', stdio: ['ignore', log, log] });
  closeSync(log);
  const isUp = await waitUntil(() => answers(port), { timeoutMs: 20_000, isHopeless: redis.hasEnded });
  if (!isUp) {
    await redis.stop();
    throw new StartFailure(`Redis did not start: see ${logPath}.`);
  }
  return { process: redis, url: `redis://127.0.0.1:${port}` };
}
