import { wakeAfterCommit } from '../src/outbox/wake-after-commit.js';
import { Outbox } from '../src/index.js';
import { appendedEvents } from '../src/testing/index.js';
import { type Bench, openBench } from './support/bench.js';
import { gate, newKeys, numbers } from './support/envelopes.js';
import type { Instance } from './support/instance.js';
import { step, steps } from './support/steps.js';

describe('Outbox', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench?.close());

  describe('with a broker', () => {
    let instance: Instance;
    beforeAll(async () => {
      instance = await bench.start();
    });
    afterAll(() => instance?.close());

    it('publishes nothing of a transaction that rolls back', async () => {
      const [key = ''] = newKeys(1);
      const rolledBack = instance.dataSource.transaction(async (tx) => {
        await instance.app.get(Outbox).append(tx, step(key, 1));
        throw new Error('no');
      });
      await expect(rolledBack).rejects.toThrow('no');
      await instance.publish(step(key, 2));
      // Per key nothing overtakes: had step 1 been published, it would be here before step 2.
      expect(await bench.untilEffects(key, 1)).toEqual([2]);
    });

    it('empties itself once the broker has everything, also when there is more than one batch', async () => {
      const [key = ''] = newKeys(1);
      await instance.publish(...steps(key, 1, 1200));
      expect(await bench.untilEffects(key, 1200)).toEqual(numbers(1, 1200));
      await bench.until(async () => (await bench.query('select 1 from outbox')).length === 0);
    });
  });

  describe('without a broker', () => {
    let instance: Instance;
    beforeAll(async () => {
      instance = await bench.start({ brokers: '' });
    });
    beforeEach(() => bench.query('delete from outbox'));
    afterAll(() => instance?.close());

    const appended = async (): Promise<unknown[]> =>
      (await appendedEvents(instance.dataSource)).map(({ data }) => data);

    it('makes a second transaction of the same key wait for the first: the order of numbers is the order of commits', async () => {
      const [key = '', other = ''] = newKeys(2);
      const held = gate();
      const outbox = instance.app.get(Outbox);
      const first = instance.dataSource.transaction(async (tx) => {
        await outbox.append(tx, step(key, 1));
        await held.pass();
      });
      await held.reached;
      const second = instance.publish(step(key, 2));
      await instance.publish(step(other, 3)); // another key does not wait
      expect(await appended()).toEqual([{ step: 3 }]);
      held.open();
      await Promise.all([first, second]);
      expect(await appended()).toEqual([{ step: 1 }, { step: 3 }, { step: 2 }]);
    });

    it('keeps the order of its arguments', async () => {
      const all = newKeys(5).flatMap((key) => steps(key, 1, 3));
      await instance.publish(...all);
      expect((await appendedEvents(instance.dataSource)).map(({ subject }) => subject)).toEqual(
        all.map(({ subject }) => subject),
      );
    });

    it('refuses data that breaks its contract, and the transaction with it', async () => {
      const [key = ''] = newKeys(1);
      const broken = { ...step(key, 2), data: { step: 2.5 } };
      await expect(instance.publish(step(key, 1), broken)).rejects.toThrow(/step/);
      expect(await appended()).toEqual([]);
    });

    it('wakes the relay after the outermost commit, not at a savepoint and not after a rollback', async () => {
      const [key = ''] = newKeys(1);
      let wakes = 0;
      const stop = wakeAfterCommit(instance.dataSource, () => (wakes += 1));
      const outbox = instance.app.get(Outbox);
      await instance.dataSource.transaction(async (tx) => {
        await tx.transaction((inner) => outbox.append(inner, step(key, 1)));
        expect(wakes).toBe(0);
      });
      expect(wakes).toBe(1);
      await instance.dataSource
        .transaction(async (tx) => {
          await outbox.append(tx, step(key, 2));
          throw new Error('no');
        })
        .catch(() => undefined);
      await instance.dataSource.transaction((tx) => tx.query('select 1'));
      expect(wakes).toBe(1);
      stop();
    });
  });
});
