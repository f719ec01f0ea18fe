/**
 * Child processes that never outlive us. Each runs in a process group of its own, so that Ctrl-C reaches only us and we
 * stop them in order; a small shell process holds their ids and kills them when we die without a word (kill -9).
 */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** Reads `+ SIGNAL pid` and `- SIGNAL pid`; the end of its input means that we are gone. */
const guardScript = `
held=""
while read -r sign signal pid; do
  case "$sign" in
    +) held="$held $signal:$pid" ;;
    -) rest=""; for entry in $held; do [ "$entry" = "$signal:$pid" ] || rest="$rest $entry"; done; held="$rest" ;;
  esac
done
trap '' INT TERM HUP
for entry in $held; do kill -"\${entry%%:*}" "\${entry#*:}" 2>/dev/null; done
tries=0
while [ $tries -lt 60 ]; do
  alive=""
  for entry in $held; do kill -0 "\${entry#*:}" 2>/dev/null && alive=yes; done
  [ -z "$alive" ] && exit 0
  sleep 0.1
  tries=$((tries + 1))
done
for entry in $held; do kill -KILL "\${entry#*:}" 2>/dev/null; done
`;

let guard: ChildProcess | undefined;

function tellGuard(line: string): void {
  if (!guard) {
    guard = spawn('/bin/sh', ['-c', guardScript], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    guard.unref();
    // A guard that was killed cannot guard; the orderly stop does not need it.
    guard.stdin?.on('error', () => (guard = undefined));
    const pipe = guard.stdin as unknown as { unref?: () => void };
    pipe.unref?.();
  }
  guard.stdin?.write(`${line}\n`);
}

export interface GuardedProcess {
  readonly name: string;
  readonly pid: number;
  readonly child: ChildProcess;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** Asks it to end, then insists. Safe to call twice. */
  stop(): Promise<void>;
}

export interface GuardedOptions extends SpawnOptions {
  name: string;
  /** How this program is asked to end. PostgreSQL: SIGINT, which does not wait for its clients. */
  stopSignal?: 'SIGTERM' | 'SIGINT';
  /** After that long it is killed. */
  stopTimeoutMs?: number;
}

const running = new Set<GuardedProcess>();
let isStopping = false;

/** Stops whatever runs in this process's care, and lets nothing new start. The way out of a start that was interrupted. */
export async function stopEverything(): Promise<void> {
  isStopping = true;
  await Promise.all([...running].map((process) => process.stop()));
}

/** At once and without asking; the guard sees to it that nothing is forgotten. */
export function killEverything(): void {
  isStopping = true;
  for (const { child } of running) child.kill('SIGKILL');
}

export async function spawnGuarded(command: string, args: string[], options: GuardedOptions): Promise<GuardedProcess> {
  const { name, stopSignal = 'SIGTERM', stopTimeoutMs = 15_000, ...spawnOptions } = options;
  if (isStopping) throw new StartFailure(`${name} was not started: stopping.`);
  const child = spawn(command, args, { ...spawnOptions, detached: true });
  await once(child, 'spawn');
  const pid = child.pid as number;
  const guardEntry = `${stopSignal.replace('SIG', '')} ${pid}`;
  tellGuard(`+ ${guardEntry}`);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve())).then(() => {
    running.delete(guarded);
    tellGuard(`- ${guardEntry}`);
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const guarded: GuardedProcess = {
    name,
    pid,
    child,
    ended,
    hasEnded,
    async stop() {
      if (hasEnded()) return;
      child.kill(stopSignal);
      const inTime = await Promise.race([ended.then(() => true), pause(stopTimeoutMs, false, { ref: false })]);
      if (!inTime) child.kill('SIGKILL');
      await ended;
    },
  };
  running.add(guarded);
  return guarded;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Something the person at the keyboard can mend: the message says what is wrong and how. No stack is shown. */
export class StartFailure extends Error {}
