import { startPainPlan, type Context } from './pain-plan.context.js';

describe('The rules', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context?.close());

  const read = (path: string, as = 'physician') => context.request('GET', path, { as });

  it('that run now are shown, drafts as drafts', async () => {
    const { status, body } = await read('/api/rules');
    expect(status).toBe(200);
    const { rules, counts } = body as { rules: { id: string; status: string }[]; counts: Record<string, number> };
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['TH-01', 'PC-01', 'AL-12']));
    expect(counts['draft']).toBe(rules.filter(({ status: one }) => one === 'draft').length);
    expect((await read('/api/rules', 'partner:pt-north')).status).toBe(403);
  });

  it('by which an old version was assessed can be read by the version that the impact names', async () => {
    const plan = await context.newPlan();
    const { body } = await read(`/api/rulesets/${plan.rulesetVersion}`);
    expect(body).toMatchObject({ version: plan.rulesetVersion, firstUsedAt: expect.any(String) as unknown });
    const { rules } = body as { rules: { id: string }[] };
    const used = plan.impacts.flatMap(({ asks }) => asks.map(({ ruleId }) => ruleId));
    for (const ruleId of used) expect(rules.map(({ id }) => id)).toContain(ruleId);
    expect((await read('/api/rulesets/never')).status).toBe(404);
  });
});
