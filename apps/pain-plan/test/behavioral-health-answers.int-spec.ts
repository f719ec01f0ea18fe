import { randomUUID } from 'node:crypto';
import {
  behavioralEpisodeCompleted,
  behavioralSafetyRaised,
  type Actor,
  type CreatedPlan,
  type Plan,
  type PlanDocumentInput,
  type TriageAlert,
  type VersionImpact,
} from '#contracts';
import type { User } from '#platform';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

const mia: Actor = { sub: 'mia', name: 'Mia Mind', role: 'partner', partnerId: 'mindful-pain' };
const therapist: User = { sub: 'theo', name: 'Theo Therapist', role: 'partner', partnerId: 'pt-north' };
const stranger: User = { sub: 'stan', name: 'Stan Stranger', role: 'partner', partnerId: 'pt-south' };
const implantPath: PlanDocumentInput = {
  ...therapyPlan,
  behavioral: [{ id: 'b1', kind: 'pre-implant-evaluation', status: 'engaged', clearance: 'pending' }],
};

describe('behavioral health answers', () => {
  let service: Context;
  beforeEach(async () => {
    service = await startPainPlan();
    service.clock.set('2027-04-06T10:00:00-04:00');
  });
  afterEach(() => service.close());

  const newPlan = (document = implantPath): Promise<CreatedPlan> =>
    service.newPlan({
      document,
      team: [
        { role: 'physical-therapy', partnerId: 'pt-north' },
        { role: 'primary-care', partnerId: 'family-care' },
      ],
    });
  const get = async <Body>(path: string, as: User | string): Promise<Body> =>
    (await service.request('GET', path, { as: as as never })).body as Body;
  const current = (plan: CreatedPlan, as = 'physician'): Promise<Plan> => get<Plan>(`/api/plans/${plan.id}`, as);
  const raise = (plan: CreatedPlan, withPlan = false): Promise<void> =>
    service.receive(
      behavioralSafetyRaised.of({
        subject: plan.patientId,
        time: service.clock.now(),
        data: {
          ...{ patientId: plan.patientId, planId: plan.id, withPlan },
          ...{ raisedAt: service.clock.now().toISOString(), by: mia },
        },
      }),
    );
  const answer = (plan: CreatedPlan, clearance: 'cleared' | 'not-cleared' | null, itemId = 'b1'): Promise<void> =>
    service.receive(
      behavioralEpisodeCompleted.of({
        subject: plan.patientId,
        time: service.clock.now(),
        data: {
          ...{ episodeId: randomUUID(), planId: plan.id, patientId: plan.patientId, kind: 'pre-implant-evaluation' },
          ...{ itemId, clearance, completedAt: service.clock.now().toISOString(), by: mia },
        },
      }),
    );

  it('a positive safety item puts one alarm in force, on the same day; with a plan it becomes an emergency', async () => {
    const plan = await newPlan();
    await raise(plan);
    await raise(plan);
    const { currentVersion, document } = await current(plan);
    expect(currentVersion).toBe(2);
    expect(document.redFlags).toMatchObject([{ kind: 'self-harm', status: 'active', onset: 'new' }]);
    expect(document.rehab).toEqual(plan.document.rehab);
    const events = (await service.events()).filter(({ subject }) => subject === plan.patientId);
    const published = events.find(({ data }) => (data as { version?: number }).version === 2);
    expect(published).toMatchObject({
      data: { author: mia, reason: expect.stringContaining('awaiting the physician') },
    });
    await raise(plan, true);
    const emergency = await current(plan);
    expect([emergency.currentVersion, emergency.document.redFlags.length]).toEqual([3, 1]);
    expect(emergency.document.redFlags[0]).toMatchObject({ kind: 'self-harm', emergency: true });
    await raise(plan, true);
    expect((await current(plan)).currentVersion).toBe(3);
  });

  it('everybody else learns that it is urgent and whom to call, and no word more', async () => {
    const plan = await newPlan({
      ...implantPath,
      safetyNet: { callWhom: { name: 'Pain Clinic', number: '+1 212 555 0100' } },
    });
    const alert = (as: User | string) => get<TriageAlert>(`/api/patients/${plan.patientId}/triage`, as);
    const quiet = { urgent: false, text: null, callWhom: { name: 'Pain Clinic', number: '+1 212 555 0100' } };
    expect(await alert(therapist)).toEqual(quiet);
    await raise(plan);
    const urgent = { ...quiet, urgent: true, text: 'Urgent: contact the pain clinic.' };
    for (const as of [therapist, 'coordinator', 'physician']) expect(await alert(as)).toEqual(urgent);
    expect(await alert(stranger)).toMatchObject({ status: 404 });

    const seen = await Promise.all([
      current(plan, 'coordinator'),
      ...['versions', 'versions/2', 'team', 'diff?from=1&to=2'].map((path) =>
        get<unknown>(`/api/plans/${plan.id}/${path}`, 'coordinator'),
      ),
      get<unknown>(`/api/patients/${plan.patientId}/timeline`, 'coordinator'),
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/self.harm|safety item|behavioral-health\.|suicid/i);
    expect(JSON.stringify(seen)).toContain('urgent safety concern');
    const physicians = await get<unknown>(`/api/patients/${plan.patientId}/timeline`, 'physician');
    expect(JSON.stringify(physicians)).toContain('A safety item of a questionnaire is positive');
  });

  it('a partner cannot find out by reporting the same', async () => {
    const report = (plan: CreatedPlan) =>
      service.request('POST', `/api/patients/${plan.patientId}/triage`, {
        as: therapist,
        body: { redFlags: [{ kind: 'self-harm' }] },
      });
    const [known, unknown] = [await newPlan(), await newPlan()];
    await raise(known);
    const [first, second] = [await report(known), await report(unknown)];
    expect(first.body).toEqual(second.body);
    expect(first.body).toMatchObject({
      actions: ['Urgent: the patient is seen today. Call the pain clinic.'],
      told: [],
    });
    expect((await current(unknown)).currentVersion).toBe(2);
  });

  it.each([
    ['not-cleared', ['physician PH-03', 'scheduling SD-11']],
    ['cleared', []],
  ] as const)('%s is put in force in the evaluator’s name and concerns %j', async (clearance, desks) => {
    const plan = await newPlan();
    const behavioral = plan.document.behavioral.map((item) => ({ ...item, status: 'completed', clearance }));
    const { body: preview } = await service.request('POST', `/api/plans/${plan.id}/preview`, {
      as: 'physician',
      headers: { 'if-match': '"1"' },
      body: { document: { ...plan.document, behavioral } },
    });
    const { impacts, desks: asked } = preview as VersionImpact;
    // Therapy has not acknowledged version 1 yet; nothing new is asked of it or of anybody.
    expect(impacts.flatMap(({ asks }) => asks).filter(({ sinceVersion }) => sinceVersion > 1)).toEqual([]);
    expect(asked.flatMap(({ desk, asks }) => asks.map(({ ruleId }) => `${desk} ${ruleId}`)).sort()).toEqual(desks);
    await answer(plan, clearance);
    await answer(plan, clearance);
    const { currentVersion, document } = await current(plan);
    expect(currentVersion).toBe(2);
    expect(document.behavioral).toEqual([
      expect.objectContaining({ id: 'b1', status: 'completed', clearance, kind: 'pre-implant-evaluation' }),
    ]);
    const version = await get<{ author: Actor; changes: { type: string }[] }>(
      `/api/plans/${plan.id}/versions/2`,
      'physician',
    );
    expect(version.author).toEqual(mia);
    expect(version.changes.map(({ type }) => type)).toContain(`behavioral.${clearance}`);
  });

  it('changes nothing for an answer to a question that the plan does not ask any more', async () => {
    const plan = await newPlan();
    await answer(plan, 'not-cleared', 'b9');
    await answer(plan, null);
    expect((await current(plan)).currentVersion).toBe(1);
    await service.publish(plan.id, 1, { ...plan.document, status: 'revoked', statusReason: 'moved away' });
    await answer(plan, 'not-cleared');
    expect((await current(plan)).currentVersion).toBe(2);
  });
});
