import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { accountOf } from './accounts.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { signInPage } from './sign-in-page.js';

const longestForm = 10_000;
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** The protocol's endpoints, the sign-in page that they send people to, and health. */
export function createIdentityServer(provider: Provider): RequestListener {
  const protocol = provider.callback();
  const failed = new FailedSignIns();
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/health/ready' || path === '/health/live') return sendJson(response, 200, { status: 'ready' });
    const handle = path.startsWith('/sign-in/')
      ? () => signIn(provider, request, response)
      : () => protocol(request, response);
    const isAttempt = request.method === 'POST' && (path.startsWith('/sign-in/') || path === '/token');
    const handled = isAttempt ? counted(failed, request, response, handle) : Promise.resolve(handle());
    handled.catch((error: unknown) => refuse(response, error));
  };
}

/** An attempt to get in: refused for a while after too many that failed. */
async function counted(
  failed: FailedSignIns,
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => unknown,
): Promise<void> {
  const address = request.socket.remoteAddress ?? '';
  const seconds = await failed.mustWait(address);
  if (seconds !== null) {
    response.setHeader('retry-after', String(seconds));
    return sendJson(response, 429, { error: 'slow_down', error_description: 'too many failed attempts: wait' });
  }
  response.once('finish', () => {
    if (response.statusCode === 400 || response.statusCode === 401) void failed.note(address);
  });
  await handle();
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Throws when the browser's cookie does not belong to a sign-in that is under way.
  const interaction = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, pageHeaders).end(signInPage(interaction.uid));
    return;
  }
  const form = await readForm(request);
  const chosen =
    form.get('account') === 'partner' ? `partner:${form.get('partner')?.trim() ?? ''}` : (form.get('account') ?? '');
  const account = accountOf(chosen);
  if (account === null) {
    response.writeHead(400, pageHeaders).end(signInPage(interaction.uid, 'There is no such account.'));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: account.id } });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longestForm) throw new errors.InvalidRequest('the form is too long');
  }
  return new URLSearchParams(text);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof errors.OIDCProviderError) {
    return sendJson(response, error.statusCode, { error: error.error, error_description: error.error_description });
  }
  process.stderr.write(`${JSON.stringify({ level: 'error', service: 'identity', msg: String(error) })}\n`);
  sendJson(response, 500, { error: 'server_error' });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
