import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { createServiceTest, type ServiceTest } from '#platform/testing';
import { type Timer, Timers } from '../src/index.js';
import { fireDue } from '../src/testing/index.js';
import { Faults, lockPlan, SampleModule } from './support/sample.module.js';

let service: ServiceTest;
let timers: Timers;
const planId = randomUUID();
const subject = randomUUID();

beforeAll(async () => {
  service = await createServiceTest({ module: SampleModule, service: 'therapy' });
  timers = service.app.get(Timers);
});
afterAll(() => service?.close());
beforeEach(async () => {
  await service.dataSource.query('truncate timer; truncate effect');
  service.clock.set('2027-04-06T13:00:00Z');
});

const inTransaction = (work: (tx: EntityManager) => Promise<void>): Promise<void> =>
  service.dataSource.transaction(work);
const timer = (key: string, dueAt: string, kind = 'note'): Timer => ({
  key,
  kind,
  subject,
  planId,
  dueAt: new Date(dueAt),
});
const set = (...all: Timer[]): Promise<void> =>
  inTransaction(async (tx) => {
    for (const one of all) await timers.set(tx, one);
  });
const effects = async (): Promise<string[]> =>
  (await service.dataSource.query<{ key: string }[]>('select key from effect order by ctid')).map(({ key }) => key);
const stateOf = async (key: string): Promise<unknown> =>
  (await service.dataSource.query<{ state: string }[]>('select state from timer where key = $1', [key]))[0]?.state;

describe('a timer', () => {
  it('fires when its moment has come, once, and not before', async () => {
    await set(timer('a', '2027-04-06T14:00:00Z'));
    expect(await fireDue(service.app)).toBe(0);
    service.clock.advance('PT1H');
    expect(await fireDue(service.app)).toBe(1);
    expect(await fireDue(service.app)).toBe(0);
    expect(await effects()).toEqual(['a']);
  });

  it('waits for months', async () => {
    await set(timer('a', '2028-04-06T14:00:00Z'));
    service.clock.advance('P360D');
    expect(await fireDue(service.app)).toBe(0);
    service.clock.advance('P10D');
    expect(await fireDue(service.app)).toBe(1);
  });

  it('fires in the order of moments, whatever the order of setting', async () => {
    await set(
      timer('c', '2027-04-06T13:30:00Z'),
      timer('a', '2027-04-06T13:10:00Z'),
      timer('b', '2027-04-06T13:20:00Z'),
    );
    service.clock.advance('P1D');
    await fireDue(service.app);
    expect(await effects()).toEqual(['a', 'b', 'c']);
  });

  it('may set another that is due already: it fires in the same sweep', async () => {
    await set(timer('a', '2027-04-06T13:10:00Z', 'chain'));
    service.clock.advance('P1D');
    expect(await fireDue(service.app)).toBe(2);
    expect(await effects()).toEqual(['a', 'a-next']);
  });
});

describe('a changed mind', () => {
  it('moves a timer', async () => {
    await set(timer('a', '2027-04-06T14:00:00Z'));
    await set(timer('a', '2027-04-08T14:00:00Z'));
    service.clock.advance('P1D');
    expect(await fireDue(service.app)).toBe(0);
    service.clock.advance('P2D');
    expect(await fireDue(service.app)).toBe(1);
  });

  it('cancels one, or those of a plan', async () => {
    await set(timer('a', '2027-04-06T14:00:00Z'), timer('b', '2027-04-06T14:00:00Z', 'chain'));
    await inTransaction((tx) => timers.cancel(tx, 'a'));
    await inTransaction((tx) => timers.cancelPlan(tx, planId, ['chain']));
    service.clock.advance('P1D');
    expect(await fireDue(service.app)).toBe(0);
    expect(await stateOf('b')).toBe('cancelled');
  });

  it('keeps exactly the wanted ones of a kind, and lets fired ones be', async () => {
    await set(timer('done', '2027-04-06T12:00:00Z'), timer('old', '2027-04-07T12:00:00Z'));
    await fireDue(service.app);
    const wanted = [timer('done', '2027-04-06T12:00:00Z'), timer('new', '2027-04-07T13:00:00Z')];
    await inTransaction((tx) => timers.keep(tx, planId, ['note'], wanted, service.clock.now()));
    service.clock.advance('P2D');
    await fireDue(service.app);
    expect(await effects()).toEqual(['done', 'new']);
    expect(await stateOf('old')).toBe('cancelled');
  });

  it('leaves one whose moment has come to fire, wanted or not', async () => {
    await set(timer('came', '2027-04-06T12:00:00Z'), timer('later', '2027-04-07T12:00:00Z'));
    await inTransaction((tx) => timers.keep(tx, planId, ['note'], [], new Date('2027-04-06T12:00:00Z')));
    expect(await stateOf('came')).toBe('pending');
    expect(await stateOf('later')).toBe('cancelled');
  });

  it('sets a fired timer again only for another moment', async () => {
    await set(timer('a', '2027-04-06T12:00:00Z'));
    await fireDue(service.app);
    await set(timer('a', '2027-04-06T12:00:00Z'));
    expect(await fireDue(service.app)).toBe(0);
    await set(timer('a', '2027-04-06T12:30:00Z'));
    expect(await fireDue(service.app)).toBe(1);
  });

  it('that is rolled back changes nothing', async () => {
    await set(timer('a', '2027-04-06T14:00:00Z'));
    await inTransaction(async (tx) => {
      await timers.cancel(tx, 'a');
      throw new Error('changed back');
    }).catch(() => undefined);
    service.clock.advance('P1D');
    expect(await fireDue(service.app)).toBe(1);
  });
});

describe('a handler that fails', () => {
  it('has no effect, and is tried again after a pause; others are not held up', async () => {
    service.app.get(Faults).left.set('a', 1);
    await set(timer('a', '2027-04-06T12:00:00Z'), timer('b', '2027-04-06T12:30:00Z'));
    expect(await fireDue(service.app)).toBe(1);
    expect(await effects()).toEqual(['b']);
    expect(await stateOf('a')).toBe('pending');
    await service.dataSource.query(`update timer set retry_at = retry_at - interval '1 hour'`);
    expect(await fireDue(service.app)).toBe(1);
    expect(await effects()).toEqual(['b', 'a']);
  });

  it('is tried until it succeeds, however often it fails, and has one effect', async () => {
    service.app.get(Faults).left.set('a', 2);
    await set(timer('a', '2027-04-06T12:00:00Z'));
    for (const fired of [0, 0, 1, 0]) {
      expect(await fireDue(service.app)).toBe(fired);
      await service.dataSource.query(`update timer set retry_at = retry_at - interval '1 hour'`);
    }
    expect(await effects()).toEqual(['a']);
  });

  it('whose connection is cut before the commit has no effect, and one later', async () => {
    service.app.get(Faults).left.set('a', 1);
    await set(timer('a', '2027-04-06T12:00:00Z', 'dies'));
    await expect(fireDue(service.app)).rejects.toThrow();
    expect(await effects()).toEqual([]);
    expect(await fireDue(service.app)).toBe(1);
    expect(await effects()).toEqual(['a']);
  });
});

describe('a handler and its own timer', () => {
  it('may set it for its next moment', async () => {
    await set(timer('a', '2027-04-06T13:30:00Z', 'repeat'));
    service.clock.advance('PT3H');
    expect(await fireDue(service.app)).toBe(3);
    expect(await stateOf('a')).toBe('pending');
  });

  it('may find that it is not wanted any more: it has fired all the same', async () => {
    await set(timer('a', '2027-04-06T12:00:00Z', 'last'));
    expect(await fireDue(service.app)).toBe(1);
    expect(await stateOf('a')).toBe('fired');
  });
});

describe('somebody who decides about the plan while its timer fires', () => {
  /** The plan's lock is held, the handler waits for it; then the timer is changed and the transaction ends. */
  const meanwhile = async (change: (tx: EntityManager) => Promise<void>): Promise<number> => {
    const runner = service.dataSource.createQueryRunner();
    await runner.startTransaction();
    await lockPlan(runner.manager, planId);
    const firing = fireDue(service.app);
    await untilSomebodyWaits();
    await change(runner.manager);
    await runner.commitTransaction();
    await runner.release();
    return firing;
  };
  const untilSomebodyWaits = async (): Promise<void> => {
    const waits = `select 1 from pg_locks where not granted and locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`;
    while ((await service.dataSource.query<unknown[]>(waits)).length === 0) await pause(5);
  };

  it('cancels it: neither waits for the other, and it has no effect', async () => {
    await set(timer('a', '2027-04-06T12:00:00Z', 'of-locked-plan'));
    expect(await meanwhile((tx) => timers.cancel(tx, 'a'))).toBe(0);
    expect(await effects()).toEqual([]);
    expect(await stateOf('a')).toBe('cancelled');
  });

  it('moves it: it fires at its new moment', async () => {
    await set(timer('a', '2027-04-06T12:00:00Z', 'of-locked-plan'));
    expect(await meanwhile((tx) => timers.set(tx, timer('a', '2027-04-06T14:00:00Z', 'of-locked-plan')))).toBe(0);
    service.clock.advance('PT1H');
    expect(await fireDue(service.app)).toBe(1);
    expect(await effects()).toEqual(['a']);
  });
});

it('fires at the instant that a wall-clock means after the change of clocks', async () => {
  // 17:00 in New York on the Monday after 7 November 2027 is 22:00 UTC, an hour later than on the Friday before.
  await set(timer('friday', '2027-11-05T17:00:00-04:00'), timer('monday', '2027-11-08T17:00:00-05:00'));
  service.clock.set('2027-11-05T21:00:00Z');
  expect(await fireDue(service.app)).toBe(1);
  service.clock.set('2027-11-08T21:59:59Z');
  expect(await fireDue(service.app)).toBe(0);
  service.clock.set('2027-11-08T22:00:00Z');
  expect(await fireDue(service.app)).toBe(1);
});

it('has its numbers among the metrics', async () => {
  await set(timer('a', '2027-04-06T12:00:00Z'), timer('b', '2027-04-09T12:00:00Z'));
  await service.request('GET', '/api/timers/therapy/counts');
  const { body } = await service.request<string>('GET', '/metrics');
  expect(body).toMatch(/throughline_timers_due 1\n/);
  expect(body).toMatch(/throughline_timers_pending 2\n/);
});

it('shows a plan’s timers to the clinic, and their counts to anybody', async () => {
  await set(timer('a', '2027-04-06T12:00:00Z'), timer('b', '2027-04-09T12:00:00Z'));
  const counts = await service.request('GET', '/api/timers/therapy/counts');
  expect(counts.body).toEqual({ due: 1, pending: 2, failing: 0 });
  await fireDue(service.app);
  const { body } = await service.request('GET', `/api/timers/therapy?plan=${planId}`, { as: 'coordinator' });
  expect(body).toMatchObject({
    items: [
      { key: 'a', state: 'fired', dueAt: '2027-04-06T12:00:00.000Z' },
      { key: 'b', state: 'pending', firedAt: null },
    ],
  });
  expect((await service.request('GET', `/api/timers/therapy?plan=${planId}`, { as: 'partner:pt-north' })).status).toBe(
    403,
  );
});
