import { createStatelessTest } from '#platform/testing';
import { AppModule } from '../src/app.module.js';
import { mostRefusedTokens } from '../src/forwarding/refused-tokens.js';
import { GatewaySettings } from '../src/gateway.settings.js';
import { backendsAt, LoopbackTarget } from './loopback-target.js';

const service = new LoopbackTarget();
let gateway: Awaited<ReturnType<typeof createStatelessTest>>;

beforeAll(async () => {
  await service.start();
  const value: GatewaySettings = { backends: backendsAt(service.url), movableClockFile: null };
  gateway = await createStatelessTest({
    module: AppModule,
    service: 'gateway',
    overrides: [{ token: GatewaySettings, value }],
  });
});
afterAll(async () => {
  await gateway?.close();
  await service.stop();
});

const json = { 'content-type': 'application/json' };
const says = (status: number) => (service.answer = { status, headers: json, body: '{}' });
const ask = (token: string) =>
  gateway.request('GET', '/api/plans/p1', { headers: { authorization: `Bearer ${token}` } });

describe('whoever tries out tokens', () => {
  it('is refused for a while; who has a good one goes on, and an old one that keeps asking harms nobody', async () => {
    says(200);
    expect((await ask('good')).status).toBe(200);
    says(401);
    for (let times = 0; times < mostRefusedTokens + 10; times += 1) expect((await ask('expired')).status).toBe(401);
    for (let guess = 1; guess < mostRefusedTokens; guess += 1) expect((await ask(`guess-${guess}`)).status).toBe(401);
    service.received.length = 0;
    const refused = await ask('one-more');
    expect(refused).toMatchObject({ status: 429, body: { title: 'Too many attempts' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(service.received).toEqual([]);

    says(200);
    expect((await ask('good')).status).toBe(200);
    // Without a token there is nothing to guess: public pages stay open.
    expect((await gateway.request('GET', '/api/plans/p1')).status).toBe(200);
    expect((await gateway.request('GET', '/health/live')).status).toBe(200);
  });
});
