import { randomUUID } from 'node:crypto';
import { Replay } from '../src/failure/replay.js';
import type { Bench } from './support/bench.js';
import { gate, newKeys, numbers } from './support/envelopes.js';
import type { Instance } from './support/instance.js';
import { type StepTaken, step, steps } from './support/steps.js';

/** What every transport of events must do, shown on a running one. */
export function transportConformance(open: () => Promise<Bench>): void {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open();
  });
  afterAll(() => bench?.close());

  async function withInstance(work: (instance: Instance) => Promise<void>): Promise<void> {
    const instance = await bench.start();
    try {
      await work(instance);
    } finally {
      await instance.close();
    }
  }

  it('keeps the order of each key while many transactions publish at once', () =>
    withInstance(async (instance) => {
      const all = newKeys(12);
      // Per key one after the other, keys interleaved; each transaction holds two steps.
      await Promise.all(
        all.map(async (key) => {
          for (let at = 1; at < 20; at += 2) await instance.publish(step(key, at), step(key, at + 1));
        }),
      );
      for (const key of all) expect(await bench.untilEffects(key, 20)).toEqual(numbers(1, 20));
    }));

  it('has one effect per event, however often it is delivered', () =>
    withInstance(async () => {
      const [key = ''] = newKeys(1);
      const events = steps(key, 1, 5);
      const ids = events.map(() => randomUUID());
      await bench.produce(events, ids);
      await bench.produce(events, ids);
      await bench.produce([...events, step(key, 6)], [...ids, randomUUID()]);
      expect(await bench.untilEffects(key, 6)).toEqual(numbers(1, 6));
    }));

  it('hands partitions over to a second consumer in the middle of the work, and back', () =>
    withInstance(async (first) => {
      const all = newKeys(12);
      const held = gate();
      first.script.before = () => held.pass();
      await bench.produce(all.flatMap((key) => steps(key, 1, 10)));
      await held.reached;
      await withInstance(async (second) => {
        held.open();
        for (const key of all) expect(await bench.untilEffects(key, 10)).toEqual(numbers(1, 10));
        const isAtWork = (instance: Instance): boolean => instance.spy.seen.some(({ outcome }) => outcome === 'done');
        for (let at = 11; !isAtWork(second); at += 1) {
          await bench.produce(all.map((key) => step(key, at)));
          for (const key of all) expect(await bench.untilEffects(key, at)).toEqual(numbers(1, at));
        }
      });
      const done = (await bench.effects(all[0] ?? '')).length;
      await bench.produce(all.flatMap((key) => steps(key, done + 1, done + 5)));
      for (const key of all) expect(await bench.untilEffects(key, done + 5)).toEqual(numbers(1, done + 5));
    }));

  it('stops in the middle of a batch: what began is finished, the rest comes to the next', async () => {
    const all = newKeys(6);
    const held = gate();
    const stopped = await bench.start();
    stopped.script.before = () => held.pass();
    await bench.produce(all.flatMap((key) => steps(key, 1, 10)));
    await held.reached;
    const closing = stopped.close();
    held.open();
    await closing;
    const doneByStopped = stopped.spy.seen.filter(({ outcome }) => outcome === 'done').length;
    expect(doneByStopped).toBeGreaterThan(0);
    expect(doneByStopped).toBeLessThan(60);
    await withInstance(async () => {
      for (const key of all) expect(await bench.untilEffects(key, 10)).toEqual(numbers(1, 10));
    });
  });

  it('parks a poison message and what follows it of its key; all others go on; a replay restores the order', () =>
    withInstance(async (instance) => {
      const [poisoned = '', ...others] = newKeys(8);
      let isMended = false;
      instance.script.before = async (event: StepTaken) => {
        if (event.subject === poisoned && event.data.step === 3 && !isMended)
          throw new TypeError('a bug in the handler');
      };
      await bench.produce(numbers(1, 6).flatMap((at) => [poisoned, ...others].map((key) => step(key, at))));
      await bench.untilParked(poisoned, 4);
      for (const key of others) expect(await bench.untilEffects(key, 6)).toEqual(numbers(1, 6));
      expect(await bench.effects(poisoned)).toEqual([1, 2]);

      const failing = await replay(instance, poisoned);
      expect(failing).toEqual([
        { key: poisoned, replayed: 0, stoppedAt: { id: expect.any(String), error: 'a bug in the handler' } },
      ]);
      isMended = true;
      expect(await replay(instance, poisoned)).toEqual([{ key: poisoned, replayed: 4, stoppedAt: null }]);
      await bench.produce([step(poisoned, 7)]);
      expect(await bench.untilEffects(poisoned, 7)).toEqual(numbers(1, 7));
    }));
}

async function replay(instance: Instance, key: string): Promise<unknown> {
  return [await instance.app.get(Replay, { strict: false }).key(key, 'the test')];
}
