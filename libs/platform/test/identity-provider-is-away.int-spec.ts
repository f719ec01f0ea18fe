import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { IdentityProviderAway, IssuerKeys, TokenVerifier } from '../src/auth/token-verifier.js';
import { readSettings } from '../src/index.js';

const keys = await generateKeyPair('RS256');
let server: Server;
let issuer: string;
let answer: { status: number; keys: unknown };

beforeEach(async () => {
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256' };
  answer = { status: 200, keys: { keys: [key] } };
  server = createServer((request, response) => {
    const isKeys = request.url === '/keys';
    response.writeHead(isKeys ? answer.status : 200, { 'content-type': 'application/json' });
    response.end(isKeys ? JSON.stringify(answer.keys) : JSON.stringify({ jwks_uri: `${issuer}/keys` }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

const newVerifier = (): TokenVerifier => {
  const settings = readSettings('gateway', { OIDC_ISSUER: issuer });
  return new TokenVerifier(settings, new IssuerKeys(settings));
};
const token = (kid = 'k'): Promise<string> =>
  new SignJWT({ sub: 'c', role: 'coordinator', iss: issuer, aud: 'throughline' })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setExpirationTime('1h')
    .sign(keys.privateKey);

it('knows a token by the keys that the issuer publishes', async () => {
  expect(await newVerifier().verify(await token())).toMatchObject({ sub: 'c', role: 'coordinator' });
});

it('refuses a token whose key the issuer does not have', async () => {
  expect(await newVerifier().verify(await token('other'))).toBeNull();
});

it.each([
  ['answers with an error', { status: 500, keys: {} }],
  ['answers with something else', { status: 200, keys: { nothing: true } }],
])('does not take a good token for a bad one when the issuer %s, and recovers', async (_, fault) => {
  const good = answer;
  answer = fault;
  const verifier = newVerifier();
  await expect(verifier.verify(await token())).rejects.toThrow(IdentityProviderAway);
  answer = good;
  expect(await verifier.verify(await token())).toMatchObject({ sub: 'c' });
});

it('does not take a good token for a bad one when nobody answers', async () => {
  const verifier = newVerifier();
  const good = await token();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await expect(verifier.verify(good)).rejects.toThrow(IdentityProviderAway);
});
