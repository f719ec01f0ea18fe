import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { getToken, NoToken } from '../../../tools/token.js';
import { mostFailedSignIns } from '../src/failed-sign-ins.js';
import { createIdentityServer } from '../src/identity-server.js';
import { createProvider, webClient } from '../src/provider.js';
import { providerSecrets } from '../src/signing-keys.js';

let stateDir: string;
let server: Server;
let port = 0;
const issuer = (): string => `http://127.0.0.1:${port}`;
const webRedirectUri = 'http://127.0.0.1:1/api/session/callback';

/** As the embedded start does: always the same port, and the keys of the state folder. */
async function start(): Promise<void> {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  const settings = { issuer: issuer(), audience: 'throughline', port, stateDir, webRedirectUri };
  const listener = createIdentityServer(createProvider(settings, await providerSecrets(stateDir)));
}

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'throughline-identity-'));
  await start();
  process.env['OIDC_ISSUER'] = issuer();
});
afterAll(async () => {
  delete process.env['OIDC_ISSUER'];
  await stop();
  await rm(stateDir, { recursive: true });
});

const tokenFor = (who: string): Promise<string> => getToken(who, 'http://127.0.0.1:1');
const verified = async (token: string) =>
  (
    await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer()}/jwks`)), {
      issuer: issuer(),
      audience: 'throughline',
    })
  ).payload;

describe('a token for the command line', () => {
  it.each(['coordinator', 'physician', 'administrator', 'operator'])(
    'says that it is the %s, for 12 hours',
    async (who) => {
      const claims = await verified(await tokenFor(who));
      expect(claims).toMatchObject({ sub: who, role: who, name: expect.stringMatching(/\w+ \w+/), aud: 'throughline' });
      expect(claims).not.toHaveProperty('partner');
      expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(12 * 60 * 60);
    },
  );

  it('binds a partner to its organization', async () => {
    const claims = await verified(await tokenFor('partner:pt-north'));
    expect(claims).toMatchObject({ sub: 'partner:pt-north', role: 'partner', partner: 'pt-north' });
  });

  it.each(['', 'root', 'partner:', 'partner:Not A Slug', 'partner:-x', 'constructor'])(
    'is refused for "%s"',
    async (who) => {
      await expect(tokenFor(who)).rejects.toThrow(NoToken);
      await expect(tokenFor(who)).rejects.toThrow(/coordinator, physician, administrator, operator or partner:<slug>/);
    },
  );

  it('holds after the provider was started again', async () => {
    const before = await tokenFor('physician');
    await stop();
    await start();
    expect(await verified(before)).toMatchObject({ sub: 'physician' });
    expect((await stat(join(stateDir, 'signing-keys.json'))).mode & 0o077).toBe(0);
  });
});

/** Enough of a browser: keeps cookies, stops at every redirect. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const answer = await fetch(new URL(url, issuer()), { ...body, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

const verifier = randomBytes(32).toString('base64url');
const authorizeUrl = (more: Record<string, string> = {}): string =>
  `/auth?${new URLSearchParams({
    client_id: webClient,
    response_type: 'code',
    redirect_uri: webRedirectUri,
    scope: 'openid profile',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }).toString()}`;

describe('signing in with a browser', () => {
  it('shows the accounts, and gives a code that is worth a token with the code verifier only', async () => {
    const browser = new Browser();
    const signIn = (await browser.open(authorizeUrl())).headers.get('location') ?? '';
    expect(signIn).toMatch(/^\/sign-in\//);
    const page = await (await browser.open(signIn)).text();
    for (const account of ['coordinator', 'physician', 'administrator', 'operator'])
      expect(page).toContain(`value="${account}"`);
    expect((await browser.open(signIn, { account: 'root' })).status).toBe(400);

    const resume =
      (await browser.open(signIn, { account: 'partner', partner: 'pt-north' })).headers.get('location') ?? '';
    const back = new URL((await browser.open(resume)).headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe(webRedirectUri);
    const code = back.searchParams.get('code') ?? '';

    const exchange = (codeVerifier: string) =>
      browser.open('/token', {
        grant_type: 'authorization_code',
        client_id: webClient,
        redirect_uri: webRedirectUri,
        code,
        code_verifier: codeVerifier,
      });
    expect((await exchange(randomBytes(32).toString('base64url'))).status).toBe(400);
    const tokens = (await (await exchange(verifier)).json()) as { access_token: string };
    expect(await verified(tokens.access_token)).toMatchObject({
      sub: 'partner:pt-north',
      role: 'partner',
      partner: 'pt-north',
    });
  });

  it('needs PKCE, and a sign-in that this browser began', async () => {
    const refused = await new Browser().open(authorizeUrl({ code_challenge: '', code_challenge_method: '' }));
    expect(refused.headers.get('location')).toMatch(/error=invalid_request/);
    const signIn = (await new Browser().open(authorizeUrl())).headers.get('location') ?? '';
    expect((await new Browser().open(signIn, { account: 'administrator' })).status).toBe(400);
  });
});

it('names no password or key in a token', async () => {
  const allowed = ['aud', 'client_id', 'exp', 'iat', 'iss', 'jti', 'name', 'role', 'sub'];
  expect(Object.keys(decodeJwt(await tokenFor('operator'))).sort()).toEqual(allowed);
});

it('refuses for a while whoever keeps failing, at the sign-in page and for tokens; the next start forgets', async () => {
  const browser = new Browser();
  const signIn = (await browser.open(authorizeUrl())).headers.get('location') ?? '';
  const statuses: number[] = [];
  for (let times = 0; times <= mostFailedSignIns; times += 1) {
    statuses.push((await browser.open(signIn, { account: `guess-${times}` })).status);
  }
  expect(statuses).toContain(400);
  const refused = await browser.open(signIn, { account: 'coordinator' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await browser.open('/token', { grant_type: 'authorization_code' })).status).toBe(429);
  // Looking at the page costs nothing.
  expect((await browser.open(signIn)).status).toBe(200);
  await stop();
  await start();
  expect(await verified(await tokenFor('coordinator'))).toMatchObject({ sub: 'coordinator' });
});
