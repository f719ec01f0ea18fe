import type { User } from '../src/index.js';
import { createServiceTest, type ServiceTest, type TestAnswer } from '../src/testing/index.js';
import { SampleModule } from './support/sample.module.js';

let service: ServiceTest;

beforeAll(async () => {
  service = await createServiceTest({ module: SampleModule, service: 'therapy' });
});
afterAll(() => service.close());

const create = (name: string, key: string | null, as: User | string = 'coordinator') =>
  service.request<{ id: string }>('POST', '/api/samples', {
    as,
    body: { name },
    headers: key === null ? {} : { 'idempotency-key': key },
  });

const countOf = async (name: string): Promise<number> => {
  const rows: { n: number }[] = await service.dataSource.query('select count(*)::int n from sample where name = $1', [
    name,
  ]);
  return rows[0]?.n ?? -1;
};

it('has its effect once and gets the same answer with the same status', async () => {
  const [first, second] = [await create('once', 'k1'), await create('once', 'k1')];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(await countOf('once')).toBe(1);
});

it('waits for the first when both come at once', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => create('slow', 'k2')));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(await countOf('slow')).toBe(1);
});

it('is a conflict when the key was used for something else', async () => {
  await create('this', 'k3');
  expect(await create('that', 'k3')).toMatchObject({
    status: 422,
    body: { type: 'urn:throughline:problem:idempotency-conflict' },
  });
  expect(await countOf('that')).toBe(0);
});

it('is tried anew after a refusal: what was rolled back is not remembered', async () => {
  const answers = [await create('refused', 'k4'), await create('refused', 'k4')];
  expect(answers.map(({ status }) => status)).toEqual([409, 409]);
  expect(await countOf('refused')).toBe(0);
  expect((await create('after all', 'k4')).status).toBe(201);
});

it('has its effect each time without a key', async () => {
  await Promise.all([create('each', null), create('each', null)]);
  expect(await countOf('each')).toBe(2);
});

it('refuses a key longer than 200 characters', async () => {
  expect((await create('long', 'k'.repeat(201))).status).toBe(400);
});

it('keeps the keys of different callers apart, whatever stands in them', async () => {
  const person = (sub: string) => ({ sub, name: 'Somebody', role: 'coordinator' as const, partnerId: null });
  const answers: TestAnswer<{ id: string }>[] = [
    await create('apart', 'same', person('a')),
    await create('apart', 'same', person('b')),
    // Joined by a space, these two would read alike.
    await create('apart', 'c d', person('b')),
    await create('apart', 'd', person('b c')),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(4);
});
