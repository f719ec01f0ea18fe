import { jest } from '@jest/globals';
import { IdempotencyRetention } from '../src/database/idempotency-retention.js';
import { createServiceTest, type ServiceTest } from '../src/testing/index.js';
import { SampleModule } from './support/sample.module.js';

let service: ServiceTest;

beforeEach(async () => {
  service = await createServiceTest({ module: SampleModule, service: 'therapy' });
});
afterEach(() => service.close());

const create = (key: string) =>
  service.request<{ id: string }>('POST', '/api/samples', {
    as: 'coordinator',
    body: { name: 'a' },
    headers: { 'idempotency-key': key },
  });
const age = (key: string, days: number) =>
  service.dataSource.query(`update idempotency_key set created_at = now() - make_interval(days => $2) where key = $1`, [
    key,
    days,
  ]);
const keys = async (): Promise<string[]> => {
  const rows: { key: string }[] = await service.dataSource.query('select key from idempotency_key order by key');
  return rows.map(({ key }) => key);
};

it('removes keys older than 30 days with their answers, and keeps the younger ones', async () => {
  const [old, young] = [await create('old'), await create('young')];
  await age('old', 31);
  await age('young', 29);
  await service.app.get(IdempotencyRetention, { strict: false }).sweep();
  expect(await keys()).toEqual(['young']);
  expect((await create('young')).body).toEqual(young.body);
  expect((await create('old')).body).not.toEqual(old.body);
});

it('removes more than one statement takes', async () => {
  await service.dataSource.query(
    `insert into idempotency_key (actor, key, fingerprint, created_at)
     select 'a', n::text, '', now() - interval '40 days' from generate_series(1, 5100) n`,
  );
  await service.app.get(IdempotencyRetention, { strict: false }).sweep();
  expect(await keys()).toEqual([]);
});

it('does not follow the movable clock', async () => {
  await create('kept');
  service.clock.advance('P400D');
  await service.app.get(IdempotencyRetention, { strict: false }).sweep();
  expect(await keys()).toEqual(['kept']);
});

it('runs every hour until the service stops, holds no process open, and survives an outage', async () => {
  const warn = jest.fn();
  const query = jest.fn(() => Promise.reject(new Error('away')));
  const unref = jest.fn();
  const everyHour = jest.spyOn(globalThis, 'setInterval').mockReturnValue({ unref } as unknown as NodeJS.Timeout);
  const cleared = jest.spyOn(globalThis, 'clearInterval').mockImplementation(() => undefined);
  try {
    const retention = new IdempotencyRetention({ query } as never, { warn } as never);
    retention.onApplicationBootstrap();
    expect(everyHour).toHaveBeenCalledWith(expect.any(Function), 3_600_000);
    expect(unref).toHaveBeenCalled();
    everyHour.mock.calls[0]?.[0]();
    await new Promise((resolve) => setImmediate(resolve));
    expect(warn).toHaveBeenCalledTimes(1);
    retention.beforeApplicationShutdown();
    expect(cleared).toHaveBeenCalledTimes(1);
  } finally {
    everyHour.mockRestore();
    cleared.mockRestore();
  }
});
