import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createServiceTest, createTestDatabase, type ServiceTest, type TestDatabase } from '../src/testing/index.js';
import { SampleModule } from './support/sample.module.js';
import { SeveredLine } from './support/severed-line.js';

let database: TestDatabase;
let line: SeveredLine;
const running: ServiceTest[] = [];

const boot = async (databaseUrl: string): Promise<ServiceTest> => {
  const service = await createServiceTest({ module: SampleModule, service: 'therapy', databaseUrl });
  running.push(service);
  return service;
};

beforeEach(async () => {
  database = await createTestDatabase();
  line = new SeveredLine(new URL(database.url));
  await line.mend();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.close()));
  await line.cut();
  await database.drop();
});

const create = (service: ServiceTest) =>
  service.request('POST', '/api/samples', { as: 'coordinator', body: { name: 'a' } });

it('answers 503 with Retry-After while it is away, says so in readiness, and goes on afterwards', async () => {
  const service = await boot(line.url);
  expect((await create(service)).status).toBe(201);

  await line.cut();
  const refused = await create(service);
  expect(refused).toMatchObject({ status: 503, body: { type: 'urn:throughline:problem:unavailable' } });
  expect(refused.headers['retry-after']).toBe('1');
  expect(await service.request('GET', '/health/ready')).toMatchObject({
    status: 503,
    body: { status: 'not ready', troubles: { database: expect.any(String) } },
  });
  expect((await service.request('GET', '/health/live')).status).toBe(200);

  await line.mend();
  expect((await create(service)).status).toBe(201);
  expect(await service.request('GET', '/health/ready')).toMatchObject({ status: 200, body: { troubles: {} } });
});

it('does not lose the process, nor the rest of a transaction that is cut off in the middle', async () => {
  const service = await boot(line.url);
  const slow = service.request('POST', '/api/samples', { as: 'coordinator', body: { name: 'slow' } });
  // The transaction is in its pause when its row is there for the waiting server to see.
  const other = await boot(database.url);
  const isInside = async (): Promise<boolean> => {
    const open: unknown[] = await other.dataSource.query(
      `select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
    );
    return open.length > 0;
  };
  while (!(await isInside()));
  await line.cut();
  expect((await slow).status).toBe(503);
  await line.mend();
  expect((await create(service)).status).toBe(201);
  expect(await service.dataSource.query('select name from sample')).toEqual([{ name: 'a' }]);
});

it('may throw all connections out under running requests, and is used again at once', async () => {
  const service = await boot(database.url);
  const running = Array.from({ length: 20 }, (_, n) =>
    service.request('POST', '/api/samples', {
      as: 'coordinator',
      body: { name: n % 2 ? 'slow' : 'a' },
      headers: { 'idempotency-key': `k${n}` },
    }),
  );
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  for (let round = 0; round < 3; round++) {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await pause(100);
  }
  await admin.end();
  const statuses = (await Promise.all(running)).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(statuses).toContain(503);

  const later = await Promise.all(Array.from({ length: 10 }, () => create(service)));
  expect(later.map(({ status }) => status)).toEqual(later.map(() => 201));
  const [{ n } = { n: -1 }]: { n: number }[] = await service.dataSource.query('select count(*)::int n from sample');
  expect(n).toBe(statuses.filter((status) => status === 201).length + later.length);
});

it('is waited for at boot', async () => {
  const { url } = line;
  await line.cut();
  const booting = boot(url);
  await line.mend();
  expect((await create(await booting)).status).toBe(201);
});

it('is migrated once by instances that boot at the same time', async () => {
  const instances = await Promise.all([boot(line.url), boot(line.url), boot(line.url)]);
  const names: { name: string }[] =
    (await instances[0]?.dataSource.query('select name from migrations order by id')) ?? [];
  expect(names.map(({ name }) => name)).toEqual([
    'PlatformTables1767225500000',
    'IdempotencyActor1767225501000',
    'AuditTables1767225502000',
    'SampleTables1767225600000',
  ]);
});
