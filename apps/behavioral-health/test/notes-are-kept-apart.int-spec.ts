import { randomUUID } from 'node:crypto';
import type { GlassBreak, Note, NoteKind, NoteSummary, Page, SealingKeys } from '#contracts';
import { VaultCheck } from '../src/vault/vault-check.js';
import { VaultKeys } from '../src/vault/vault-keys.js';
import { Vault } from '../src/vault/vault.js';
import {
  colleague,
  createBehavioralHealthTest,
  newKey,
  newMember,
  therapist,
  type BehavioralHealthTest,
} from './behavioral-health.context.js';

let ctx: BehavioralHealthTest;
beforeAll(async () => {
  ctx = await createBehavioralHealthTest();
});
afterAll(() => ctx?.close());

const texts: Record<NoteKind, string> = {
  progress: 'practises pacing, sleeps five hours',
  part2: 'enrolled in the methadone program',
  psychotherapy: 'spoke of her father for the first time',
};
const kinds = Object.keys(texts) as NoteKind[];

const newPatient = async () => {
  const member = newMember();
  const plan = ctx.newPlan([member, newMember({ role: 'primary-care', partnerId: 'family-care' })]);
  await plan.publish(1, {});
  const ids = {} as Record<NoteKind, string>;
  for (const kind of kinds) {
    const written = await ctx.request<NoteSummary>('POST', `/api/behavioral-health/patients/${plan.patientId}/notes`, {
      as: therapist,
      body: { kind, text: texts[kind] },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(written).toMatchObject({ status: 201, body: { kind, author: 'Mia Mind', partnerId: 'mindful-pain' } });
    expect(JSON.stringify(written.body)).not.toContain(texts[kind]);
    ids[kind] = written.body.id;
  }
  return { ...plan, member, ids };
};
const opened = async (ids: Record<NoteKind, string>, as: typeof therapist | string) => {
  const answers = await Promise.all(kinds.map((kind) => ctx.api<Note>('GET', `/notes/${ids[kind]}`, as)));
  return kinds.filter((kind, at) => answers[at]?.status === 200 && answers[at].body.text === texts[kind]);
};
const listed = async (patientId: string, as: typeof therapist | string) =>
  (await ctx.api<Page<NoteSummary>>('GET', `/patients/${patientId}/notes`, as)).body.items
    ?.map(({ kind }) => kind)
    .sort();
const breakGlass = (patientId: string, body: object, as: string = 'physician') =>
  ctx.api<GlassBreak>('POST', `/patients/${patientId}/break-the-glass`, as, body);

describe('notes', () => {
  it('are encrypted, and no table holds a word of them', async () => {
    await newPatient();
    const stored = await ctx.everythingStored();
    for (const text of Object.values(texts)) expect(stored).not.toContain(text);
    expect(await ctx.events()).toEqual([]);
  });

  it('open to their author; psychotherapy notes to nobody else, who does not even see that there are any', async () => {
    const { ids, patientId, ends, member } = await newPatient();
    expect(await opened(ids, therapist)).toEqual(kinds);
    expect(await opened(ids, colleague)).toEqual(['progress', 'part2']);
    expect(await listed(patientId, therapist)).toEqual(['part2', 'progress', 'psychotherapy']);
    expect(await listed(patientId, colleague)).toEqual(['part2', 'progress']);
    for (const as of ['partner:family-care', 'physician']) {
      expect([as, await opened(ids, as), await listed(patientId, as)]).toEqual([as, [], []]);
    }
    for (const as of ['coordinator', 'administrator', 'operator']) expect(await opened(ids, as)).toEqual([]);
    await ends(member);
    expect(await opened(ids, colleague)).toEqual([]);
    expect(await opened(ids, therapist)).toEqual(['psychotherapy']);
  });

  it('do not open when somebody gives their row another author or another patient', async () => {
    const { ids } = await newPatient();
    await ctx.dataSource.query(`update note set author_sub = 'max' where id = $1`, [ids.psychotherapy]);
    expect((await ctx.api('GET', `/notes/${ids.psychotherapy}`, colleague)).status).toBe(500);
    await ctx.dataSource.query(`update note set kind = 'progress' where id = $1`, [ids.part2]);
    expect((await ctx.api('GET', `/notes/${ids.part2}`, colleague)).status).toBe(500);
  });

  it('are written by those who treat the patient alone', async () => {
    const { patientId } = await newPatient();
    const write = (as: string, body: object = { kind: 'progress', text: 'x' }) =>
      ctx.api('POST', `/patients/${patientId}/notes`, as, body);
    expect((await write('partner:family-care')).status).toBe(404);
    for (const as of ['physician', 'coordinator', 'administrator']) expect((await write(as)).status).toBe(403);
    const stray = await write('partner:mindful-pain', { kind: 'progress', text: 'x', episodeId: randomUUID() });
    expect(stray).toMatchObject({ status: 400, body: { errors: [{ path: 'episodeId' }] } });
  });
});

describe('the glass', () => {
  it('opens to one physician, for one patient, for an hour, all but psychotherapy and Part 2', async () => {
    const { ids, patientId } = await newPatient();
    const other = await newPatient();
    const refused = await breakGlass(patientId, { reason: 'short' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
    const reason = 'found unresponsive at home, needs to know what she took';
    const { status, body } = await breakGlass(patientId, { reason });
    expect([status, body.emergency, body.closesAt]).toEqual([
      201,
      false,
      new Date(ctx.clock.now().getTime() + 3_600_000).toISOString(),
    ]);
    expect(await opened(ids, 'physician')).toEqual(['progress']);
    expect(await listed(patientId, 'physician')).toEqual(['progress']);
    expect(await opened(other.ids, 'physician')).toEqual([]);
    expect(await opened(ids, { sub: 'dr-2', name: 'Dr. Two', role: 'physician', partnerId: null })).toEqual([]);
    expect(await ctx.everythingStored()).not.toContain(reason);
    ctx.clock.advance('PT59M');
    expect(await opened(ids, 'physician')).toEqual(['progress']);
    ctx.clock.advance('PT1M');
    expect(await opened(ids, 'physician')).toEqual([]);
  });

  it('opens Part 2 in an emergency, and psychotherapy notes never', async () => {
    const { ids, patientId } = await newPatient();
    await breakGlass(patientId, { reason: 'overdose, which program is she in', emergency: true });
    expect(await opened(ids, 'physician')).toEqual(['progress', 'part2']);
  });

  it('is broken by physicians alone, and for patients that there are', async () => {
    const { patientId } = await newPatient();
    const reason = { reason: 'a reason that is long enough' };
    for (const as of ['coordinator', 'administrator', 'operator', 'partner:mindful-pain'])
      expect((await breakGlass(patientId, reason, as)).status).toBe(403);
    expect((await breakGlass(randomUUID(), reason)).status).toBe(404);
  });

  it('is on the privacy officer’s list until reviewed, overdue after a business day, with every reading', async () => {
    ctx.clock.set('2027-04-09T16:00:00-04:00');
    const { ids, patientId } = await newPatient();
    const { body: broken } = await breakGlass(patientId, { reason: 'weekend call, patient confused' });
    await opened(ids, 'physician');
    const list = async (review = '') =>
      (await ctx.api<Page<GlassBreak>>('GET', `/break-the-glass${review}`, 'administrator')).body.items.filter(
        ({ patientId: of }) => of === patientId,
      );
    expect(await list()).toMatchObject([
      { id: broken.id, reason: 'weekend call, patient confused', reads: 1, review: { state: 'open', verdict: null } },
    ]);
    for (const as of ['physician', 'coordinator', 'operator', 'partner:mindful-pain'])
      expect((await ctx.api('GET', '/break-the-glass', as)).status).toBe(403);
    ctx.clock.set('2027-04-12T16:59:00-04:00');
    expect(await list('?review=open')).toHaveLength(1);
    ctx.clock.set('2027-04-12T17:00:00-04:00');
    expect(await list('?review=overdue')).toMatchObject([{ review: { state: 'overdue' } }]);
    const note = 'the emergency department confirms the call';
    const review = () =>
      ctx.api<GlassBreak>('POST', `/break-the-glass/${broken.id}/review`, 'administrator', {
        verdict: 'justified',
        note,
      });
    expect(await review()).toMatchObject({
      status: 200,
      body: { review: { state: 'done', verdict: 'justified', note } },
    });
    expect((await review()).status).toBe(409);
    expect(await list('?review=overdue')).toEqual([]);
    expect(await ctx.everythingStored()).not.toContain(note);
    const { body: access } = await ctx.api<Page<object>>('GET', `/access?patient=${patientId}`, 'administrator');
    expect(access.items.filter((entry) => JSON.stringify(entry).includes(`glass:${broken.id}`))).toMatchObject([
      { what: 'note', recordId: ids.progress, granted: true, by: { role: 'physician' } },
    ]);
  });
});

describe('the record of access', () => {
  it('is only ever added to', async () => {
    const { ids } = await newPatient();
    await opened(ids, therapist);
    for (const statement of [
      'delete from access_entry',
      `update access_entry set basis = 'x'`,
      'truncate access_entry',
    ])
      await expect(ctx.dataSource.query(statement)).rejects.toThrow('never changed');
    for (const as of ['physician', 'coordinator', 'operator', 'partner:mindful-pain'])
      expect((await ctx.api('GET', '/access', as)).status).toBe(403);
  });
});

describe('the key', () => {
  const keys = (from: BehavioralHealthTest) => from.api<SealingKeys>('GET', '/keys', 'operator');

  it('is changed without a word being lost: old records open, move over, and then need the old key no more', async () => {
    const { ids } = await newPatient();
    const databaseUrl = String((ctx.dataSource.options as { url?: string }).url);
    const [before, after] = [process.env['BEHAVIORAL_HEALTH_KEY'] ?? '', newKey()];
    const withKeys = async (current: string, old: string, use: (other: BehavioralHealthTest) => Promise<void>) => {
      Object.assign(process.env, { BEHAVIORAL_HEALTH_KEY: current, BEHAVIORAL_HEALTH_OLD_KEYS: old });
      const other = await createBehavioralHealthTest({ databaseUrl });
      await use(other).finally(() => other.close());
    };
    try {
      const newKeys = new VaultKeys({ BEHAVIORAL_HEALTH_KEY: after });
      const start = new VaultCheck(ctx.dataSource, new Vault(newKeys), newKeys).onApplicationBootstrap();
      await expect(start).rejects.toThrow('name them in BEHAVIORAL_HEALTH_OLD_KEYS');
      await withKeys(after, before, async (other) => {
        const read = () => other.api<Note>('GET', `/notes/${ids.psychotherapy}`, therapist);
        expect((await read()).body.text).toBe(texts.psychotherapy);
        const { body: known } = await keys(other);
        expect(known.records.map(({ keyId }) => keyId)).not.toContain(known.current);
        for (const as of ['physician', 'coordinator', 'partner:mindful-pain'])
          expect((await other.api('POST', '/keys/rewrap', as)).status).toBe(403);
        const { body: moved } = await other.api<SealingKeys>('POST', '/keys/rewrap', 'operator');
        expect(moved.records).toEqual([{ keyId: known.current, count: known.records[0]?.count }]);
        expect((await read()).body.text).toBe(texts.psychotherapy);
      });
      await withKeys(after, '', async (other) => {
        expect((await other.api<Note>('GET', `/notes/${ids.part2}`, therapist)).body.text).toBe(texts.part2);
      });
    } finally {
      process.env['BEHAVIORAL_HEALTH_KEY'] = before;
      delete process.env['BEHAVIORAL_HEALTH_OLD_KEYS'];
    }
  });
});
