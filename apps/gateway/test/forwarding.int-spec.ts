import { setTimeout as pause } from 'node:timers/promises';
import { createStatelessTest } from '#platform/testing';
import { AppModule } from '../src/app.module.js';
import { GatewaySettings } from '../src/gateway.settings.js';
import { backendsAt, LoopbackTarget } from './loopback-target.js';

const painPlan = new LoopbackTarget();
const others = new LoopbackTarget();
let gateway: Awaited<ReturnType<typeof createStatelessTest>>;

beforeAll(async () => {
  await painPlan.start();
  await others.start();
  const backends = backendsAt(others.url, { 'pain-plan': painPlan.url, referral: 'http://127.0.0.1:9' });
  const value: GatewaySettings = { backends, movableClockFile: null };
  gateway = await createStatelessTest({
    module: AppModule,
    service: 'gateway',
    overrides: [{ token: GatewaySettings, value }],
  });
});

beforeEach(() => {
  painPlan.received.length = 0;
  painPlan.answer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
});

afterAll(async () => {
  await gateway.close();
  await painPlan.stop();
  await others.stop();
});

describe('what goes on to the service', () => {
  it('is the path with its query, the headers that matter and the body as received', async () => {
    const body = '{ "document" : {"n": 1.0} }';
    const headers = {
      authorization: 'Bearer abc',
      'idempotency-key': 'k1',
      'if-match': '"3"',
      'content-type': 'application/json',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      'x-forwarded-user': 'mallory',
    };
    await gateway.request('POST', '/api/plans/p%201/versions?x=1&y=%C3%A4', { body, headers });
    const [received] = painPlan.received;
    expect(received).toMatchObject({ method: 'POST', url: '/api/plans/p%201/versions?x=1&y=%C3%A4', body });
    expect(received?.headers).toMatchObject({
      authorization: 'Bearer abc',
      'idempotency-key': 'k1',
      'if-match': '"3"',
      'content-type': 'application/json',
    });
    expect(received?.headers['traceparent']).toContain('a'.repeat(32));
    expect(received?.headers).not.toHaveProperty('x-forwarded-user');
  });

  it("is the operator's route of the service that the path names", async () => {
    await gateway.request('GET', '/api/ops/pain-plan/messaging/parked?limit=2');
    expect(painPlan.received[0]?.url).toBe('/api/ops/messaging/parked?limit=2');
    await gateway.request('GET', '/api/ops/pain-plan/timers');
    expect(painPlan.received[1]?.url).toBe('/api/ops/timers');
  });

  it('includes a body that is not JSON: the service refuses it', async () => {
    await gateway.request('POST', '/api/patients', { body: '{oops', headers: { 'content-type': 'application/json' } });
    expect(painPlan.received[0]?.body).toBe('{oops');
  });
});

describe('what comes back', () => {
  it('is status, body and the headers that clients act on', async () => {
    painPlan.answer = {
      status: 409,
      headers: {
        'content-type': 'application/problem+json',
        etag: '"4"',
        'retry-after': '7',
        location: '/api/x',
        server: 'secret',
      },
      body: '{"status":409}',
    };
    const answer = await gateway.request('GET', '/api/patients/1');
    expect(answer).toMatchObject({ status: 409, body: { status: 409 } });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      etag: '"4"',
      'retry-after': '7',
      location: '/api/x',
    });
    expect(answer.headers).not.toHaveProperty('server');
  });

  it('is a problem for a path that nobody answers, and for a body that is too large', async () => {
    const unknown = await gateway.request('GET', '/api/nothing-here');
    expect(unknown).toMatchObject({ status: 404, body: { type: 'urn:throughline:problem:not-found' } });
    expect(unknown.headers['content-type']).toMatch('application/problem+json');
    const tooLarge = await gateway.request('POST', '/api/patients', {
      body: 'x'.repeat(1_100_000),
      headers: { 'content-type': 'application/json' },
    });
    expect(tooLarge).toMatchObject({ status: 413, body: { type: 'urn:throughline:problem:body-too-large' } });
  });
});

describe('a service that is away', () => {
  it('is waited for when the request may be repeated', async () => {
    await gateway.request('GET', '/api/patients'); // leaves a connection open that dies with the service
    await painPlan.stop();
    const read = gateway.request('GET', '/api/patients/1');
    const write = gateway.request('POST', '/api/patients', { body: { a: 1 }, headers: { 'idempotency-key': 'k2' } });
    await pause(300);
    await painPlan.start();
    expect([(await read).status, (await write).status]).toEqual([200, 200]);
    expect(painPlan.received.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'POST']);
  });

  it('is reported at once when it may not', async () => {
    const answer = await gateway.request('POST', '/api/referrals/1/steps', { body: {} });
    expect(answer).toMatchObject({
      status: 503,
      body: { status: 503, detail: 'The referral service does not answer at the moment.' },
    });
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('is reported after eight seconds when it stays away', async () => {
    const startedAt = performance.now();
    const answer = await gateway.request('GET', '/api/handoffs');
    expect(answer.status).toBe(503);
    expect(performance.now() - startedAt).toBeLessThan(9000);
  });

  it('makes the gateway not ready, by name', async () => {
    const answer = await gateway.request<{ troubles: Record<string, string> }>('GET', '/health/ready');
    expect(answer.status).toBe(503);
    expect(Object.keys(answer.body.troubles)).toEqual(['referral']);
  });
});
