import { createServiceTest, type ServiceTest } from '../src/testing/index.js';
import { type OpenApi, openApiFaults } from './support/openapi-faults.js';
import { SampleModule } from './support/sample.module.js';

let service: ServiceTest;

beforeAll(async () => {
  service = await createServiceTest({ module: SampleModule, service: 'therapy' });
});
afterAll(() => service.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  service.request<Record<string, unknown>>('POST', '/api/samples', { as: 'coordinator', body, headers });
const get = (path: string) => service.request<Record<string, unknown>>('GET', path, { as: 'coordinator' });

describe('input', () => {
  it('is refused field by field: missing, wrong in a list, unknown', async () => {
    const { status, body, headers } = await post({ parts: [{ size: 1 }, { size: 1.5, weight: 2 }], colour: 'red' });
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: 'urn:throughline:problem:invalid-input', title: 'Invalid input', status: 400 });
    const errors = body['errors'] as { path: string; message: string }[];
    expect(errors.map(({ path }) => path).sort()).toEqual(['colour', 'name', 'parts[1].size', 'parts[1].weight']);
    expect(errors.every(({ message }) => message !== '')).toBe(true);
    expect(await service.dataSource.query('select * from sample')).toEqual([]);
  });

  it('is refused when there is none at all', async () => {
    expect((await post(undefined)).status).toBe(400);
  });

  it('of a query is checked too, and parsed', async () => {
    expect((await get('/api/samples?limit=7')).body).toEqual({ limit: 7 });
    expect((await get('/api/samples?limit=700')).body).toMatchObject({ errors: [{ path: 'limit' }] });
    expect((await get('/api/samples?limt=7')).body).toMatchObject({
      errors: [{ path: 'limt', message: 'unknown field' }],
    });
  });

  it('of a path is checked too, and named as the path names it', async () => {
    const id = '4b1d2f7a-0f9e-4c11-9a53-1de1f1f9a2b6';
    expect((await get(`/api/samples/${id}/parts/7`)).body).toEqual({ id, part: 7, unit: 'mm' });
    expect((await get('/api/samples/1/parts/7')).body).toMatchObject({ status: 400, errors: [{ path: 'id' }] });
    expect((await get(`/api/samples/${id}/parts/x`)).body).toMatchObject({ status: 400, errors: [{ path: 'part' }] });
    expect((await get(`/api/samples/${id}/parts/7?unit=x`)).body).toMatchObject({ errors: [{ path: 'unit' }] });
  });

  it('is refused when no database could hold it', async () => {
    const errors = async (answer: ReturnType<typeof get>) => {
      const { status, body } = await answer;
      return { status, paths: (body['errors'] as { path: string }[]).map(({ path }) => path) };
    };
    expect(await errors(post({ name: 'a\0b' }))).toEqual({ status: 400, paths: ['name'] });
    expect(await errors(post({ name: 'half \ud83d' }))).toEqual({ status: 400, paths: ['name'] });
    expect(await errors(post({ name: 'a', notes: { 'k\0': 'x', k: ['\0'] } }))).toEqual({
      status: 400,
      paths: ['notes', 'notes.k[0]'],
    });
    expect(await errors(get('/api/samples/faults/%00'))).toEqual({ status: 400, paths: ['kind'] });
    expect((await post({ name: 'whole \u{1f600}' })).status).toBe(201);
  });

  it('in If-Match is a version number, and needed', async () => {
    const put = (headers: Record<string, string>) =>
      service.request('PUT', '/api/samples/version', { as: 'coordinator', headers });
    expect((await put({ 'if-match': '"3"' })).body).toEqual({ version: 3 });
    expect(await put({})).toMatchObject({
      status: 428,
      body: { type: 'urn:throughline:problem:precondition-required' },
    });
    expect(await put({ 'if-match': '"three"' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'If-Match' }] },
    });
  });
});

describe('a problem document', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['malformed JSON', () => post('{"name":', json), 400, 'malformed-request'],
    ['a body over 1 MiB', () => post(`{"name":"${'x'.repeat(1_100_000)}"}`, json), 413, 'body-too-large'],
    [
      'a body of another kind',
      () => post('<a/>', { 'content-type': 'application/xml' }),
      415,
      'unsupported-media-type',
    ],
    ['a path that nobody answers', () => get('/api/nothing'), 404, 'not-found'],
    ['what is not there', () => get('/api/samples/faults/not-found'), 404, 'not-found'],
    ['a broken clinical rule', () => get('/api/samples/faults/clinical-invariant'), 422, 'clinical-invariant'],
    ['a base that is not current', () => get('/api/samples/faults/base-not-current'), 409, 'base-not-current'],
    ['what is gone', () => get('/api/samples/faults/gone'), 410, 'gone'],
  ])('answers %s', async (_, ask, status, code) => {
    const { status: answered, body, headers } = await ask();
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect({ answered, body }).toMatchObject({
      answered: status,
      body: { type: `urn:throughline:problem:${code}`, status },
    });
    expect(body).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain('    at ');
  });

  it('carries what the refusal adds', async () => {
    expect((await get('/api/samples/faults/base-not-current')).body).toMatchObject({ current: 4, detail: 'Told why.' });
  });

  it.each(['unexpected', 'internal'])('of an %s error says only under which id it was logged', async (kind) => {
    const { status, body } = await get(`/api/samples/faults/${kind}`);
    expect(status).toBe(500);
    expect(body).toEqual({
      type: 'urn:throughline:problem:unexpected',
      title: 'Something went wrong',
      status: 500,
      detail: `It was logged under ${String(body['errorId'])}.`,
      errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

it('describes requests and answers by their schemas in /openapi.json, and nothing of its own household', async () => {
  const { status, body } = await service.request<OpenApi>('GET', '/openapi.json');
  expect(status).toBe(200);
  expect(openApiFaults(body)).toEqual([]);
  expect(Object.keys(body.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  const text = JSON.stringify(body.paths['/api/samples']?.['post']);
  const whole = JSON.stringify(body);
  expect(text).toContain('"201"');
  expect(whole).toMatch(/"parts":\{[^}]*"type":"array"/);
  expect(whole).toContain('"additionalProperties":false');
  const parameters = (path: string, method: string): string[] =>
    body.paths[path]?.[method]?.parameters.map((parameter) => `${parameter.in} ${parameter.name}`).sort() ?? [];
  expect(parameters('/api/samples', 'get')).toEqual(['query limit']);
  expect(parameters('/api/samples', 'post')).toEqual(['header Idempotency-Key']);
  expect(parameters('/api/samples/version', 'put')).toEqual(['header If-Match']);
  expect(parameters('/api/samples/{id}/parts/{part}', 'get')).toEqual(['path id', 'path part', 'query unit']);
  expect(text).toContain('application/problem+json');
});
