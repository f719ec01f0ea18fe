import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createTestDatabase, type TestDatabase } from '../src/testing/index.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** A service in a process of its own, with what it wrote. */
class ServiceProcess {
  stdout = '';
  stderr = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(env: Record<string, string>) {
    const sources = ['--import', path('../../messaging/test/support/typescript.mjs')];
    this.child = spawn(process.execPath, [...sources, path('support/run-service.ts')], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (text) => (this.stdout += String(text)));
    this.child.stderr?.on('data', (text) => (this.stderr += String(text)));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  get lines(): Record<string, unknown>[] {
    return this.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async listening(): Promise<void> {
    const isListening = new Promise<void>((resolve) => {
      this.child.stdout?.on('data', () => this.stdout.includes('"listening"') && resolve());
    });
    const died = this.ended.then(() => Promise.reject(new Error(`ended: ${this.stderr}${this.stdout}`)));
    await Promise.race([isListening, died]);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }
}

let database: TestDatabase;
let port: number;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let processes: ServiceProcess[] = [];

const start = (env: Record<string, string>): ServiceProcess => {
  const service = new ServiceProcess(env);
  processes.push(service);
  return service;
};

beforeAll(async () => {
  database = await createTestDatabase();
  issuer = await startIssuer();
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  port = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
});
afterEach(async () => {
  for (const service of processes) service.signal('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
  processes = [];
});
afterAll(async () => {
  await issuer.stop();
  await database.drop();
});

const settings = (): Record<string, string> => ({
  DATABASE_URL_THERAPY: database.url,
  KAFKA_BROKERS: '127.0.0.1:9',
  OIDC_ISSUER: 'http://127.0.0.1:9',
  PORT_THERAPY: String(port),
});

it('says every wrong setting at once, each with what would be right, and nothing else', async () => {
  const env = {
    PORT_THERAPY: 'x',
    KAFKA_BROKERS: 'broker',
    OIDC_ISSUER: 'nowhere',
    LOG_LEVEL: 'loud',
    OWN_SETTING: 'wrong',
  };
  const service = start({ ...env, DATABASE_URL_THERAPY: 'mysql://me:secret@x/y' });
  expect(await service.ended).toBe(1);
  expect(service.stdout).toBe('');
  expect(service.stderr.split('\n')).toEqual([
    'Wrong settings:',
    '  PORT_THERAPY is wrong, expected a port such as 3004',
    '  DATABASE_URL_THERAPY is wrong, expected a URL such as postgres://user:password@host:5432/name',
    '  KAFKA_BROKERS is wrong, expected a list such as 127.0.0.1:3009,127.0.0.1:3010',
    '  OIDC_ISSUER is wrong, expected a URL such as http://127.0.0.1:3007',
    '  LOG_LEVEL is wrong, expected one of fatal, error, warn, info, debug',
    '  OWN_SETTING is wrong, expected right',
    '.env.example explains every setting.',
    '',
  ]);
});

it('says in one line of JSON why it could not start', async () => {
  const service = start({ ...settings(), DATABASE_URL_THERAPY: database.url.replace(/[^/]+$/, 'not_there') });
  expect(await service.ended).toBe(1);
  expect(service.lines).toEqual([
    expect.objectContaining({ level: 'fatal', service: 'therapy', msg: 'could not start', time: expect.any(String) }),
  ]);
  expect(service.stderr).toBe('');
});

it('says once that it listens, and ends by itself after SIGTERM, finishing the request in hand', async () => {
  const service = start({ ...settings(), OIDC_ISSUER: issuer.url });
  await service.listening();
  const url = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Bearer ${await issuer.token()}` };
  expect((await fetch(`${url}/api/samples/me`, { headers })).status).toBe(200);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const named = ['process_cpu_user_seconds_total', 'route="/api/samples/me",status="200"'];
  expect(named.filter((name) => !metrics.includes(name))).toEqual([]);

  const inHand = fetch(`${url}/api/samples/slow`, { headers });
  await new Promise((resolve) => setTimeout(resolve, 200)); // well inside the 700 ms that this request takes
  service.signal('SIGTERM');
  expect(await (await inHand).json()).toEqual({ done: true });
  expect(await service.ended).toBe(0);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  expect(service.lines.filter(({ level }) => level === 'info').map(({ msg }) => msg)).toEqual([
    'database migrated',
    'listening',
  ]);
});

async function startIssuer(): Promise<{ url: string; token(): Promise<string>; stop(): Promise<void> }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' };
  const server = createServer((request, response) => {
    const body = request.url === '/keys' ? { keys: [key] } : { issuer: url, jwks_uri: `${url}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token: () =>
      new SignJWT({ sub: 'c', role: 'coordinator', name: 'C', iss: url, aud: 'throughline' })
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .setExpirationTime('1h')
        .sign(privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
