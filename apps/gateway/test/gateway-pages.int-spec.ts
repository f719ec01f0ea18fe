import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStatelessTest } from '#platform/testing';
import { AppModule } from '../src/app.module.js';
import type { ClockState } from '../src/dev-clock/dev-clock.js';
import { backendNames, GatewaySettings } from '../src/gateway.settings.js';
import { backendsAt, LoopbackTarget } from './loopback-target.js';

const target = new LoopbackTarget();
let folder: string;
let clockFile: string;
let gateway: Awaited<ReturnType<typeof createStatelessTest>>;

const boot = (movableClockFile: string | null): ReturnType<typeof createStatelessTest> => {
  const value: GatewaySettings = { backends: backendsAt(target.url), movableClockFile };
  return createStatelessTest({ module: AppModule, service: 'gateway', overrides: [{ token: GatewaySettings, value }] });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-'));
  clockFile = join(folder, 'clock');
  await target.start();
  gateway = await boot(clockFile);
});

afterAll(async () => {
  await gateway.close();
  await target.stop();
  await rm(folder, { recursive: true });
});

describe('the development clock', () => {
  beforeEach(() => {
    target.answer = { status: 200, headers: {}, body: JSON.stringify({ due: 0, pending: 0, failing: 0 }) };
  });

  it('says how many timers are due in all services', async () => {
    target.received.length = 0;
    target.answer = { status: 200, headers: {}, body: JSON.stringify({ due: 2, pending: 9, failing: 0 }) };
    const { body } = await gateway.request('GET', '/api/dev/clock', { as: 'administrator' });
    expect(body).toMatchObject({ timersDue: 2 * backendNames.length });
    expect(target.received.map(({ url }) => url).sort()).toEqual(
      backendNames.map((name) => `/api/timers/${name}/counts`).sort(),
    );
  });

  it('does not say that it has settled while a service is away', async () => {
    target.answer = { status: 503, headers: {}, body: '{}' };
    const { status } = await gateway.request('GET', '/api/dev/clock', { as: 'administrator' });
    expect(status).toBe(503);
  });

  it('is moved by an administrator and seen by everybody', async () => {
    const before = await gateway.request<ClockState>('GET', '/api/dev/clock', { as: 'administrator' });
    expect(before).toMatchObject({ status: 200, body: { offsetSeconds: 0 } });
    const moved = await gateway.request<ClockState>('POST', '/api/dev/clock', {
      as: 'administrator',
      body: { advance: 'P3D' },
    });
    expect(moved).toMatchObject({ status: 200, body: { offsetSeconds: 259_200 } });
    expect(await readFile(clockFile, 'utf8')).toBe('259200000');
    const again = await gateway.request<ClockState>('POST', '/api/dev/clock', {
      as: 'administrator',
      body: { advance: 'PT90M' },
    });
    expect(again.body.offsetSeconds).toBe(264_600);
  });

  it('can be set, also back', async () => {
    const set = '2020-01-01T00:00:00Z';
    const answer = await gateway.request<ClockState>('POST', '/api/dev/clock', { as: 'administrator', body: { set } });
    expect(answer.status).toBe(200);
    expect(answer.body.now).toMatch(/^2020-01-01T00:00:0/);
  });

  it('refuses others, and anything but one of the two', async () => {
    const post = (as: string, body: object) => gateway.request('POST', '/api/dev/clock', { as, body });
    expect((await post('coordinator', { advance: 'P1D' })).status).toBe(403);
    expect((await post('administrator', {})).status).toBe(400);
    expect((await post('administrator', { advance: 'P1D', set: '2027-01-01T00:00:00Z' })).status).toBe(400);
    expect((await post('administrator', { advance: 'P999999999Y' })).status).toBe(400);
    expect((await gateway.request('GET', '/api/dev/clock', { as: 'coordinator' })).status).toBe(403);
    expect((await gateway.request('GET', '/api/dev/clock')).status).toBe(401);
  });

  it('is not there outside the embedded start', async () => {
    const production = await boot(null);
    const answer = await production.request('POST', '/api/dev/clock', {
      as: 'administrator',
      body: { advance: 'P1D' },
    });
    expect(answer.status).toBe(404);
    await production.close();
  });
});

describe('the description of the API', () => {
  it('is one document, in which every service has its own messaging routes', async () => {
    const paths = { '/api/ops/messaging/parked': { get: { operationId: 'parked' } }, '/api/plans': { get: {} } };
    target.answer = { status: 200, headers: {}, body: JSON.stringify({ openapi: '3.0.0', paths }) };
    const { body } = await gateway.request<{ paths: Record<string, unknown> }>('GET', '/api/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/dev/clock',
        '/api/plans',
        '/api/ops/therapy/messaging/parked',
        '/api/ops/referral/messaging/parked',
      ]),
    );
    expect(body.paths).not.toHaveProperty('/api/ops/messaging/parked');
  });

  it('can be read in a page that needs nothing from outside', async () => {
    const page = await gateway.request<string>('GET', '/api/docs');
    expect(page.headers['content-type']).toMatch('text/html');
    expect(page.body).not.toMatch(/https?:/);
    for (const [, asset] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await gateway.request('GET', asset ?? '')).status).toBe(200);
    }
    expect((await gateway.request('GET', '/api/docs/package.json')).status).toBe(404);
  });
});

describe('the screens', () => {
  it.each(['/', '/board', '/patients/some-id'])('stand at %s, and run nothing from elsewhere', async (path) => {
    const page = await gateway.request<string>('GET', path);
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(page.body).toContain(`content="${nonce}"`);
    expect(page.body).not.toMatch(/(?:src|href)="https?:/);
    for (const [, asset] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await gateway.request('GET', asset ?? '')).status).toBe(200);
    }
  });

  it('have a new nonce for each page', async () => {
    const policies = await Promise.all(['/', '/'].map((path) => gateway.request('GET', path)));
    const [one, other] = policies.map(({ headers }) => headers['content-security-policy']);
    expect(one).not.toBe(other);
  });
});
