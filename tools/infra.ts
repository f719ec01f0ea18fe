/**
 * `node tools/infra.ts [--port N] [--state DIR]`: PostgreSQL, Kafka and Redis without the services, for working on tests.
 * Prints the settings that lead to them and runs until it is stopped.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartFailure } from './embedded/processes.ts';
import { startServers } from './embedded/servers.ts';
import { cacheFolder, lockState, openState } from './embedded/state.ts';
import { defaultBasePort, portsFrom } from './services.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: String(defaultBasePort) },
    state: { type: 'string', default: join(cacheFolder, 'infra') },
  },
});

const stopRequested = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

try {
  const state = openState(values.state);
  const lock = lockState(state);
  const servers = await startServers(state, { ports: portsFrom(Number(values.port)), isDurable: false });
  for (const [name, value] of Object.entries(servers.env)) console.log(`export ${name}=${value}`);
  const keepAlive = setInterval(() => undefined, 60_000);
  await stopRequested;
  clearInterval(keepAlive);
  await servers.stop();
  lock.release();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
