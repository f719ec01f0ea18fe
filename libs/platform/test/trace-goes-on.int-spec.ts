import type { AddressInfo } from 'node:net';
import { createServiceTest, type ServiceTest, signTestToken, testUser } from '../src/testing/index.js';
import { SampleModule } from './support/sample.module.js';

let service: ServiceTest;
let url: string;

beforeAll(async () => {
  service = await createServiceTest({ module: SampleModule, service: 'therapy' });
  await service.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(service.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => service.close());

/** Over a real socket: a body that arrives in pieces is what loses the ambient trace. */
async function traceOf(headers: Record<string, string>, nameLength = 10): Promise<string> {
  const token = await signTestToken(testUser('coordinator'));
  const answer = await fetch(`${url}/api/samples/trace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name: 'x'.repeat(nameLength) }),
  });
  return ((await answer.json()) as { trace: string }).trace;
}

it('is taken over from the caller, with a span of its own, after a small and after a large body', async () => {
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  for (const length of [10, 500_000]) {
    expect(await traceOf({ traceparent }, length)).toMatch(/^00-a{32}-(?!b{16})[0-9a-f]{16}-01$/);
  }
});

it('begins here without one, or with one that cannot be read', async () => {
  const traces = [await traceOf({}), await traceOf({}), await traceOf({ traceparent: 'nonsense' })];
  for (const trace of traces) expect(trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(new Set(traces.map((trace) => trace.slice(3, 35))).size).toBe(3);
});

it('is kept apart for requests that overlap', async () => {
  const ids = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(32));
  const traces = await Promise.all(ids.map((id) => traceOf({ traceparent: `00-${id}-${'c'.repeat(16)}-01` }, 200_000)));
  expect(traces.map((trace) => trace.slice(3, 35))).toEqual(ids);
});
