import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { createServiceTest, type ServiceTest } from '#platform/testing';
import { type Timer, Timers } from '../src/index.js';
import { fireDue } from '../src/testing/index.js';
import { Faults, SampleModule } from './support/sample.module.js';

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
    await inTransaction((tx) => timers.keep(tx, planId, ['note'], wanted));
    service.clock.advance('P2D');
    await fireDue(service.app);
    expect(await effects()).toEqual(['done', 'new']);
    expect(await stateOf('old')).toBe('cancelled');
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
