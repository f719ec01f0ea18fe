import { randomUUID } from 'node:crypto';
import { therapyProgressReported } from '#contracts';
import { startPainPlan, type Context } from './pain-plan.context.js';

describe('A functional target', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  const measure = (
    planId: string,
    targetId: string,
    as: string,
    value: number,
    measuredAt = '2027-04-06T08:00:00-04:00',
  ) =>
    context.request('POST', `/api/plans/${planId}/targets/${targetId}/measurements`, {
      as,
      body: { value, measuredAt },
    });

  it('is measured by the clinic and by the partner that trains it', async () => {
    const plan = await context.newPlan();
    expect((await measure(plan.id, 't1', 'physician', 7)).status).toBe(201);
    const answer = await measure(plan.id, 't1', 'partner:pt-north', 6, '2027-04-06T08:30:00-04:00');
    expect(answer.body).toMatchObject({
      planId: plan.id,
      targetId: 't1',
      measure: 'nrs',
      baseline: 8,
      target: 3,
      measurements: [
        { value: 7, measuredAt: '2027-04-06T12:00:00.000Z', source: 'clinic' },
        { value: 6, measuredAt: '2027-04-06T12:30:00.000Z', source: 'partner' },
      ],
    });
    expect(await context.eventNames(-2)).toEqual(['target.measured', 'target.measured']);
  });

  it('does not exist for who does not work towards it', async () => {
    const plan = await context.newPlan();
    expect((await measure(plan.id, 't1', 'partner:pt-south', 5)).status).toBe(404);
    expect((await measure(plan.id, 't2', 'partner:pt-north', 5)).status).toBe(404);
    expect((await measure(plan.id, 't9', 'physician', 5)).status).toBe(404);
  });

  it('is not measured in the future', async () => {
    const plan = await context.newPlan();
    const refused = await measure(plan.id, 't1', 'physician', 5, '2028-01-01T00:00:00Z');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ path: 'measuredAt' }] });
  });

  it('follows what the therapist reports, and passes over what the plan does not hold', async () => {
    const plan = await context.newPlan();
    const measuredAt = '2027-04-06T08:30:00-04:00';
    await context.receive(
      therapyProgressReported.of({
        subject: plan.patientId,
        time: context.clock.now(),
        data: {
          episodeId: randomUUID(),
          planId: plan.id,
          patientId: plan.patientId,
          discipline: 'physical-therapy',
          partnerId: 'pt-north',
          measurements: [
            { targetId: 't1', measure: 'nrs', value: 4, measuredAt },
            { targetId: 'gone', measure: 'odi', value: 20, measuredAt },
          ],
          flare: { pattern: 'neuropathic', trigger: 'nerve glides', hours: 24 },
          concern: null,
          reportedAt: context.clock.now().toISOString(),
          by: { sub: 'pt', name: 'Theo Therapist', role: 'partner', partnerId: 'pt-north' },
        },
      }),
    );
    const trend = await context.request('GET', `/api/plans/${plan.id}/targets/t1/trend`, { as: 'partner:pt-north' });
    expect((trend.body as { measurements: unknown[] }).measurements).toMatchObject([{ value: 4, source: 'partner' }]);
    expect(await context.eventNames(-1)).toEqual(['target.measured']);
    expect((await context.team(plan.id)).members).toMatchObject([{ lastHeardAt: context.clock.now().toISOString() }]);
    expect((await context.timeline(plan.patientId)).map((entry) => entry.text)).toEqual(
      expect.arrayContaining([
        'The pt-north reported progress: pain, 0 to 10: 4; Oswestry disability index: 20; 1 value for no target of the current version; neuropathic flare for 24 h after nerve glides.',
      ]),
    );
  });
});
