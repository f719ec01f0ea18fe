import type { CreatedPlan, PlanDocumentInput, TargetTrend, CloudEvent } from '#contracts';
import { startPainPlan, type Context } from './pain-plan.context.js';

type Group = NonNullable<NonNullable<PlanDocumentInput['diagnoses']>[number]['group']>;

/** Walking 10 minutes, aiming at 30, looked at every two weeks. */
const walkingPlan = (group: Group = 'sacroiliac'): PlanDocumentInput => ({
  patientContext: {
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
    allergies: { state: 'none-known' },
  },
  diagnoses: [{ id: 'dx1', code: 'M53.3', group, side: 'right', status: 'confirmed' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'dx1',
      program: ['hip-hinge'],
      dose: { sessionsPerWeek: 2, weeks: 6 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'life-goal',
      measure: 'walk-min',
      baseline: 10,
      target: 30,
      reviewEveryWeeks: 2,
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
});
const firstDay = '2027-04-06T14:00:00Z';

describe('A target that stops improving', () => {
  let context: Context;
  beforeEach(async () => {
    context = await startPainPlan();
    context.clock.set(firstDay);
  });
  afterEach(() => context.close());

  /** Sets the clock to day n at 10:00. */
  const goTo = (day: number): void => {
    context.clock.set(firstDay);
    context.clock.advance(`P${day}D`);
  };
  const measure = async (plan: CreatedPlan, day: number, value: number): Promise<TargetTrend> => {
    goTo(day);
    const answer = await context.request('POST', `/api/plans/${plan.id}/targets/t1/measurements`, {
      as: 'partner:pt-north',
      body: { value, measuredAt: context.clock.now().toISOString() },
    });
    expect(answer.status).toBe(201);
    return answer.body as TargetTrend;
  };
  const trendOn = async (plan: CreatedPlan, day: number): Promise<TargetTrend> => {
    goTo(day);
    return (await context.request('GET', `/api/plans/${plan.id}/targets/t1/trend`, { as: 'physician' }))
      .body as TargetTrend;
  };
  const told = async (name: string): Promise<CloudEvent[]> =>
    (await context.events()).filter(({ type }) => type === `org.throughline.${name}.v1`);

  it('is told to the physician once, with what was tried and what comes next', async () => {
    const plan = await context.newPlan({ document: walkingPlan() });
    for (const [day, value] of [
      [0, 10],
      [14, 11],
    ] as const)
      await measure(plan, day, value);
    expect(await told('target.plateaued')).toEqual([]);
    expect(await measure(plan, 28, 10)).toMatchObject({
      progress: 'plateau',
      worth: 5,
      better: 'up',
      unit: 'min',
      measureName: 'walking',
      watchStartedAt: '2027-04-06T14:00:00.000Z',
      floorUntil: '2027-05-04',
      overdueSince: null,
    });
    await measure(plan, 42, 11);
    const events = await told('target.plateaued');
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      subject: plan.patientId,
      data: {
        planId: plan.id,
        planVersion: 1,
        targetId: 't1',
        measure: 'walk-min',
        watchStartedAt: '2027-04-06T14:00:00.000Z',
        detectedAt: '2027-05-04T14:00:00.000Z',
        values: [{ value: 10 }, { value: 11 }, { value: 10 }],
        tried: [expect.stringContaining('hysical therapy')],
        nextOptions: ['image-guided sacroiliac joint injection'],
      },
    });
    expect(await told('target.worsening')).toEqual([]);
    expect((await context.timeline(plan.patientId)).map(({ text }) => text)).toContain(
      'Walking stopped improving: 10, 11, 10.',
    );
  });

  it('is watched anew from a material version on', async () => {
    const plan = await context.newPlan({ document: walkingPlan() });
    await measure(plan, 0, 10);
    await measure(plan, 14, 11);
    await measure(plan, 28, 10);
    goTo(30);
    const document = walkingPlan();
    const changed = {
      ...document,
      rehab: [{ ...document.rehab![0]!, program: ['hip-hinge' as const, 'gait' as const] }],
    };
    expect((await context.publish(plan.id, 1, changed)).status).toBe(201);
    expect(await measure(plan, 42, 11)).toMatchObject({
      progress: 'no-clear-change',
      watchStartedAt: '2027-05-06T14:00:00.000Z',
      floorUntil: '2027-06-03',
    });
    await measure(plan, 56, 11);
    expect(await told('target.plateaued')).toHaveLength(1);
    expect(await measure(plan, 70, 10)).toMatchObject({ progress: 'plateau' });
    expect(await told('target.plateaued')).toMatchObject([{ data: { planVersion: 1 } }, { data: { planVersion: 2 } }]);
  });

  it('is given six weeks in lumbar radiculopathy', async () => {
    const plan = await context.newPlan({ document: walkingPlan('lumbar-radiculopathy') });
    await measure(plan, 0, 10);
    await measure(plan, 14, 11);
    expect(await measure(plan, 28, 10)).toMatchObject({ progress: 'no-clear-change', floorUntil: '2027-05-18' });
    expect(await told('target.plateaued')).toEqual([]);
    expect(await measure(plan, 42, 11)).toMatchObject({ progress: 'plateau' });
    expect(await told('target.plateaued')).toHaveLength(1);
  });

  it('is no news while it improves', async () => {
    const plan = await context.newPlan({ document: walkingPlan() });
    await measure(plan, 0, 10);
    await measure(plan, 14, 12);
    expect(await measure(plan, 28, 16)).toMatchObject({ progress: 'improving' });
    expect(await told('target.plateaued')).toEqual([]);
  });

  it('is overdue, not a plateau, when nobody measured', async () => {
    const plan = await context.newPlan({ document: walkingPlan() });
    await measure(plan, 0, 10);
    await measure(plan, 14, 11);
    expect(await trendOn(plan, 42)).toMatchObject({ progress: 'overdue', overdueSince: '2027-05-04' });
    expect(await told('target.plateaued')).toEqual([]);
  });

  it('rests while therapy is on hold', async () => {
    const document = walkingPlan();
    const hold = { id: 'h1', kind: 'hold-loading' as const, from: '2027-04-16', until: '2027-05-06' };
    const plan = await context.newPlan({
      document: { ...document, rehab: [{ ...document.rehab![0]!, restrictions: [hold] }] },
    });
    await measure(plan, 0, 10);
    await measure(plan, 14, 11);
    await measure(plan, 28, 10);
    await measure(plan, 42, 11);
    expect(await told('target.plateaued')).toEqual([]);
    await measure(plan, 56, 10);
    expect(await told('target.plateaued')).toHaveLength(1);
  });

  it('is told as worsening at once, and once', async () => {
    const plan = await context.newPlan({ document: walkingPlan() });
    await measure(plan, 0, 10);
    await measure(plan, 3, 5);
    expect(await told('target.worsening')).toEqual([]);
    expect(await measure(plan, 6, 4)).toMatchObject({ progress: 'worsening' });
    await measure(plan, 9, 4);
    expect(await told('target.worsening')).toMatchObject([
      { data: { targetId: 't1', values: [{ value: 10 }, {}, {}] } },
    ]);
  });

  it('refuses a value that cannot be', async () => {
    const plan = await context.newPlan({ document: walkingPlan() });
    const refused = await context.request('POST', `/api/plans/${plan.id}/targets/t1/measurements`, {
      as: 'physician',
      body: { value: -1, measuredAt: firstDay },
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      errors: [{ path: 'value', message: 'must be from 0 to 1440 (walking)' }],
    });
    expect(await told('target.measured')).toEqual([]);
  });
});
