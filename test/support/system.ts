/** The whole system as `npm start` brings it up, on ports and in a state folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');
const readyLine = /^Throughline is ready at (http:\S+)$/;
/** Gateway, six services, identity, PostgreSQL, Kafka and its controller, Redis. */
const portsNeeded = 12;

export interface RunningSystem {
  url: string;
  /** Every line the supervisor printed so far. */
  lines: readonly string[];
  startSeconds: number;
  stateFolder: string;
  /** Kills one process the hard way; the supervisor brings it back. */
  killHard(service: string): void;
  /** What the supervisor says its processes are. */
  pids(): Record<string, number>;
  /** Ctrl-C; resolves with the exit code when everything has stopped. */
  stop(): Promise<number | null>;
  /** Removes the state; after `stop`. */
  forget(): void;
}

export async function startSystem(
  options: { stateFolder?: string; args?: string[]; port?: number } = {},
): Promise<RunningSystem> {
  const stateFolder = options.stateFolder ?? mkdtempSync(join(tmpdir(), 'throughline-system-'));
  const port = options.port ?? (await freeBasePort());
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['tools/supervisor.ts', '--port', String(port), '--state', stateFolder, ...(options.args ?? [])],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: withoutServers(process.env) },
  );
  const lines: string[] = [];
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = await readyUrl(child, lines, exited);
  const pids = (): Record<string, number> =>
    JSON.parse(readFileSync(join(stateFolder, 'pids.json'), 'utf8')) as Record<string, number>;
  return {
    url,
    lines,
    startSeconds: (performance.now() - start) / 1000,
    stateFolder,
    pids,
    killHard(service) {
      const pid = pids()[service];
      if (pid === undefined) throw new Error(`${service} is not running`);
      process.kill(pid, 'SIGKILL');
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGINT');
      return (await exited)[0];
    },
    forget: () => rmSync(stateFolder, { recursive: true, force: true }),
  };
}

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function readyUrl(child: ChildProcess, lines: string[], exited: Promise<[number | null]>): Promise<string> {
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const url = readyLine.exec(line)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const failed = exited.then(([code]) => {
    throw new Error(`The start ended with ${code}:\n${lines.slice(-60).join('\n')}`);
  });
  return Promise.race([ready, failed]);
}

/** The embedded servers are part of what is tested: none of the test run's own may take their place. */
function withoutServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own =
    /^(DATABASE_URL_|ADMIN_DATABASE_URL$|KAFKA_BROKERS$|REDIS_URL$|PORT_|OIDC_|CLOCK_FILE$|BEHAVIORAL_HEALTH_|NODE_OPTIONS$|JEST_)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/** A base port with the following ones free too. */
async function freeBasePort(): Promise<number> {
  for (let base = 20_000 + (process.pid % 200) * 50; base < 60_000; base += 50) {
    const free = await Promise.all(Array.from({ length: portsNeeded }, (_, offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('No twelve free ports in a row');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => server.close(() => resolve(true)))
      .listen(port, '127.0.0.1');
  });
}
