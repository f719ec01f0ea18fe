import { OutboxRelay } from '../src/outbox/outbox-relay.js';
import { type Bench, openBench } from './support/bench.js';
import { newKeys, numbers } from './support/envelopes.js';
import { step, steps } from './support/steps.js';

const leaders = (bench: Bench): Promise<{ pid: number }[]> =>
  bench.query<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and objid = 7319002 and granted
       and database = (select oid from pg_database where datname = current_database())`,
  );

describe('OutboxRelay', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench?.close());

  it.each([
    { crashPoint: 'relay: after commit, before send', repeated: 0 },
    { crashPoint: 'relay: after send, before delete', repeated: 20 },
  ] as const)('loses and doubles nothing when it is killed: $crashPoint', async ({ crashPoint, repeated }) => {
    const [key = ''] = newKeys(1);
    const child = bench.spawn({ isDeaf: true, crashPoint, publish: [key, 1, 20] });
    expect(await child.ended).toBe('SIGKILL');
    const instance = await bench.start();
    await instance.publish(step(key, 21));
    expect(await bench.untilEffects(key, 21)).toEqual(numbers(1, 21));
    await bench.until(async () => (await bench.query('select 1 from outbox')).length === 0);
    // That the twenty really went out twice shows that the child died where it should.
    expect(instance.spy.seen.filter(({ outcome }) => outcome === 'already-done')).toHaveLength(repeated);
    await instance.close();
  });

  it('has one leader; a second instance takes over when the leader is killed', async () => {
    const [key = ''] = newKeys(1);
    const child = bench.spawn({ isDeaf: true });
    await child.running;
    const standby = await bench.start();
    await standby.publish(...steps(key, 1, 5)); // sent by the leader, which hears of it
    expect(await bench.untilEffects(key, 5)).toEqual(numbers(1, 5));
    expect(await leaders(bench)).toHaveLength(1);
    expect(standby.app.get(OutboxRelay).currentState).toBe('standby');

    child.kill();
    await child.ended;
    await standby.publish(...steps(key, 6, 10));
    expect(await bench.untilEffects(key, 10)).toEqual(numbers(1, 10));
    expect(standby.app.get(OutboxRelay).currentState).toBe('leading');
    expect(await leaders(bench)).toHaveLength(1);
    await standby.close();
    expect(await leaders(bench)).toHaveLength(0);
  });

  it('goes on, in order, after its session is lost', async () => {
    const [key = ''] = newKeys(1);
    const instance = await bench.start();
    await instance.publish(...steps(key, 1, 5));
    await bench.untilEffects(key, 5);
    const [leader] = await leaders(bench);
    await Promise.all([
      bench.query('select pg_terminate_backend($1)', [leader?.pid]),
      ...numbers(6, 10).map((at) => instance.publish(...steps(key, at * 10, at * 10 + 9))),
    ]);
    const effects = await bench.untilEffects(key, 55);
    // Which of the five transactions came first is open; each is whole and in order.
    expect([...effects].sort((a, b) => a - b)).toEqual([...numbers(1, 5), ...numbers(60, 109)]);
    for (let at = 5; at < 55; at += 10)
      expect(effects.slice(at, at + 10)).toEqual(numbers(effects[at] ?? 0, (effects[at] ?? 0) + 9));
    await instance.close();
  });
});
