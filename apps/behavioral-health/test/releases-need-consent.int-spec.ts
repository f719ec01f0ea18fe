import { randomUUID } from 'node:crypto';
import { fireDue } from '#timers/testing';
import type { Consent, Page, Release, ReleaseSummary } from '#contracts';
import {
  createBehavioralHealthTest,
  newMember,
  therapist,
  type BehavioralHealthTest,
} from './behavioral-health.context.js';

let ctx: BehavioralHealthTest;
beforeAll(async () => {
  ctx = await createBehavioralHealthTest();
  await ctx.organization('pain-clinic', { kind: 'clinic' });
  for (const id of ['mindful-pain', 'family-care', 'pt-north']) await ctx.organization(id, {});
});
afterAll(() => ctx?.close());

const record = 'in the methadone program since March';
const purpose = 'so that no opioid is added to methadone';
const familyCare = 'partner:family-care';

const newPatient = async () => {
  const plan = ctx.newPlan([newMember(), newMember({ role: 'primary-care', partnerId: 'family-care' })]);
  await plan.publish(1, {
    behavioral: [
      { id: 'b1', kind: 'cbt', status: 'engaged' },
      { id: 'b2', kind: 'pre-implant-evaluation', status: 'completed', clearance: 'cleared' },
    ],
  });
  const write = (kind: string, text: string) =>
    ctx.api('POST', `/patients/${plan.patientId}/notes`, therapist, { kind, text });
  await write('part2', record);
  await write('progress', 'nothing of this leaves');
  await write('psychotherapy', 'nor of this');
  await ctx.api('POST', `/patients/${plan.patientId}/screenings`, therapist, {
    instrument: 'phq-9',
    answers: [2, 2, 2, 1, 1, 1, 1, 0, 0],
  });
  return plan;
};
const give = (patientId: string, facts: object = {}, as: typeof therapist | string = therapist) =>
  ctx.api<Consent>('POST', `/patients/${patientId}/consents`, as, {
    recipient: 'family-care',
    what: ['part2'],
    purpose,
    until: new Date(ctx.clock.now().getTime() + 30 * 86_400_000).toISOString(),
    method: 'written',
    textVersion: 'part2 3.1',
    ...facts,
  });
const make = (consentId: string, what: string, as: typeof therapist | string = therapist) =>
  ctx.api<ReleaseSummary>('POST', '/releases', as, { consentId, what });
const read = (releaseId: string, as: string = familyCare) => ctx.api<Release>('GET', `/releases/${releaseId}`, as);
const eventsOf = async (patientId: string, name: string) =>
  (await ctx.events())
    .filter(({ subject, type }) => subject === patientId && type === `org.throughline.behavioral-health.${name}.v1`)
    .map(({ data }) => data);

describe('a consent', () => {
  it('says who gave what to whom, and its state at any moment', async () => {
    const { patientId } = await newPatient();
    const from = '2027-04-10T00:00:00.000Z';
    const until = '2027-04-20T00:00:00.000Z';
    const { status, body } = await give(patientId, { from, until });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      patientId,
      recipient: 'family-care',
      what: ['part2'],
      purpose,
      from,
      until,
      method: 'written',
      textVersion: 'part2 3.1',
      recordedBy: 'Mia Mind',
      state: 'not-yet',
    });
    const stateAt = async (at: string) =>
      (await ctx.api<Consent>('GET', `/consents/${body.id}?at=${encodeURIComponent(at)}`, therapist)).body.state;
    expect([await stateAt(from), await stateAt('2027-04-19T23:59:59Z'), await stateAt(until)]).toEqual([
      'granted',
      'granted',
      'expired',
    ]);
    expect(await ctx.everythingStored()).not.toContain(purpose);
    expect(await eventsOf(patientId, 'consent-changed')).toEqual([
      { consentId: body.id, patientId, recipient: 'family-care', state: 'granted', at: ctx.clock.now().toISOString() },
    ]);
  });

  it.each([
    ['an organization that nobody knows', { recipient: 'nowhere' }, 'recipient'],
    ['an end that is past', { until: '2027-01-01T00:00:00Z' }, 'until'],
    ['an end before its beginning', { from: '2028-01-01T00:00:00Z', until: '2027-12-01T00:00:00Z' }, 'until'],
    ['Part 2 by word of mouth', { method: 'verbal' }, 'method'],
    ['nothing in particular', { what: [] }, 'what'],
    ['psychotherapy notes', { what: ['psychotherapy'] }, 'what[0]'],
  ])('is refused for %s', async (_, facts, path) => {
    const { patientId } = await newPatient();
    expect(await give(patientId, facts)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('is recorded and seen by those who treat the patient and by physicians', async () => {
    const { patientId } = await newPatient();
    const { body } = await give(patientId, {}, 'physician');
    expect((await ctx.api('GET', `/consents/${body.id}`, therapist)).status).toBe(200);
    for (const [as, status] of [
      [familyCare, 404],
      ['coordinator', 403],
      ['administrator', 403],
    ] as const) {
      expect((await give(patientId, {}, as)).status).toBe(status);
      expect((await ctx.api('GET', `/consents/${body.id}`, as)).status).toBe(status);
      expect((await ctx.api('GET', `/patients/${patientId}/consents`, as)).status).toBe(status);
      expect((await ctx.api('POST', `/consents/${body.id}/revoke`, as)).status).toBe(status);
    }
    const { body: all } = await ctx.api<Page<Consent>>('GET', `/patients/${patientId}/consents`, therapist);
    expect(all.items).toHaveLength(1);
  });

  it('ends by itself, and says so once', async () => {
    const { patientId } = await newPatient();
    const { body } = await give(patientId);
    ctx.clock.advance('P30D');
    await fireDue(ctx.app);
    await fireDue(ctx.app);
    const states = (await eventsOf(patientId, 'consent-changed')).map((data) => (data as { state: string }).state);
    expect(states).toEqual(['granted', 'expired']);
    expect(await ctx.api('POST', `/consents/${body.id}/revoke`, therapist)).toMatchObject({
      status: 409,
      body: { state: 'expired', allowed: [] },
    });
  });
});

describe('a release', () => {
  it('is read by its recipient alone, with the notice and what the consent reaches', async () => {
    const { patientId } = await newPatient();
    const { body: consent } = await give(patientId);
    const { status, body } = await make(consent.id, 'part2');
    expect([status, body.state]).toEqual([201, 'made']);
    const shown = await read(body.id);
    expect(shown.status).toBe(200);
    expect(shown.body.notice).toMatch(/^42 CFR part 2 prohibits unauthorized use or disclosure of these records\./);
    expect(shown.body.scope).toEqual({ what: ['part2'], purpose, from: consent.from, until: consent.until });
    expect(shown.body.content).toMatchObject({ records: [{ text: record }], status: [], scores: [], trends: [] });
    expect(JSON.stringify(shown.body)).not.toMatch(/of this/);
    for (const [as, refused] of [
      ['partner:pt-north', 404],
      ['partner:mindful-pain', 404],
      ['physician', 404],
      ['coordinator', 403],
      ['administrator', 403],
    ] as const)
      expect([as, (await read(body.id, as)).status]).toEqual([as, refused]);
    expect(await eventsOf(patientId, 'release-made')).toEqual([
      {
        releaseId: body.id,
        consentId: consent.id,
        patientId,
        recipient: 'family-care',
        madeAt: ctx.clock.now().toISOString(),
      },
    ]);
    expect(await ctx.everythingStored()).not.toContain(record);
    const lists = await Promise.all(
      [familyCare, 'partner:pt-north', 'partner:mindful-pain', 'physician'].map(async (as) => {
        const { body: page } = await ctx.api<Page<ReleaseSummary>>('GET', `/releases?patient=${patientId}`, as);
        return page.items.length;
      }),
    );
    expect(lists).toEqual([1, 0, 1, 0]);
  });

  it('is what there was when it was made', async () => {
    const { patientId } = await newPatient();
    const { body: consent } = await give(patientId);
    const { body } = await make(consent.id, 'part2');
    await ctx.api('POST', `/patients/${patientId}/notes`, therapist, { kind: 'part2', text: 'left the program' });
    expect((await read(body.id)).body.content.records).toHaveLength(1);
  });

  it('shows the status in words that name neither treatment nor finding', async () => {
    const { patientId } = await newPatient();
    const { body: consent } = await give(patientId, { what: ['status'] });
    const { body } = await make(consent.id, 'status');
    const { content, notice } = (await read(body.id)).body;
    expect(content).toEqual({
      status: expect.arrayContaining(['engaged', 'evaluation complete: no contraindication']),
      trends: [],
      scores: [],
      records: [],
    });
    expect(notice).toContain('do not pass them on');
  });

  it('shows how it goes to another organization, and the scores to the physician', async () => {
    const { patientId } = await newPatient();
    const trends = [{ instrument: 'phq-9', trend: 'too-early', latestAt: expect.any(String) }];
    const { body: theirs } = await give(patientId, { what: ['scores'] });
    const { body: partly } = await make(theirs.id, 'scores');
    expect((await read(partly.id)).body.content).toMatchObject({ trends, scores: [] });
    const { body: ours } = await give(patientId, { what: ['scores'], recipient: 'pain-clinic' });
    const { body: whole } = await make(ours.id, 'scores');
    expect((await read(whole.id, 'physician')).body.content).toMatchObject({
      trends,
      scores: [{ instrument: 'phq-9', score: 10, severity: 'moderate' }],
    });
    expect((await read(whole.id)).status).toBe(404);
  });

  it('is refused for what the consent does not name, and by whoever does not treat the patient', async () => {
    const { patientId } = await newPatient();
    const { body: consent } = await give(patientId, { what: ['status'] });
    for (const what of ['part2', 'scores']) expect((await make(consent.id, what)).status).toBe(403);
    expect((await make(consent.id, 'psychotherapy')).status).toBe(400);
    expect((await make(consent.id, 'status', familyCare)).status).toBe(404);
    expect((await make(randomUUID(), 'status')).status).toBe(404);
    for (const as of ['physician', 'coordinator', 'administrator'])
      expect((await make(consent.id, 'status', as)).status).toBe(403);
    expect(await eventsOf(patientId, 'release-made')).toEqual([]);
  });

  it('is closed when the consent is taken back: nothing new, nothing read, and what was read stays on record', async () => {
    const { patientId } = await newPatient();
    const { body: consent } = await give(patientId);
    const { body } = await make(consent.id, 'part2');
    expect((await read(body.id)).status).toBe(200);
    ctx.clock.advance('P1D');
    expect(await ctx.api('POST', `/consents/${consent.id}/revoke`, therapist)).toMatchObject({
      status: 200,
      body: { state: 'revoked', revokedBy: 'Mia Mind' },
    });
    const refused = await read(body.id);
    expect(refused.status).toBe(410);
    expect(JSON.stringify(refused.body)).not.toContain(record);
    expect((await make(consent.id, 'part2')).status).toBe(403);
    expect((await ctx.api('POST', `/consents/${consent.id}/revoke`, therapist)).status).toBe(409);
    expect((await eventsOf(patientId, 'consent-changed')).at(-1)).toMatchObject({ state: 'revoked' });
    const { body: list } = await ctx.api<Page<ReleaseSummary>>('GET', `/releases?patient=${patientId}`, familyCare);
    expect(list.items).toMatchObject([{ id: body.id, state: 'ended' }]);
    const { body: access } = await ctx.api<Page<object>>('GET', `/access?patient=${patientId}`, 'administrator');
    const basis = `consent:${consent.id}`;
    expect(access.items.slice(0, 2)).toMatchObject([
      { what: 'release', recordId: body.id, basis, granted: false, by: { partnerId: 'family-care' } },
      { what: 'release', recordId: body.id, basis, granted: true, by: { partnerId: 'family-care' } },
    ]);
    ctx.clock.advance('P40D');
    await fireDue(ctx.app);
    expect((await eventsOf(patientId, 'consent-changed')).at(-1)).toMatchObject({ state: 'revoked' });
  });

  it('is closed when the consent is over', async () => {
    const { patientId } = await newPatient();
    const { body: consent } = await give(patientId);
    const { body } = await make(consent.id, 'part2');
    ctx.clock.advance('P30D');
    expect((await read(body.id)).status).toBe(410);
  });

  it('is withheld, when made and when read, while nobody can say what the recipient is; a person is asked to look', async () => {
    const { patientId, planId } = await newPatient();
    await ctx.organization('old-practice', {});
    const { body: consent } = await give(patientId, { recipient: 'old-practice' });
    const { body: before } = await make(consent.id, 'part2');
    await ctx.organization('old-practice', { active: false, revision: 2 });
    expect((await read(before.id, 'partner:old-practice')).status).toBe(410);
    const { status, body } = await make(consent.id, 'part2');
    expect([status, body.state]).toEqual([201, 'withheld']);
    expect((await read(body.id, 'partner:old-practice')).status).toBe(404);
    const withheld = { patientId, planId, consentId: consent.id, withheldAt: ctx.clock.now().toISOString() };
    expect(await eventsOf(patientId, 'release-withheld')).toEqual([withheld, withheld]);
    expect(await eventsOf(patientId, 'release-made')).toHaveLength(1);
  });
});
