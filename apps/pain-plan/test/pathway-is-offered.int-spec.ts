import type { Pathway, PlanPathway, PlanProposal, VersionImpact } from '#contracts';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

describe('A pathway', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  const get = (path: string, as = 'physician') => context.request('GET', path, { as });

  it('is read by clinicians of the clinic, and by nobody else', async () => {
    const all = await get('/api/pathways', 'coordinator');
    expect((all.body as { items: Pathway[] }).items.map(({ group }) => group)).toContain('pelvic-pain');
    expect((await get('/api/pathways/facet')).body).toMatchObject({ group: 'facet', origin: expect.any(Array) });
    expect((await get('/api/pathways/nonsense')).status).toBe(400);
    expect((await get('/api/pathways', 'partner:pt-north')).status).toBe(403);
  });

  it('stands beside a plan: what it suggests, what departs from it, what comes next', async () => {
    const plan = await context.newPlan();
    const { body } = await get(`/api/plans/${plan.id}/pathway`, 'coordinator');
    const beside = body as PlanPathway;
    expect(beside).toMatchObject({
      planId: plan.id,
      planVersion: 1,
      deviations: [],
      diagnoses: [
        {
          diagnosisId: 'dx1',
          group: 'lumbar-radiculopathy',
          stage: 'conservative',
          expectedCourse: 'Many improve within 6 to 12 weeks.',
          nextOptions: [expect.stringContaining('transforaminal')],
          checkpoints: [
            { weeks: 6, on: null },
            { weeks: 12, on: null },
          ],
        },
      ],
    });
    expect(beside.diagnoses[0]?.suggestions.map(({ item }) => item.kind)).toEqual([
      'medication',
      'medication',
      'target',
      'target',
    ]);
    expect((await get(`/api/plans/${plan.id}/pathway`, 'partner:pt-north')).status).toBe(403);
    expect((await get('/api/plans/9b2f1c0e-1111-4c3a-9a3a-3f0a7c1d2e3f/pathway')).status).toBe(404);
  });

  it('shows a departure in the preview, and neither stops it nor tells anybody', async () => {
    const plan = await context.newPlan();
    const document = {
      ...therapyPlan,
      procedures: [
        { id: 'p1', type: 'trigger-point' as const, intent: 'therapeutic' as const, status: 'planned' as const },
      ],
    };
    const preview = await context.request('POST', `/api/plans/${plan.id}/preview`, {
      as: 'physician',
      body: { document },
      headers: { 'if-match': '"1"' },
    });
    expect((preview.body as VersionImpact).deviations).toMatchObject([
      {
        diagnosisId: 'dx1',
        itemId: 'p1',
        text: expect.stringContaining('is not on the ladder of Lumbar radiculopathy'),
      },
    ]);
    const before = (await context.eventNames()).length;
    expect((await context.publish(plan.id, 1, document)).status).toBe(201);
    expect(await context.eventNames(before)).toEqual(['plan.published']);
  });

  it('and the history packet make a first plan that the physician completes', async () => {
    const patient = await context.newPatient();
    const path = `/api/patients/${patient.id}/plan-proposal?group=lumbar-radiculopathy`;
    expect((await get(path)).status).toBe(404);
    const packet = {
      onset: '2027-03-28',
      story: 'Since lifting a patient.',
      helps: ['lying'],
      worsens: ['sitting'],
      provokingPostures: ['bent over the sink'],
      imaging: [{ modality: 'MRI', region: 'lumbar spine' }],
      trials: [{ treatment: 'gabapentin', dose: '300 mg at night', sideEffect: 'dizzy' }],
      operativeNotes: [],
      therapySummaries: [],
      workGoal: 'full shifts',
      lifeGoal: 'walk the dog',
    };
    const put = await context.request('PUT', `/api/patients/${patient.id}/history-packet`, {
      as: 'coordinator',
      body: packet,
    });
    expect(put.body).toMatchObject({ missing: [], completeness: { complete: true, missing: [], percent: 100 } });
    const before = (await context.eventNames()).length;
    const proposal = (await get(path, 'coordinator')).body as PlanProposal;
    expect(await context.eventNames(before)).toEqual([]);
    expect(proposal.open.map((one) => one.path)).toContain('document.targets[0].target');
    expect(proposal.document).toMatchObject({
      diagnoses: [{ onset: '2027-03-28' }],
      medications: [{ class: 'gabapentinoid' }],
    });

    const publish = (document: PlanProposal['document']) =>
      context.request('POST', `/api/patients/${patient.id}/plans`, { as: 'physician', body: { document } });
    const refused = await publish(proposal.document);
    expect(refused.status).toBe(422);
    const { errors } = refused.body as { errors: { path: string }[] };
    expect(proposal.open.map((one) => one.path)).toEqual(expect.arrayContaining(errors.map((one) => one.path)));

    const [work, life] = proposal.document.targets;
    const completed = {
      ...proposal.document,
      targets: [
        { ...work!, baseline: 2, target: 12 },
        { ...life!, baseline: 10, target: 30 },
      ],
    };
    expect((await publish(completed)).status).toBe(201);
    expect((await get(`/api/patients/${patient.id}/plan-proposal?group=nothing`)).status).toBe(400);
  });

  it('holds no score of mood or sleep, and no value that its measure cannot have', async () => {
    const plan = await context.newPlan();
    const target = (measure: string, baseline: number) => ({
      ...therapyPlan,
      targets: [
        ...therapyPlan.targets!,
        { id: 't3', kind: 'symptom' as const, measure: measure as 'nrs', baseline, target: 3, status: 'open' as const },
      ],
    });
    for (const [measure, baseline, path] of [
      ['phq9', 12, 'document.targets[2].measure'],
      ['nrs', 18, 'document.targets[2].baseline'],
    ] as const) {
      const refused = await context.publish(plan.id, 1, target(measure, baseline));
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ errors: [{ path }] });
    }
  });
});
