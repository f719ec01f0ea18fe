import type { PlanDocumentInput } from '#contracts';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

const ablation = (override?: { reason: string; by: string }): PlanDocumentInput => ({
  ...therapyPlan,
  diagnoses: [
    ...therapyPlan.diagnoses!,
    { id: 'dx2', code: 'M17.11', group: 'knee-oa', side: 'right', status: 'confirmed' },
  ],
  procedures: [
    {
      id: 'p1',
      type: 'rfa-genicular',
      intent: 'therapeutic',
      side: 'right',
      guidance: 'fluoroscopy',
      status: 'planned',
      diagnosisId: 'dx2',
      ...(override ? { override } : {}),
    },
  ],
});

describe('A missing prerequisite', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('is refused naming the field, in preview and publish, and leaves nothing behind', async () => {
    const plan = await context.newPlan();
    const before = await context.eventNames();
    const preview = await context.request('POST', `/api/plans/${plan.id}/preview`, {
      as: 'physician',
      body: { document: ablation() },
      headers: { 'if-match': '"1"' },
    });
    const publish = await context.publish(plan.id, 1, ablation());
    for (const refused of [preview, publish]) {
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({
        errors: [{ path: expect.stringMatching(/^document\.procedures\[0\]/), message: expect.any(String) }],
      });
    }
    expect(await context.eventNames()).toEqual(before);
    expect((await context.request('GET', `/api/plans/${plan.id}`, { as: 'physician' })).headers.etag).toBe('"1"');
  });

  it('is published with a recorded reason, which stands on the timeline', async () => {
    const plan = await context.newPlan();
    const answer = await context.publish(plan.id, 1, ablation({ reason: 'Block done elsewhere', by: 'Dr. Field' }));
    expect(answer.status).toBe(201);
    expect(await context.timeline(plan.patientId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'plan.prerequisite-overridden',
          planVersion: 2,
          text: expect.stringContaining('Block done elsewhere'),
        }),
      ]),
    );
  });

  it('of a first version leaves no plan', async () => {
    const patient = await context.newPatient();
    const refused = await context.request('POST', `/api/patients/${patient.id}/plans`, {
      as: 'physician',
      body: { document: ablation() },
    });
    expect(refused.status).toBe(422);
    expect((await context.request('GET', `/api/patients/${patient.id}`, { as: 'physician' })).body).toMatchObject({
      planId: null,
    });
  });
});
