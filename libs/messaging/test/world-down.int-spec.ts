import { register } from 'prom-client';
import { type Bench, openBench } from './support/bench.js';
import { newKeys, numbers } from './support/envelopes.js';
import { step, steps } from './support/steps.js';

describe('When the world is down', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench?.close());

  it('waits for the database, parks nothing and does every thing once: all sessions killed in mid-batch', async () => {
    const keys = newKeys(4);
    const instance = await bench.start();
    let kills = 0;
    instance.script.before = async (event) => {
      if (event.data.step % 5 !== 0 || kills >= 3) return;
      kills += 1;
      await bench.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> 'bench'`,
      );
    };
    await bench.produce(keys.flatMap((key) => steps(key, 1, 10)));
    for (const key of keys) expect(await bench.untilEffects(key, 10)).toEqual(numbers(1, 10));
    expect(kills).toBe(3);
    // The relay and publishing are back, too, without a restart.
    await instance.publish(...keys.map((key) => step(key, 11)));
    for (const key of keys) expect(await bench.untilEffects(key, 11)).toEqual(numbers(1, 11));
    expect(await bench.query('select * from parked_message')).toEqual([]);
    await instance.close();
  });

  it('tries again, more often than three times, after a serialization failure or a deadlock', async () => {
    const [key = ''] = newKeys(1);
    const instance = await bench.start();
    const failures = ['40001', '40P01', '40001', '40P01'];
    instance.script.before = async () => {
      const code = failures.pop();
      if (code) throw Object.assign(new Error('try again'), { code });
    };
    await bench.produce(steps(key, 1, 2));
    expect(await bench.untilEffects(key, 2)).toEqual([1, 2]);
    expect(await bench.query('select * from parked_message')).toEqual([]);
    await instance.close();
  });

  it('does not delay a shutdown', async () => {
    const [key = ''] = newKeys(1);
    const instance = await bench.start();
    const failed = Promise.withResolvers<void>();
    let tries = 0;
    instance.script.before = async () => {
      tries += 1;
      if (tries === 5) failed.resolve(); // the pause that follows is over a second
      throw Object.assign(new Error('try again'), { code: '40001' });
    };
    await bench.produce(steps(key, 1, 3));
    await failed.promise;
    const start = performance.now();
    await instance.close();
    expect(performance.now() - start).toBeLessThan(1500);
    expect(await bench.effects(key)).toEqual([]);
    const next = await bench.start();
    expect(await bench.untilEffects(key, 3)).toEqual([1, 2, 3]);
    await next.close();
    expect(await register.getSingleMetricAsString('throughline_events_waits_total')).toMatch(/total [1-9]/);
  });
});
