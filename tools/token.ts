/**
 * `npm run --silent token -- WHO [--url http://127.0.0.1:3000]` prints a bearer token of the embedded identity provider. WHO is
 * coordinator, physician, administrator, operator or partner:<slug>. THROUGHLINE_URL stands in for --url, OIDC_ISSUER for both.
 */
import { parseArgs } from 'node:util';

const defaultUrl = 'http://127.0.0.1:3000';
/** The provider listens so many ports above the gateway. */
const identityOffset = 7;
const grantType = 'urn:throughline:params:oauth:grant-type:development-account';
const clientId = 'throughline-cli';
const timeoutMs = 10_000;

/** Something the caller can act on; the message is one sentence. */
export class NoToken extends Error {}

/** A bearer token for `who`, from OIDC_ISSUER or from the provider that belongs to the gateway at `baseUrl`. Throws `NoToken`. */
export async function getToken(who: string, baseUrl: string): Promise<string> {
  const issuer = process.env['OIDC_ISSUER'] || issuerOf(baseUrl);
  const discovery = await ask(issuer, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { token_endpoint: endpoint } = (await discovery.json()) as { token_endpoint?: string };
  if (!discovery.ok || !endpoint) throw new NoToken(`${issuer} is not an identity provider.`);
  const answer = await ask(issuer, endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: grantType, client_id: clientId, account: who }),
  });
  const body = (await answer.json()) as { access_token?: string; error_description?: string };
  if (!body.access_token)
    throw new NoToken(`No token for "${who}": ${body.error_description ?? `status ${answer.status}`}.`);
  return body.access_token;
}

function issuerOf(baseUrl: string): string {
  const { protocol, hostname, port } = new URL(baseUrl);
  const gatewayPort = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  return `http://${hostname}:${gatewayPort + identityOffset}`;
}

async function ask(issuer: string, url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  } catch {
    throw new NoToken(`The identity provider at ${issuer} does not answer: start the system first (npm start).`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string', default: process.env['THROUGHLINE_URL'] || defaultUrl } },
  });
  const [who] = positionals;
  if (who === undefined || positionals.length > 1) throw new NoToken('Usage: node tools/token.ts WHO [--url URL]');
  if (!URL.canParse(values.url)) throw new NoToken(`"${values.url}" is not a URL.`);
  console.log(await getToken(who, values.url));
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
