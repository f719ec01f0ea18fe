import type { ChildOptions } from './support/child.js';
import { type Bench, openBench } from './support/bench.js';
import { newKeys, numbers, toMessage } from './support/envelopes.js';
import { step, steps } from './support/steps.js';

interface Crash {
  name: string;
  child: Partial<ChildOptions>;
}

const crashes: Crash[] = [
  { name: 'in the handler, before commit', child: { dieAtStep: 7 } },
  { name: 'after commit, before offset', child: { crashPoint: 'consumer: after commit, before offset' } },
];

interface Aftermath {
  endedBy: NodeJS.Signals | null;
  doneByChild: number;
  effects: number[][];
}

/** The broker misses a killed consumer for six seconds, so the cases run side by side, each on topics of its own. */
async function killAndTakeOver(bench: Bench, { child }: Crash): Promise<Aftermath> {
  const keys = newKeys(6);
  await bench.produce(keys.flatMap((key) => steps(key, 1, 10)));
  const endedBy = await bench.spawn(child).ended;
  const doneByChild = (await bench.query('select 1 from effect')).length;
  await bench.start();
  await bench.produce(keys.map((key) => step(key, 11)));
  return { endedBy, doneByChild, effects: await Promise.all(keys.map((key) => bench.untilEffects(key, 11))) };
}

describe('A consumer killed in the middle of a batch', () => {
  const benches: Promise<Bench>[] = [];
  const aftermaths = new Map<string, Promise<Aftermath>>();
  beforeAll(() => {
    for (const crash of crashes) {
      const bench = openBench();
      benches.push(bench);
      aftermaths.set(crash.name, bench.then((opened) => killAndTakeOver(opened, crash)));
    }
  });
  afterAll(async () => {
    for (const bench of await Promise.allSettled(benches)) if (bench.status === 'fulfilled') await bench.value.close();
  });

  it.each(crashes)('loses and doubles nothing: $name', async ({ name }) => {
    const { endedBy, doneByChild, effects } = (await aftermaths.get(name)) as Aftermath;
    expect(endedBy).toBe('SIGKILL');
    expect(doneByChild).toBeGreaterThan(0);
    expect(doneByChild).toBeLessThan(60);
    expect(effects).toEqual(Array.from({ length: 6 }, () => numbers(1, 11)));
  });

  it('parks a message that kills the process again and again, and no other', async () => {
    const opening = openBench();
    benches.push(opening);
    const bench = await opening;
    const [deadly = '', ...others] = newKeys(10);
    // Step 4 exists once: it kills whoever handles it.
    const batch = [...others.flatMap((key) => steps(key, 1, 3)), ...steps(deadly, 1, 6)].map((event) => toMessage(event));
    let deaths = 0;
    while ((await bench.spawn({ brokers: '', dieAtStep: 4, batch }).ended) === 'SIGKILL') deaths += 1;
    expect(deaths).toBe(3);
    for (const key of others) expect(await bench.effects(key)).toEqual([1, 2, 3]);
    expect(await bench.effects(deadly)).toEqual([1, 2, 3]);
    expect(await bench.query('select key, error from parked_message order by id')).toEqual([
      { key: deadly, error: expect.stringContaining('the process died 3 times') },
      { key: deadly, error: expect.stringContaining('waits behind') },
      { key: deadly, error: expect.stringContaining('waits behind') },
    ]);
    expect(await bench.query('select * from started_attempt')).toEqual([]);
  });
});
