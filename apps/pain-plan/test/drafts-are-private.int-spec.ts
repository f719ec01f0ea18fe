import { startPainPlan, therapyPlan, withRestriction, type Context } from './pain-plan.context.js';

describe('A draft', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('is kept for the physician who wrote it, tells nobody, and goes with the publish', async () => {
    const plan = await context.newPlan();
    const path = `/api/plans/${plan.id}/draft`;
    const mark = (await context.eventNames()).length;
    expect((await context.request('GET', path, { as: 'physician' })).status).toBe(404);
    const saved = await context.request('PUT', path, {
      as: 'physician',
      body: { document: withRestriction(), basedOn: 1 },
    });
    expect(saved.status).toBe(200);
    expect((await context.request('GET', path, { as: 'physician' })).body).toEqual(saved.body);
    expect((await context.request('GET', path, { as: 'coordinator' })).status).toBe(403);
    const colleague = { sub: 'another-physician', name: 'Dr. Other', role: 'physician' as const, partnerId: null };
    expect((await context.request('GET', path, { as: colleague })).status).toBe(404);
    expect(await context.eventNames(mark)).toEqual([]);

    await context.publish(plan.id, 1, withRestriction());
    expect((await context.request('GET', path, { as: 'physician' })).status).toBe(404);
  });

  it('is not based on a version that does not exist', async () => {
    const plan = await context.newPlan();
    const refused = await context.request('PUT', `/api/plans/${plan.id}/draft`, {
      as: 'physician',
      body: { document: therapyPlan, basedOn: 2 },
    });
    expect(refused.status).toBe(400);
  });
});
