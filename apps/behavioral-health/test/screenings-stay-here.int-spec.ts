import { randomUUID } from 'node:crypto';
import type { Page, Screening, ScreeningTrends } from '#contracts';
import {
  colleague,
  createBehavioralHealthTest,
  newMember,
  therapist,
  type BehavioralHealthTest,
} from './behavioral-health.context.js';

let ctx: BehavioralHealthTest;
beforeAll(async () => {
  ctx = await createBehavioralHealthTest();
  await ctx.organization('pain-clinic', { kind: 'clinic' });
  await ctx.organization('mindful-pain', {});
});
afterAll(() => ctx?.close());

const comment = 'cried when she spoke of the night shifts';
const phq9 = (facts: object = {}) => ({ instrument: 'phq-9', answers: [2, 2, 2, 1, 1, 1, 1, 0, 0], ...facts });
const positive = [2, 2, 2, 2, 1, 1, 1, 1, 2];

const newPatient = async () => {
  const plan = ctx.newPlan([newMember(), newMember({ role: 'primary-care', partnerId: 'family-care' })]);
  await plan.publish(1, {});
  return plan;
};
const record = (patientId: string, body: object, as = therapist) =>
  ctx.api<Screening>('POST', `/patients/${patientId}/screenings`, as, body);
const eventsOf = async (patientId: string) =>
  (await ctx.events()).filter((event) => event.subject === patientId).map(({ type, data }) => ({ type, data }));

describe('a screening', () => {
  it('is scored, read by those who treat the patient, and stored in no readable place', async () => {
    const { patientId } = await newPatient();
    const key = { 'idempotency-key': randomUUID() };
    const path = `/api/behavioral-health/patients/${patientId}/screenings`;
    const once = () => ctx.request<Screening>('POST', path, { as: therapist, body: phq9({ comment }), headers: key });
    const recorded = await once();
    expect(recorded).toMatchObject({
      status: 201,
      body: { score: 10, severity: 'moderate', urgent: [], answers: phq9().answers, comment, recordedBy: 'Mia Mind' },
    });
    expect((await once()).body.id).toBe(recorded.body.id);
    const read = await ctx.api<Screening>('GET', `/screenings/${recorded.body.id}`, colleague);
    expect(read.body).toEqual(recorded.body);
    const listed = await ctx.api<Page<Screening>>('GET', `/patients/${patientId}/screenings`, colleague);
    expect(listed.body.items).toEqual([{ ...recorded.body, urgent: null, answers: null, comment: null }]);

    const stored = await ctx.everythingStored();
    for (const secret of [comment, 'moderate', '[2,2,2,1,1,1,1,0,0]']) expect(stored).not.toContain(secret);
    expect(await eventsOf(patientId)).toEqual([]);
  });

  it.each([
    ['too few answers', phq9({ answers: [0, 1] }), 'answers'],
    ['an answer out of range', phq9({ answers: [0, 0, 0, 4, 0, 0, 0, 0, 0] }), 'answers[3]'],
    ['an instrument that we do not know', phq9({ instrument: 'bdi' }), 'instrument'],
    ['the future', phq9({ takenAt: '2030-01-01T00:00:00Z' }), 'takenAt'],
    ['an unknown field', phq9({ diagnosis: 'x' }), 'diagnosis'],
  ])('refuses %s and names the field', async (_, body, path) => {
    const { patientId } = await newPatient();
    const { status, body: problem } = await ctx.api<{ errors: { path: string }[] }>(
      'POST',
      `/patients/${patientId}/screenings`,
      therapist,
      body,
    );
    expect([status, problem.errors[0]?.path]).toEqual([400, path]);
  });

  it('is for nobody else: not to record, not to read, not to know of', async () => {
    const { patientId } = await newPatient();
    const { body } = await record(patientId, phq9());
    const outsiders: [string, number][] = [
      ['partner:family-care', 404],
      ['coordinator', 403],
      ['administrator', 403],
      ['operator', 403],
    ];
    for (const [as, status] of outsiders) {
      for (const path of [
        `/screenings/${body.id}`,
        `/patients/${patientId}/screenings`,
        `/patients/${patientId}/trends`,
      ])
        expect([as, path, (await ctx.api('GET', path, as)).status]).toEqual([as, path, status]);
      expect((await ctx.api('POST', `/patients/${patientId}/screenings`, as, phq9())).status).toBe(status);
    }
    const [known, never] = await Promise.all(
      [body.id, randomUUID()].map((id) => ctx.api('GET', `/screenings/${id}`, 'physician')),
    );
    expect([known?.status, known?.body]).toEqual([404, never?.body]);
    const without = await newPatient();
    const lists = await Promise.all(
      [patientId, without.patientId].map((id) => ctx.api('GET', `/patients/${id}/screenings`, 'physician')),
    );
    expect(lists.map(({ status }) => status)).toEqual([403, 403]);
    expect(lists[0]?.body).toEqual(lists[1]?.body);
  });

  it('shows a physician the score, and not the answers, while the patient consents to it', async () => {
    const { patientId } = await newPatient();
    const { body } = await record(patientId, phq9({ comment }));
    const consent = await ctx.api<{ id: string }>('POST', `/patients/${patientId}/consents`, therapist, {
      recipient: 'pain-clinic',
      what: ['scores'],
      purpose: 'planning of the stimulator',
      until: '2027-05-01T00:00:00Z',
      method: 'verbal',
      textVersion: 'scores 1',
    });
    expect(consent.status).toBe(201);
    const read = () => ctx.api<Screening>('GET', `/screenings/${body.id}`, 'physician');
    expect(await read()).toMatchObject({
      status: 200,
      body: { score: 10, severity: 'moderate', urgent: null, answers: null, comment: null },
    });
    await ctx.api('POST', `/consents/${consent.body.id}/revoke`, therapist);
    expect((await read()).status).toBe(404);
  });

  it('tells how it goes', async () => {
    const { patientId } = await newPatient();
    const answers = [3, 3, 3, 3, 3, 0, 0, 0, 0];
    await record(patientId, phq9({ answers, takenAt: '2027-03-01T10:00:00Z' }));
    await record(patientId, phq9({ takenAt: '2027-03-29T10:00:00Z' }));
    await record(patientId, { instrument: 'gad-7', answers: [1, 1, 1, 1, 1, 1, 1] });
    const { body } = await ctx.api<ScreeningTrends>('GET', `/patients/${patientId}/trends`, therapist);
    expect(body.items).toEqual([
      { instrument: 'phq-9', trend: 'improving', latestAt: '2027-03-29T10:00:00.000Z' },
      { instrument: 'gad-7', trend: 'too-early', latestAt: ctx.clock.now().toISOString() },
    ]);
  });

  it.each([false, true])(
    'opens the urgent path when the safety item is positive (a plan: %s), without a word of it',
    async (withPlan) => {
      const { patientId, planId } = await newPatient();
      const { body } = await record(patientId, phq9({ answers: positive, withPlan, comment }));
      expect(body.urgent).toContain('Do not leave the patient alone.');
      expect(await eventsOf(patientId)).toEqual([
        {
          type: 'org.throughline.behavioral-health.safety-raised.v1',
          data: {
            patientId,
            planId,
            withPlan,
            raisedAt: ctx.clock.now().toISOString(),
            by: { sub: 'mia', name: 'Mia Mind', role: 'partner', partnerId: 'mindful-pain' },
          },
        },
      ]);
    },
  );
});
