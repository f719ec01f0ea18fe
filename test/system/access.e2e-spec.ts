/** Every route that OpenAPI names, called as everybody and as nobody, held against `test/access-policy.json`. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import type { AuditEntry, HandoffSummary, Page, Patient, Plan, Referral, TherapyEpisode } from '#contracts';
import { type AccessPolicy, policyKey, policyRoles } from '../../tools/access-policy.js';
import { getToken } from '../../tools/token.js';
import { ApiClient } from '../support/api-client.js';
import { type RunningSystem, startSystem } from '../support/system.js';

const minute = 60_000;
const policy = JSON.parse(readFileSync(join(import.meta.dirname, '../access-policy.json'), 'utf8')) as AccessPolicy;
const own = 'partner:pt-north';
const other = 'partner:pt-east';

interface Operation {
  parameters?: { in: string; name: string; schema?: { enum?: string[]; type?: string } }[];
}
interface Route {
  key: string;
  method: string;
  path: string;
  parameters: NonNullable<Operation['parameters']>;
}

let system: RunningSystem;
let api: ApiClient;
let routes: Route[];
/** By the beginning of a path: an id that is PT-North's. */
let realIds: Record<string, string>;

beforeAll(async () => {
  system = await startSystem({ args: ['--no-seed'] });
  api = new ApiClient(system.url, (who) => getToken(who, system.url));
  const { paths } = await api.get<{ paths: Record<string, Record<string, Operation>> }>('/api/openapi.json', own);
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [] }]) => ({
      key: policyKey(method, path),
      method: method.toUpperCase(),
      path,
      parameters: parameters.filter((parameter) => parameter.in === 'path'),
    })),
  );
  realIds = await makePatient();
}, 4 * minute);

afterAll(async () => {
  await system?.stop();
  system?.forget();
}, minute);

async function makePatient(): Promise<Record<string, string>> {
  const { id: patientId } = await api.post<Patient>('/api/patients', 'coordinator', {
    name: { given: 'Sam', family: 'Wexelblatt' },
    birthDate: '1980-05-05',
  });
  const rehab = {
    id: 'r1',
    discipline: 'physical-therapy',
    diagnosisId: 'd1',
    dose: { sessionsPerWeek: 2, weeks: 6 },
    status: 'active',
  };
  const plan = await api.post<Plan>(`/api/patients/${patientId}/plans`, 'physician', {
    document: {
      diagnoses: [{ id: 'd1', code: 'M54.17', group: 'lumbar-radiculopathy', side: 'right', status: 'confirmed' }],
      rehab: [rehab],
    },
    team: [{ role: 'physical-therapy', partnerId: 'pt-north' }],
  });
  const first = <Item>(path: string): Promise<Item> =>
    api
      .until(
        path,
        () => api.get<Page<Item>>(path, own),
        ({ items }) => items.length > 0,
      )
      .then(({ items }) => items[0] as Item);
  const handoff = await first<HandoffSummary>(`/api/handoffs?plan=${plan.id}`);
  const referral = await first<Referral>(`/api/referrals?patient=${patientId}`);
  const episode = await first<TherapyEpisode>(`/api/therapy/episodes?plan=${plan.id}`);
  return {
    '/api/patients/': patientId,
    '/api/plans/': plan.id,
    '/api/handoffs/': handoff.id,
    '/api/referrals/': referral.id,
    '/api/therapy/episodes/': episode.id,
  };
}

const valueOf = ({ name, schema }: Route['parameters'][number], id: string): string =>
  name === 'id' ? id : (schema?.enum?.[0] ?? (schema?.type === 'integer' ? '1' : randomUUID()));
const pathWith = ({ path, parameters }: Route, id: string): string =>
  parameters.reduce((text, parameter) => text.replace(`{${parameter.name}}`, valueOf(parameter, id)), path);

/** Whoever is let through is stopped by a body that fits nowhere, so nothing changes. */
async function call({ method }: Route, path: string, token: string | null): Promise<{ status: number; body: string }> {
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const answer = await fetch(new URL(path, system.url), {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
    },
    ...(hasBody ? { body: '{"surprise":1}' } : {}),
  });
  // A stream has no end to wait for.
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream) await answer.body?.cancel();
  return { status: answer.status, body: isStream ? '' : await answer.text() };
}

it('has a row for every route, and no row without a route', () => {
  expect(routes.map(({ key }) => key).filter((key) => !(key in policy))).toEqual([]);
  expect(Object.keys(policy).filter((key) => !routes.some((route) => route.key === key))).toEqual([]);
  console.log(`${routes.length} routes under ${Object.keys(policy).length} rows`);
});

it(
  'lets everybody do what the table says, and nothing else',
  async () => {
    const wrong: string[] = [];
    for (const role of policyRoles) {
      const token = await getToken(role === 'partner' ? own : role, system.url);
      for (const route of routes) {
        const row = policy[route.key];
        const { status } = await call(route, pathWith(route, randomUUID()), token);
        const isAllowed = status !== 403 && status !== 401;
        const mayCall = row !== undefined && ('public' in row || row[role] !== 'no');
        if (isAllowed !== mayCall || status >= 500) wrong.push(`${route.key} as ${role}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  3 * minute,
);

it(
  "shows a partner nothing of another one's rows: they look like rows that never were",
  async () => {
    const [ownToken, otherToken] = [await getToken(own, system.url), await getToken(other, system.url)];
    const compared: string[] = [];
    for (const route of routes) {
      const row = policy[route.key];
      const real = Object.entries(realIds).find(([start]) => route.path.startsWith(`${start}{id}`))?.[1];
      if (row === undefined || 'public' in row || row.partner !== 'own' || real === undefined) continue;
      const never = randomUUID();
      const theirs = await call(route, pathWith(route, real), otherToken);
      const nobodys = await call(route, pathWith(route, never), otherToken);
      expect({ key: route.key, ...theirs }).toEqual({ key: route.key, ...nobodys });
      // What hangs on an episode may not be there yet; the thing itself is.
      if (route.method !== 'GET' || !route.path.endsWith('/{id}')) continue;
      expect({ key: route.key, status: theirs.status }).toEqual({ key: route.key, status: 404 });
      expect((await call(route, pathWith(route, real), ownToken)).status).toBe(200);
      compared.push(route.key);
    }
    expect(compared.length).toBeGreaterThanOrEqual(3);
    for (const list of [
      '/api/handoffs?limit=200',
      '/api/referrals?limit=200',
      '/api/therapy/episodes?limit=200',
      '/api/deliveries?limit=200',
    ]) {
      const text = JSON.stringify(await api.get(list, other));
      for (const id of Object.values(realIds))
        expect({ list, shows: text.includes(id) }).toEqual({ list, shows: false });
    }
  },
  minute,
);

it(
  'lets nobody in whose token is not one of ours, on any route',
  async () => {
    const secrets = readFileSync(join(system.stateFolder, 'identity/signing-keys.json'), 'utf8');
    const { jwks } = JSON.parse(secrets) as { jwks: { keys: JWK[] } };
    const [jwk] = jwks.keys;
    if (!jwk) throw new Error('the provider has a key');
    const key = await importJWK(jwk, 'RS256');
    const stranger = await generateKeyPair('RS256', { extractable: true });
    expect((await exportJWK(stranger.publicKey)).n).not.toBe(jwk.n);
    const good = await getToken('physician', system.url);
    const claims = decodeJwt(good);
    const signed = (changed: object, by = key): Promise<string> =>
      new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' }).sign(by);
    const [head, , signature] = good.split('.');
    const mightier = Buffer.from(JSON.stringify({ ...claims, role: 'administrator' })).toString('base64url');
    const bad: Record<string, string | null> = {
      'no token': null,
      unsigned: new UnsecuredJWT(claims).encode(),
      expired: await signed({ exp: Math.floor(Date.now() / 1000) - 60 }),
      'another audience': await signed({ aud: 'elsewhere' }),
      'another issuer': await signed({ iss: 'http://127.0.0.1:9' }),
      'signed by a stranger': await signed({}, stranger.privateKey),
      tampered: `${head}.${mightier}.${signature}`,
      'a partner of no organization': await signed({ role: 'partner', partner: '' }),
    };
    // The same claims, well signed, are good: what is refused below is refused for its fault alone.
    const patients = routes.find((route) => route.key === 'GET /api/patients') as Route;
    expect((await call(patients, '/api/patients', await signed({}))).status).toBe(200);
    const wrong: string[] = [];
    for (const route of routes) {
      const row = policy[route.key];
      if (row !== undefined && 'public' in row) continue;
      const path = pathWith(route, randomUUID());
      const answers = await Promise.all(
        Object.entries(bad).map(async ([name, token]) => [name, (await call(route, path, token)).status] as const),
      );
      wrong.push(
        ...answers.filter(([, status]) => status !== 401).map(([name, status]) => `${route.key}: ${name} ${status}`),
      );
    }
    expect(wrong).toEqual([]);
  },
  3 * minute,
);

it(
  'has all of it in one audit, newest first, page by page, from every service',
  async () => {
    const seen: AuditEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null && seen.length < 1500;) {
      const to: string = seen[0]?.at ?? new Date(Date.now() + 60_000).toISOString();
      const page: Page<AuditEntry> = await api.get(
        `/api/audit?limit=200&actor=physician&to=${to}${cursor && `&cursor=${cursor}`}`,
        'administrator',
      );
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(new Set(seen.map(({ service }) => service)).size).toBe(6);
    for (const service of ['pain-plan', 'referral', 'scheduling', 'therapy', 'behavioral-health', 'notification']) {
      const report = await api.get<{ broken: unknown; overdue: number }>(
        `/api/ops/${service}/audit/verification`,
        'operator',
      );
      expect({ service, ...report }).toMatchObject({ broken: null, overdue: 0 });
    }
  },
  minute,
);

it('writes no name into any log, whoever was looked for', async () => {
  await api.get('/api/patients?query=Wexelblatt', 'physician');
  await api.get('/api/handoffs?query=Wexelblatt', 'coordinator');
  await api.call('GET', '/api/patients/Wexelblatt', { as: 'physician' });
  const logs = [
    'gateway',
    'pain-plan',
    'referral',
    'scheduling',
    'therapy',
    'behavioral-health',
    'notification',
    'postgres',
  ];
  for (const name of logs) {
    const text = readFileSync(join(system.stateFolder, 'logs', `${name}.log`), 'utf8');
    expect({ name, leaks: text.includes('Wexelblatt') }).toEqual({ name, leaks: false });
  }
});
