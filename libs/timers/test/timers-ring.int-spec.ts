/** Timers in processes that run by themselves, with Redis, and with trouble. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createServiceTest, type ServiceTest, type TestClock } from '#platform/testing';
import { SeveredLine } from '../../platform/test/support/severed-line.js';
import { Timers } from '../src/index.js';
import { SampleModule } from './support/sample.module.js';

const redisUrl = process.env['REDIS_URL'] ?? '';
const running: ServiceTest[] = [];
let redis: Redis;

beforeAll(() => {
  redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
});
beforeEach(() => redis.flushall());
afterAll(() => redis?.disconnect());
afterEach(async () => {
  for (const service of running.splice(0).reverse()) await service.close();
});

/** One that fires by itself; the broker is never spoken to. */
async function start(
  options: { databaseUrl?: string; clock?: TestClock; redis?: string | null; clockFile?: string } = {},
): Promise<ServiceTest> {
  const service = await createServiceTest({
    module: SampleModule,
    service: 'therapy',
    brokers: ['127.0.0.1:9'],
    env: {
      ...(options.redis === null ? {} : { REDIS_URL: options.redis ?? redisUrl }),
      ...(options.clockFile ? { CLOCK_FILE: options.clockFile } : {}),
    },
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
  });
  running.push(service);
  return service;
}

const urlOf = ({ dataSource }: ServiceTest): string => (dataSource.options as { url: string }).url;
const planId = randomUUID();
const subject = randomUUID();

/** Due so many milliseconds from now. */
const setDue = (service: ServiceTest, ms: number, ...keys: string[]): Promise<void> =>
  service.dataSource.transaction(async (tx) => {
    const dueAt = new Date(service.clock.now().getTime() + ms);
    for (const key of keys) await service.app.get(Timers).set(tx, { key, kind: 'note', subject, planId, dueAt });
  });

const countEffects = async ({ dataSource }: ServiceTest): Promise<{ all: number; distinct: number }> => {
  const [counted] = await dataSource.query<{ all: number; distinct: number }[]>(
    `select count(*)::int as "all", count(distinct key)::int as "distinct" from effect`,
  );
  return counted ?? { all: 0, distinct: 0 };
};

async function untilEffects(service: ServiceTest, wanted: number): Promise<{ all: number; distinct: number }> {
  const giveUpAt = performance.now() + 30_000;
  for (;;) {
    const counted = await countEffects(service);
    if (counted.distinct >= wanted) return counted;
    if (performance.now() > giveUpAt) throw new Error(`only ${JSON.stringify(counted)} of ${wanted}`);
    await pause(20);
  }
}

it('have exactly one effect each when two instances fire at once', async () => {
  const first = await start();
  const second = await start({ databaseUrl: urlOf(first), clock: first.clock });
  const keys = Array.from({ length: 200 }, (_, n) => `k${n}`);
  await setDue(first, -1000, ...keys);
  await setDue(second, -500, 'one-more');
  expect(await untilEffects(first, 201)).toEqual({ all: 201, distinct: 201 });
});

it('fire after Redis was emptied', async () => {
  const service = await start();
  await setDue(service, -10, 'before');
  await untilEffects(service, 1);
  await redis.flushall();
  await setDue(service, -10, 'after');
  expect(await untilEffects(service, 2)).toEqual({ all: 2, distinct: 2 });
});

it('fire without Redis at all', async () => {
  const service = await start({ redis: null });
  await setDue(service, -10, 'a');
  expect(await untilEffects(service, 1)).toEqual({ all: 1, distinct: 1 });
});

it('fire after the process that was to fire them is gone', async () => {
  const first = await start();
  const url = urlOf(first);
  await setDue(first, 60_000, 'a');
  const second = await start({ databaseUrl: url, clock: first.clock });
  first.clock.advance('PT2M');
  expect(await untilEffects(second, 1)).toEqual({ all: 1, distinct: 1 });
});

it('ring at their moment, not at the next sweep, also after Redis was emptied', async () => {
  const service = await start();
  await setDue(service, 60_000, 'a');
  await untilArmed(1);
  await redis.flushall();
  await untilArmed(1);
  const [id] = await armed();
  // The clock of the service stands still, so it is moved and the bell is rung by hand.
  service.clock.advance('PT1M');
  await redis.zadd('bull:timers-therapy:delayed', 0, id ?? '');
  expect(await untilEffects(service, 1)).toEqual({ all: 1, distinct: 1 });
});

it('fire while Redis is away, and ring again when it is back; going down does not wait for it', async () => {
  const line = new SeveredLine(new URL(redisUrl));
  await line.mend();
  const service = await start({ redis: line.url });
  await setDue(service, 60_000, 'a');
  await untilArmed(1);
  await line.cut();
  await setDue(service, -10, 'b');
  await untilEffects(service, 1);
  await redis.flushall();
  await line.mend();
  await untilArmed(1);
  await line.cut();
  const began = performance.now();
  await running.pop()?.close();
  expect(performance.now() - began).toBeLessThan(10_000);
}, 90_000);

it('fire within a second after the clock was moved', async () => {
  const service = await start({ redis: null, clockFile: '/nowhere/clock' });
  await setDue(service, 3_600_000, 'a');
  const began = performance.now();
  service.clock.advance('P1D');
  await untilEffects(service, 1);
  expect(performance.now() - began).toBeLessThan(1500);
});

it('are set anew when an operator asks', async () => {
  const service = await start();
  await setDue(service, 60_000, 'a');
  await untilArmed(1);
  // Lost without a trace: the mark still says that all is armed.
  await redis.del(await redis.keys('bull:timers-therapy:*'));
  const answer = await service.request('POST', '/api/timers/therapy/rebuild', { as: 'operator' });
  expect(answer).toMatchObject({ status: 200, body: { due: 0, pending: 1 } });
  await untilArmed(1);
});

const armed = (): Promise<string[]> => redis.zrange('bull:timers-therapy:delayed', 0, -1);

async function untilArmed(count: number): Promise<void> {
  // The client's pauses between two tries to connect grow up to twenty seconds while Redis is away.
  const giveUpAt = performance.now() + 50_000;
  while ((await armed()).length !== count) {
    if (performance.now() > giveUpAt) throw new Error(`${(await armed()).length} alarms instead of ${count}`);
    await pause(20);
  }
}
