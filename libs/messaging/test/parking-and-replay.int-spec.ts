import { randomUUID } from 'node:crypto';
import { register } from 'prom-client';
import { Parking } from '../src/failure/parking.js';
import { Replay } from '../src/failure/replay.js';
import { BatchWorker } from '../src/transport/batch-worker.js';
import { type Bench, openBench } from './support/bench.js';
import { gate, newKeys, toMessage } from './support/envelopes.js';
import type { Instance } from './support/instance.js';
import { receivedBatch } from './support/received-batch.js';
import { type StepTaken, step, steps } from './support/steps.js';

/** Batches are handed in by the test, so the service has no broker here. */
describe('Parking and replay', () => {
  let bench: Bench;
  let instance: Instance;
  let worker: BatchWorker;
  let parking: Parking;
  let replay: Replay;
  beforeAll(async () => {
    bench = await openBench();
    instance = await bench.start({ brokers: '' });
    worker = instance.app.get(BatchWorker, { strict: false });
    parking = instance.app.get(Parking, { strict: false });
    replay = instance.app.get(Replay, { strict: false });
  });
  beforeEach(() => {
    worker.joined();
    instance.script.before = () => Promise.resolve();
  });
  afterAll(() => bench?.close());

  const failAt = (number: number): void => {
    instance.script.before = async (event: StepTaken) => {
      if (event.data.step === number) throw new Error(`no step ${number}`);
    };
  };
  const parkedOf = async (key: string): Promise<unknown[]> =>
    (await parking.waiting())
      .filter((row) => row.key === key)
      .map(({ error, tries }) => ({ error: error.split('\n')[0], tries }));

  it('tries a message three times, parks it with the reason, and commits its offset', async () => {
    const [key = ''] = newKeys(1);
    failAt(2);
    const batch = receivedBatch(steps(key, 1, 3).map((event) => toMessage(event)));
    await worker.work(batch);
    expect(await bench.effects(key)).toEqual([1]);
    expect(await parkedOf(key)).toEqual([
      { error: 'Error: no step 2', tries: 3 },
      { error: 'waits behind an earlier message of the same key', tries: 0 },
    ]);
    expect(batch.resolved).toEqual(['0', '1', '2']);
  });

  it('parks what cannot be read, once, however often it is delivered; only its key waits', async () => {
    const [key = '', other = ''] = newKeys(2);
    const messages = [
      { key, value: '{"not":"an event"}' },
      { key, value: 'not even JSON' },
      toMessage(step(key, 1)),
      toMessage(step(other, 1)),
    ];
    await worker.work(receivedBatch(messages, { partition: 5 }));
    await worker.work(receivedBatch(messages, { partition: 5 }));
    expect(await bench.effects(other)).toEqual([1]);
    expect(await parkedOf(key)).toHaveLength(3);
    const [result] = [await replay.key(key, 'operator')];
    expect(result).toEqual({
      key,
      replayed: 0,
      stoppedAt: { id: expect.any(String), error: 'the envelope cannot be read: discard it' },
    });

    for (const row of (await parking.waiting()).filter((waiting) => waiting.key === key && waiting.eventId === null)) {
      await replay.discard(row.id, 'operator', 'a test wrote it');
    }
    expect(await replay.key(key, 'operator')).toEqual({ key, replayed: 1, stoppedAt: null });
    expect(await bench.effects(key)).toEqual([1]);
  });

  it('parks data that breaks its contract', async () => {
    const [key = ''] = newKeys(1);
    const { value } = toMessage(step(key, 1));
    await worker.work(receivedBatch([{ key, value: value.replace('"step":1', '"step":"one"') }]));
    expect(await parkedOf(key)).toEqual([{ error: expect.stringContaining('ZodError'), tries: 3 }]);
  });

  it('never lets a discarded event take effect, also when it is delivered again', async () => {
    const [key = ''] = newKeys(1);
    const messages = steps(key, 1, 2).map((event) => toMessage(event));
    failAt(1);
    await worker.work(receivedBatch(messages));
    const first = (await parking.waiting()).find((row) => row.key === key);
    await replay.discard(first?.id ?? '', 'operator-1', 'wrong patient');
    instance.script.before = () => Promise.resolve();
    expect(await replay.key(key, 'operator-1')).toEqual({ key, replayed: 1, stoppedAt: null });
    await worker.work(receivedBatch(messages));
    expect(await bench.effects(key)).toEqual([2]);
    expect(
      await bench.query('select state, resolved_by, reason from parked_message where key = $1 order by id', [key]),
    ).toEqual([
      { state: 'discarded', resolved_by: 'operator-1', reason: 'wrong patient' },
      { state: 'replayed', resolved_by: 'operator-1', reason: null },
    ]);
    await expect(replay.discard(first?.id ?? '', 'operator-1', 'again')).rejects.toMatchObject({
      code: 'illegal-transition',
    });
  });

  it('takes what arrives during a replay behind what is parked', async () => {
    const [key = ''] = newKeys(1);
    failAt(1);
    await worker.work(receivedBatch(steps(key, 1, 2).map((event) => toMessage(event))));
    const held = gate();
    instance.script.before = () => held.pass();
    const replaying = replay.key(key, 'operator');
    await held.reached;
    const arriving = worker.work(receivedBatch([toMessage(step(key, 3))], { partition: 1 }));
    held.open();
    await arriving;
    await replaying;
    expect(await replay.key(key, 'operator')).toMatchObject({ stoppedAt: null });
    expect(await bench.effects(key)).toEqual([1, 2, 3]);
  });

  it('replays all keys, and goes past one that still fails', async () => {
    const [bad = '', good = ''] = newKeys(2);
    await bench.query(`update parked_message set state = 'discarded', reason = 'earlier test' where state = 'parked'`);
    failAt(1);
    await worker.work(receivedBatch([bad, good].map((key) => toMessage(step(key, 1)))));
    instance.script.before = async (event: StepTaken) => {
      if (event.subject === bad) throw new Error('still no');
    };
    const results = await replay.all('operator');
    expect(results.map(({ key, replayed }) => ({ key, replayed }))).toEqual(
      expect.arrayContaining([
        { key: bad, replayed: 0 },
        { key: good, replayed: 1 },
      ]),
    );
    expect(await bench.effects(good)).toEqual([1]);
  });

  it('takes a run of one key in one transaction; when one of it fails, the others are handled one by one', async () => {
    const [key = ''] = newKeys(1);
    await worker.work(receivedBatch([])); // what comes right after joining goes one by one anyway
    await worker.work(receivedBatch(steps(key, 1, 5).map((event) => toMessage(event))));
    expect(await bench.query('select count(distinct xmin::text)::int from effect where key = $1', [key])).toEqual([
      { count: 1 },
    ]);
    failAt(8);
    await worker.work(receivedBatch(steps(key, 6, 10).map((event) => toMessage(event))));
    expect(await bench.effects(key)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await parkedOf(key)).toMatchObject([{ tries: 3 }, { tries: 0 }, { tries: 0 }]);
  });

  it('passes over types it does not handle, on purpose and counted', async () => {
    const [key = ''] = newKeys(1);
    const { value } = toMessage(step(key, 1));
    const batch = receivedBatch([
      { key, value: value.replace('messaging-test.step-taken', 'from.the.future') },
      toMessage(step(key, 2)),
    ]);
    await worker.work(batch);
    expect(await bench.effects(key)).toEqual([2]);
    expect(batch.resolved.at(-1)).toBe('1');
    expect(await register.getSingleMetricAsString('throughline_events_skipped_total')).toContain('type="unknown"} 1');
  });

  it('leaves the rest of a batch when its partition is taken away, resolving only what is done', async () => {
    const [key = ''] = newKeys(1);
    const batch = receivedBatch(steps(key, 1, 5).map((event) => toMessage(event, randomUUID())));
    instance.script.before = async (event: StepTaken) => {
      if (event.data.step === 2) batch.mayGoOn = () => false;
    };
    await worker.work(batch);
    expect(await bench.effects(key)).toEqual([1, 2]);
    expect(batch.resolved).toEqual(['0', '1']);
  });

  it('never resolves past a message that is not done, though later ones of other keys are', async () => {
    const [slow = '', quick = ''] = newKeys(2);
    const held = gate();
    instance.script.before = async (event: StepTaken) => {
      if (event.subject === slow) await held.pass();
    };
    const batch = receivedBatch([step(slow, 1), step(quick, 1), step(quick, 2)].map((event) => toMessage(event)));
    const working = worker.work(batch);
    await held.reached;
    expect(await bench.untilEffects(quick, 2)).toEqual([1, 2]);
    expect(batch.resolved).toEqual([]);
    held.open();
    await working;
    expect(batch.resolved).toEqual(['2']);
  });

  it('does not park what took effect elsewhere between two tries', async () => {
    const [key = ''] = newKeys(1);
    const event = step(key, 1);
    const id = randomUUID();
    const { value } = toMessage(event, id);
    await worker.work(receivedBatch([{ key, value }]));
    const { topic, type } = event.definition;
    const raw = { topic, place: null, key, value, eventId: id, type };
    expect(await parking.parkFailed(raw, 'too late', 3)).toBe(false);
    expect(await parkedOf(key)).toEqual([]);
  });

  it('gives the batch back with the error of a failed heartbeat, so that the consumer joins again', async () => {
    const [key = ''] = newKeys(1);
    const held = gate();
    instance.script.before = () => held.pass();
    const batch = receivedBatch(
      steps(key, 1, 3).map((event) => toMessage(event)),
      {
        heartbeatEveryMs: 1,
        heartbeat: async () => {
          await held.reached;
          setImmediate(held.open);
          throw new Error('the group is rebalancing');
        },
      },
    );
    await expect(worker.work(batch)).rejects.toThrow('the group is rebalancing');
    expect(await bench.effects(key)).toEqual([1]);
  });
});
