/** The folder that holds everything a running system leaves behind, and the lock on it. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, StartFailure } from './processes.ts';

export const repositoryRoot = join(import.meta.dirname, '../..');

/** Downloads and caches, shared by every state folder: a reset keeps them. */
export const cacheFolder = join(repositoryRoot, '.throughline');

export interface State {
  folder: string;
  postgres: string;
  kafka: string;
  redis: string;
  /** The embedded provider's signing keys. */
  identity: string;
  /** The key that behavioral-health's content is encrypted under. */
  behavioralHealthKey: string;
  logs: string;
  pids: string;
  clock: string;
  /** What encrypts what may not lie open in notification's database. */
  secretsKey: string;
  /** Keys that the embedded start made for itself. */
  secrets: string;
}

export function openState(folder: string): State {
  const at = (name: string): string => join(folder, name);
  const state = {
    folder,
    postgres: at('postgres'),
    kafka: at('kafka'),
    redis: at('redis'),
    identity: at('identity'),
    behavioralHealthKey: at('behavioral-health.key'),
    logs: at('logs'),
    pids: at('pids.json'),
    clock: at('clock-offset-ms'),
    secretsKey: at('secrets-key'),
    secrets: at('secrets.json'),
  };
  mkdirSync(state.logs, { recursive: true });
  // PostgreSQL runs as another user when we are root, and must be able to pass.
  chmodSync(folder, 0o755);
  return state;
}

/** Removes what the servers stored; downloads stay. */
export function emptyState(state: State): void {
  const { postgres, kafka, redis, identity, behavioralHealthKey, secretsKey, secrets, logs, pids, clock } = state;
  for (const path of [postgres, kafka, redis, identity, behavioralHealthKey, secretsKey, secrets, logs, pids, clock]) {
    rmSync(path, { recursive: true, force: true });
  }
  mkdirSync(state.logs, { recursive: true });
}

/** Made at the first start, readable by its owner alone; it lives and goes with the embedded database that it belongs to. */
export function behavioralHealthKey(state: State): string {
  return keyIn(state.behavioralHealthKey);
}

/** The same for notification. */
export function secretsKeyOf(state: State): string {
  return keyIn(state.secretsKey);
}

function keyIn(path: string): string {
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
}

export interface Lock {
  /** The one before us died without a word; its processes may still be on their way out. */
  wasKilled: boolean;
  release(): void;
}

/** One system per state folder. The lock of a process that died without a word is taken over. */
export function lockState(state: State): Lock {
  const path = join(state.folder, 'lock');
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
      return { wasKilled: attempt > 0, release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 2) throw error;
    }
    const holder = Number(readFileSync(path, 'utf8'));
    if (holder !== process.pid && isThroughline(holder)) {
      throw new StartFailure(
        `Throughline already runs on ${state.folder} (process ${holder}): stop it with Ctrl-C there or \`kill ${holder}\`, ` +
          'or start this one with `--state` and `--port` of its own.',
      );
    }
    rmSync(path, { force: true });
  }
}

/** The number may have gone to another program since. */
function isThroughline(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  return status !== 0 || /tools\/(supervisor|infra)\.ts/.test(stdout);
}
