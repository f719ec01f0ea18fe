import type { VersionImpact } from '#contracts';
import { onlyMember, startPainPlan, withRestriction, type Context } from './pain-plan.context.js';

describe('The preview', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  const preview = (planId: string, base: number) =>
    context.request('POST', `/api/plans/${planId}/preview`, {
      as: 'physician',
      body: { document: withRestriction() },
      headers: { 'if-match': `"${base}"` },
    });

  it('shows exactly what publishing sends', async () => {
    const plan = await context.newPlan();
    const before = await context.eventNames();
    const previewed = await preview(plan.id, 1);
    expect(previewed.status).toBe(200);
    expect(await context.eventNames()).toEqual(before);

    const shown = previewed.body as VersionImpact;
    expect(shown.changes.map((change) => change.type)).toEqual(['rehab.restriction-added']);
    expect(shown.impacts.map((impact) => impact.partnerId)).toEqual(['pt-north']);

    const published = await context.publish(plan.id, 1, withRestriction(), { digest: shown.digest });
    expect(published.status).toBe(201);
    expect(published.body).toEqual({
      ...shown,
      planId: plan.id,
      patientId: plan.patientId,
      version: 2,
      publishedAt: expect.any(String),
    });
  });

  it('is refused as a ground for publishing when something else would be sent by now', async () => {
    const plan = await context.newPlan();
    const shown = (await preview(plan.id, 1)).body as VersionImpact;
    await context.request('DELETE', `/api/plans/${plan.id}/team/physical-therapy`, { as: 'coordinator' });

    const refused = await context.publish(plan.id, 1, withRestriction(), { digest: shown.digest });
    expect(refused.status).toBe(409);
    const fresh = (refused.body as { preview: VersionImpact }).preview;
    expect(fresh.digest).not.toBe(shown.digest);
    expect((await context.publish(plan.id, 1, withRestriction(), { digest: fresh.digest })).status).toBe(201);
  });

  it('counts what a partner acknowledged meanwhile', async () => {
    const plan = await context.newPlan();
    const shown = (await preview(plan.id, 1)).body as VersionImpact;
    await context.acknowledge(plan, onlyMember(plan), 1);
    const after = (await preview(plan.id, 1)).body as VersionImpact;
    expect(shown.impacts[0]?.fromVersion).toBe(0);
    expect(after.impacts[0]?.fromVersion).toBe(1);
    expect(after.digest).not.toBe(shown.digest);
  });
});
