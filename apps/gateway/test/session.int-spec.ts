import { randomBytes } from 'node:crypto';
import { createStatelessTest, signTestToken, testUser } from '#platform/testing';
import { AppModule } from '../src/app.module.js';
import { GatewaySettings } from '../src/gateway.settings.js';
import { SealedCookies } from '../src/session/sealed-cookies.js';
import { SessionSettings } from '../src/session/session.settings.js';
import { backendsAt, LoopbackTarget } from './loopback-target.js';

const target = new LoopbackTarget();
const settings = (key: Buffer, publicUrl = 'https://throughline.example.org'): SessionSettings => ({
  key: new Uint8Array(key),
  clientId: 'throughline-web',
  clientSecret: null,
  publicUrl,
});
const ours = settings(randomBytes(32));
let gateway: Awaited<ReturnType<typeof createStatelessTest>>;
let accessToken: string;

/** The part of a Set-Cookie header that a browser sends back. */
const cookieOf = (header: string): string => header.split(';')[0] ?? '';

const sealedBy = async (by: SessionSettings, seconds = 600): Promise<string> =>
  cookieOf(await new SealedCookies(by).sessionCookie({ accessToken }, seconds));

beforeAll(async () => {
  await target.start();
  accessToken = await signTestToken(testUser('coordinator'));
  gateway = await createStatelessTest({
    module: AppModule,
    service: 'gateway',
    overrides: [
      { token: GatewaySettings, value: { backends: backendsAt(target.url), movableClockFile: null } },
      { token: SessionSettings, value: ours },
    ],
  });
});

afterAll(async () => {
  await gateway.close();
  await target.stop();
});

const whoAmI = (cookie: string): ReturnType<typeof gateway.request> =>
  gateway.request('GET', '/api/session', { headers: { cookie } });

describe('a session in a browser', () => {
  it('says who is signed in, and nobody without it', async () => {
    expect(await whoAmI(await sealedBy(ours))).toMatchObject({ status: 200, body: { role: 'coordinator' } });
    expect((await gateway.request('GET', '/api/session')).status).toBe(401);
  });

  it('is nothing when sealed by another key, changed, or over', async () => {
    const good = await sealedBy(ours);
    expect((await whoAmI(await sealedBy(settings(randomBytes(32))))).status).toBe(401);
    expect((await whoAmI(`${good.slice(0, -2)}xx`)).status).toBe(401);
    expect((await whoAmI(await sealedBy(ours, -1))).status).toBe(401);
  });

  it('never shows the token to scripts, and travels by TLS only', async () => {
    const header = await new SealedCookies(ours).sessionCookie({ accessToken }, 600);
    expect(header).toMatch(/^__Host-throughline=.*HttpOnly; SameSite=Lax; Secure$/);
    expect(header).not.toContain(accessToken.split('.')[2]);
  });

  it('reaches the services as a bearer token', async () => {
    target.received.length = 0;
    target.answer = { status: 200, headers: {}, body: '{}' };
    await gateway.request('GET', '/api/handoffs', { headers: { cookie: await sealedBy(ours) } });
    expect(target.received[0]?.headers['authorization']).toBe(`Bearer ${accessToken}`);
  });

  it.each([
    ['a form of another site, which cannot set our header', {}],
    ['a script of another site', { 'x-throughline': 'web', 'sec-fetch-site': 'cross-site' }],
  ])('changes nothing for %s', async (_what, headers) => {
    target.received.length = 0;
    const cookie = await sealedBy(ours);
    const answer = await gateway.request('POST', '/api/patients', { body: {}, headers: { cookie, ...headers } });
    expect(answer.status).toBe(403);
    expect(target.received).toEqual([]);
  });

  it('changes something for our own pages', async () => {
    target.received.length = 0;
    const headers = { cookie: await sealedBy(ours), 'x-throughline': 'web', 'sec-fetch-site': 'same-origin' };
    await gateway.request('POST', '/api/patients', { body: {}, headers });
    expect(target.received).toHaveLength(1);
  });

  it('ends with the sign-out', async () => {
    const { status, headers } = await gateway.request('POST', '/api/session/sign-out');
    expect(status).toBe(204);
    expect(headers['set-cookie']).toEqual(
      expect.arrayContaining([expect.stringMatching(/^__Host-throughline=; Max-Age=0/)]),
    );
  });
});
