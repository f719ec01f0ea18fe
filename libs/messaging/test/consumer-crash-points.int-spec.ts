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

interface Deaths {
  count: number;
  parked: unknown[];
  startedAttempts: unknown[];
  effects: { deadly: number[]; others: number[][] };
}

/**
 * Starts a process on the same batch until one survives. Step 4 exists once and kills whoever handles it, while the slow step 1 of
 * every other key is in hand: those must not get the blame.
 */
async function dieOverOneMessage(bench: Bench): Promise<Deaths> {
  const [deadly = '', ...others] = newKeys(5);
  const batch = [...others.map((key) => step(key, 1)), ...steps(deadly, 4, 6)].map((event) => toMessage(event));
  const child = { brokers: '', dieAtStep: 4, pauseAtStep: { 1: 150, 4: 50 }, batch };
  let count = 0;
  while ((await bench.spawn(child).ended) === 'SIGKILL') count += 1;
  return {
    count,
    parked: await bench.query(
      `select key = $1 as "isDeadly", split_part(error, ' ', 1) as error from parked_message order by id`,
      [deadly],
    ),
    startedAttempts: await bench.query('select * from started_attempt'),
    effects: {
      deadly: await bench.effects(deadly),
      others: await Promise.all(others.map((key) => bench.effects(key))),
    },
  };
}

describe('A consumer killed in the middle of a batch', () => {
  const benches: Promise<Bench>[] = [];
  const aftermaths = new Map<string, Promise<Aftermath>>();
  let deaths: Promise<Deaths>;
  /** All at once: most of the time is the broker's patience with the dead. */
  beforeAll(() => {
    const onNewBench = <T>(work: (bench: Bench) => Promise<T>): Promise<T> => {
      const bench = openBench();
      benches.push(bench);
      return bench.then(work);
    };
    for (const crash of crashes)
      aftermaths.set(
        crash.name,
        onNewBench((bench) => killAndTakeOver(bench, crash)),
      );
    deaths = onNewBench(dieOverOneMessage);
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
    const { count, parked, startedAttempts, effects } = await deaths;
    expect(count).toBe(3);
    expect(effects).toEqual({ deadly: [], others: Array.from({ length: 4 }, () => [1]) });
    expect(parked).toEqual([
      { isDeadly: true, error: 'the' }, // "the process died 3 times while this was being handled"
      { isDeadly: true, error: 'waits' },
      { isDeadly: true, error: 'waits' },
    ]);
    expect(startedAttempts).toEqual([]);
  });
});
