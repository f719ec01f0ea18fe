import { startPainPlan, withRestriction, type Context } from './pain-plan.context.js';

describe('A published version', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('cannot be changed or deleted, not even in the database', async () => {
    const plan = await context.newPlan();
    const refusal = /immutable/;
    await expect(
      context.dataSource.query(`update plan_version set reason = 'x' where plan_id = $1`, [plan.id]),
    ).rejects.toThrow(refusal);
    await expect(context.dataSource.query('delete from plan_version where plan_id = $1', [plan.id])).rejects.toThrow(
      refusal,
    );
    await expect(context.dataSource.query('truncate plan_version cascade')).rejects.toThrow(refusal);
  });

  it('is read under its own number for ever', async () => {
    const plan = await context.newPlan();
    await context.publish(plan.id, 1, withRestriction());
    const first = await context.request('GET', `/api/plans/${plan.id}/versions/1`, { as: 'coordinator' });
    expect(first.headers.etag).toBe('"1"');
    expect(first.body).toMatchObject({ version: 1, document: plan.document, reason: 'First version' });
    expect((await context.request('GET', `/api/plans/${plan.id}/versions/3`, { as: 'coordinator' })).status).toBe(404);
  });

  it('is compared with any other, for everyone or for one role', async () => {
    const plan = await context.newPlan();
    await context.publish(plan.id, 1, { ...withRestriction(), reviewDate: '2027-06-01' });
    const diff = async (query: string): Promise<string[]> => {
      const answer = await context.request('GET', `/api/plans/${plan.id}/diff?${query}`, { as: 'coordinator' });
      return (answer.body as { changes: { type: string }[] }).changes.map((change) => change.type).sort();
    };
    expect(await diff('from=1&to=2')).toEqual(['rehab.restriction-added', 'review.moved']);
    expect(await diff('from=1&to=2&role=physical-therapy')).toEqual(['rehab.restriction-added']);
    expect(await diff('from=1&to=2&role=neurology')).toEqual([]);
    expect(await diff('from=2&to=2')).toEqual([]);
    expect((await context.request('GET', `/api/plans/${plan.id}/diff?from=1&to=9`, { as: 'coordinator' })).status).toBe(
      404,
    );
  });
});
