import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { waitUntil } from './ports.js';
import { isAlive } from './processes.js';

/** A process that starts a stubborn and an ordinary child and tells their ids. */
const program = `
  import { spawnGuarded } from ${JSON.stringify(join(import.meta.dirname, 'processes.ts'))};
  const start = (script) => spawnGuarded('/bin/sh', ['-c', script], { name: 'child', stdio: 'ignore', stopTimeoutMs: 300 });
  const children = [await start('exec sleep 60'), await start('trap "" TERM; while :; do sleep 0.1; done')];
  process.on('SIGTERM', async () => { await Promise.all(children.map((child) => child.stop())); process.exit(); });
  setInterval(() => undefined, 1000);
  console.log(children.map(({ pid }) => pid).join(' '));
`;

async function startParent(): Promise<{ parent: ChildProcess; children: number[] }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!parent.stdout) throw new Error('no output');
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  return { parent, children: line.split(' ').map(Number) };
}

const allGone = (pids: number[]): Promise<boolean> =>
  waitUntil(async () => !pids.some(isAlive), { timeoutMs: 15_000, isHopeless: () => false });

describe('A guarded process', () => {
  it('ends when it is stopped, whether it wants or not', async () => {
    const { parent, children } = await startParent();
    parent.kill('SIGTERM');
    await once(parent, 'exit');
    expect(children.filter(isAlive)).toEqual([]);
  });

  it('does not outlive a parent that is killed', async () => {
    const { parent, children } = await startParent();
    expect(children.filter(isAlive)).toEqual(children);
    parent.kill('SIGKILL');
    expect(await allGone(children)).toBe(true);
  });
});
