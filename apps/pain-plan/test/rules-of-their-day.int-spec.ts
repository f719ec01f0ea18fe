import type { Rule } from '#clinical';
import type { RuleTrial } from '#contracts';
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

  const tried = (rule: unknown, as = 'physician') =>
    context.request<RuleTrial>('POST', '/api/rules/trial', { as, body: { rule } });
  const ruleOf = async (id: string): Promise<Rule> => {
    const { rules } = (await read('/api/rules')).body as { rules: Rule[] };
    return rules.find((one) => one.id === id)!;
  };

  it('are tried as they would be on what was published, and nothing changes', async () => {
    const plan = await context.newPlan();
    const before = (await context.events()).length;
    const th01 = await ruleOf('TH-01');
    const same = await tried(th01);
    expect(same).toMatchObject({ status: 200, body: { ruleId: 'TH-01', isNew: false, more: 0, fewer: 0, changed: 0 } });
    expect(same.body.same).toBeGreaterThan(0);

    const sooner = await tried({ ...th01, urgency: 'U', due: { businessDays: 1 } });
    expect(sooner.body).toMatchObject({ more: 0, fewer: 0, same: 0, changed: same.body.same });
    expect(sooner.body.examples).toContainEqual(
      expect.objectContaining({
        kind: 'changed',
        to: 'physical-therapy',
        planId: plan.id,
        version: 1,
        running: expect.objectContaining({ urgency: 'routine' }) as unknown,
        tried: expect.objectContaining({ urgency: 'urgent' }) as unknown,
      }),
    );
    const silent = await tried({ ...th01, where: [{ field: 'item.group', op: 'eq', value: 'never' }] });
    expect(silent.body).toMatchObject({ fewer: same.body.same, changed: 0, same: 0 });
    // What it covers speaks in its place.
    const { examples } = silent.body;
    for (const { ruleId } of examples.filter(({ kind }) => kind === 'more')) expect(th01.covers).toContain(ruleId);
    expect(silent.body.brokenExamples).not.toEqual([]);
    expect((await context.events()).length).toBe(before);
  });

  it('are tried by administrators without reading anything of a patient', async () => {
    const th01 = await ruleOf('TH-01');
    const { body } = await tried({ ...th01, urgency: 'U', due: { businessDays: 1 } }, 'administrator');
    expect(body.changed).toBeGreaterThan(0);
    for (const example of body.examples)
      expect(example).toMatchObject({
        planId: null,
        patientId: null,
        version: null,
        tried: { reason: null, text: null },
      });
    expect((await tried(th01, 'coordinator')).status).toBe(403);
  });

  it('are refused for what could not stand among them, naming the field', async () => {
    const th01 = await ruleOf('TH-01');
    expect(await tried({ ...th01, urgency: 'soon' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'rule.urgency' }] },
    });
    expect(await tried({ ...th01, examples: [] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'rule' }, {}] },
    });
  });
});
