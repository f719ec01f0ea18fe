import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuditEntry, Page } from '#contracts';
import { createServiceTest, signTestToken, type ServiceTest, testUser } from '../src/testing/index.js';
import { AuditedModule } from './support/audited.module.js';

let test: ServiceTest;
beforeAll(async () => {
  test = await createServiceTest({ module: AuditedModule, service: 'therapy' });
});
afterAll(() => test?.close());

const path = (query = '') => `/api/audit${query}`;
const entries = async (query = ''): Promise<AuditEntry[]> =>
  (await test.request<Page<AuditEntry>>('GET', path(query), { as: 'administrator' })).body.items;
/** What the log says since a moment, without the reading of the log itself. */
async function told(work: () => Promise<unknown>): Promise<AuditEntry[]> {
  const before = new Set((await entries('?limit=200')).map(({ id }) => id));
  await work();
  return (await entries('?limit=200')).filter(({ id, route }) => !before.has(id) && route !== '/api/audit');
}
const aNote = (text = 'x') => ({ id: randomUUID(), patientId: randomUUID(), text });
const write = (body: object, headers = {}) => test.request('POST', '/api/notes', { as: 'physician', body, headers });

describe('one entry for each request', () => {
  it('says who wrote what about whom, why, when, and under which trace', async () => {
    const note = aNote('words of the note');
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const found = await told(() => write(note, { traceparent, 'x-purpose': 'coordination' }));
    expect(found).toEqual([
      {
        ...{ id: expect.any(String) as unknown, service: 'therapy', at: test.clock.now().toISOString() },
        actor: { sub: 'physician', name: 'The physician', role: 'physician', partnerId: null },
        ...{ purpose: 'coordination', reason: null, breakGlassId: null },
        ...{ method: 'POST', route: '/api/notes', ids: {}, patientIds: [note.patientId] },
        ...{ status: 201, outcome: 'allowed', trace: 'a'.repeat(32) },
      },
    ]);
    const [row] = await test.dataSource.query<{ all: string }[]>(
      `select string_agg(e::text, '') as all from audit_entry e`,
    );
    expect(row?.all).not.toContain('words of the note');
  });

  it('names every patient of a list that was read, and the filter that was asked by', async () => {
    const note = aNote();
    await write(note);
    const patient = randomUUID();
    const [entry] = await told(() =>
      test.request('GET', `/api/notes?patient=${patient}&query=Sample`, { as: 'physician' }),
    );
    expect(entry).toMatchObject({ method: 'GET', ids: { patient }, purpose: 'treatment', status: 200 });
    expect(entry?.patientIds).toEqual(expect.arrayContaining([note.patientId, patient]));
    expect(JSON.stringify(entry)).not.toContain('Sample');
  });

  it('is written for what was refused: nobody, the wrong role, hidden, not possible, not valid', async () => {
    const note = aNote();
    await write(note);
    const refused = await told(async () => {
      await test.request('GET', `/api/notes/${note.id}`);
      await test.request('GET', `/api/notes/${note.id}`, { as: 'operator' });
      await test.request('GET', `/api/notes/${note.id}`, { as: 'partner:pt-east' });
      await write(aNote('refused'));
      await write({ nonsense: true });
    });
    const seen = refused.map(({ status, actor, patientIds, outcome }) => [
      status,
      actor?.sub,
      patientIds.length,
      outcome,
    ]);
    expect(seen.sort()).toEqual([
      [400, 'physician', 0, 'refused'],
      [401, undefined, 1, 'refused'],
      [403, 'operator', 1, 'refused'],
      [404, 'partner:pt-east', 1, 'refused'],
      [409, 'physician', 0, 'refused'],
    ]);
    // Whose note it is was not told to them, and is known here.
    expect(refused.filter(({ patientIds }) => patientIds[0] === note.patientId)).toHaveLength(3);
    expect(refused.find(({ status }) => status === 404)?.actor?.partnerId).toBe('pt-east');
  });

  it('is there again for a repeated request, which shows its answer again', async () => {
    const note = aNote();
    expect(
      await told(async () => {
        await write(note, { 'idempotency-key': 'k' });
        await write(note, { 'idempotency-key': 'k' });
      }),
    ).toHaveLength(2);
  });

  it('says both when something was done and the request was refused all the same', async () => {
    const note = aNote();
    await write(note);
    const found = await told(() => test.request('POST', `/api/notes/${note.id}/half`, { as: 'physician' }));
    expect(found.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(new Set(found.map(({ trace }) => trace)).size).toBe(1);
  });

  it('names who opened a link, and why the glass was broken', async () => {
    const patient = randomUUID();
    const found = await told(async () => {
      await test.request('GET', '/api/notes/open');
      await test.request('GET', `/api/notes/${patient}/in-emergency`, { as: 'physician' });
    });
    expect(found.find(({ route }) => route.endsWith('open'))?.actor).toMatchObject({
      sub: 'link:7',
      partnerId: 'pt-north',
    });
    expect(found.find(({ breakGlassId }) => breakGlassId === 'glass-1')).toMatchObject({
      reason: 'unconscious in the emergency department',
      patientIds: [patient],
    });
  });

  it('is not written where nothing can be about anybody', async () => {
    expect(
      await told(async () => {
        await test.request('GET', '/api/notes/form', { as: 'physician' });
        await test.request('GET', '/health/ready');
      }),
    ).toEqual([]);
  });

  it('is refused with a purpose that nobody knows', async () => {
    const answer = await test.request('GET', '/api/notes', { as: 'physician', headers: { 'x-purpose': 'curiosity' } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'X-Purpose' }] } });
  });
});

it('is written although the reader went away before the answer', async () => {
  await test.app.listen(0, '127.0.0.1');
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const authorization = `Bearer ${await signTestToken({ ...testUser('physician'), sub: 'impatient' })}`;
  const gone = new AbortController();
  const reading = fetch(`http://127.0.0.1:${port}/api/notes?after=150`, {
    headers: { authorization },
    signal: gone.signal,
  });
  await pause(60);
  gone.abort();
  await expect(reading).rejects.toThrow();
  let found: AuditEntry[] = [];
  for (let asked = 0; asked < 100 && found.length === 0; asked += 1) {
    await pause(20);
    found = await entries('?actor=impatient');
  }
  expect(found).toMatchObject([{ route: '/api/notes', status: 200 }]);
});

describe('the log can be searched', () => {
  it('by patient, actor, role, outcome and time; and reading it is in it', async () => {
    const note = aNote();
    await write(note);
    expect(await entries(`?patient=${note.patientId}`)).toHaveLength(1);
    expect((await entries('?role=partner')).every(({ actor }) => actor?.role === 'partner')).toBe(true);
    expect((await entries('?outcome=refused')).every(({ status }) => status >= 400 && status < 500)).toBe(true);
    expect(await entries(`?to=${test.clock.now().toISOString()}`)).toEqual([]);
    const reads = await entries('?actor=administrator');
    expect(reads[0]).toMatchObject({ route: '/api/audit', purpose: 'operations' });
    expect((await test.request('GET', path(), { as: 'physician' })).status).toBe(403);
  });

  it('page by page, newest first, each entry once', async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      await write(aNote());
      if (turn % 3 === 0) test.clock.advance('PT1S');
    }
    const all = await entries('?limit=200&outcome=allowed&actor=physician');
    const paged: AuditEntry[] = [];
    for (let cursor = ''; ;) {
      const query = `?limit=3&outcome=allowed&actor=physician${cursor && `&cursor=${cursor}`}`;
      const { body } = await test.request<Page<AuditEntry>>('GET', path(query), { as: 'administrator' });
      paged.push(...body.items);
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(paged).toEqual(all);
    expect([...all].sort((one, two) => (one.at < two.at ? 1 : -1)).map(({ at }) => at)).toEqual(
      all.map(({ at }) => at),
    );
  });
});
