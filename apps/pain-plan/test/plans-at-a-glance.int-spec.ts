import type { Page, PlanDocumentInput, PlanOverview } from '#contracts';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

describe('All plans at a glance', () => {
  let context: Context;
  beforeEach(async () => {
    context = await startPainPlan();
    context.clock.set('2027-04-06T14:00:00Z');
  });
  afterEach(() => context.close());

  const list = async (query = ''): Promise<Page<PlanOverview>> => {
    const { status, body } = await context.request('GET', `/api/plans${query}`, { as: 'physician' });
    expect(status).toBe(200);
    return body as Page<PlanOverview>;
  };

  it('says of each plan whether the team is together, how the target stands and what comes next', async () => {
    const targets: PlanDocumentInput['targets'] = [
      { id: 't1', kind: 'life-goal', measure: 'walk-min', baseline: 10, target: 30, status: 'open' },
      { id: 't2', kind: 'symptom', measure: 'nrs', baseline: 8, target: 3, status: 'met' },
    ];
    const plan = await context.newPlan({ document: { ...therapyPlan, targets, reviewDate: '2027-05-04' } });
    const { items } = await list();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      planId: plan.id,
      version: 1,
      team: { active: 1, together: 0, contested: 0, unassigned: 0 },
      target: { targetId: 't1', baseline: 10, target: 30, values: [], lastAt: null, unit: 'min' },
      next: { kind: expect.stringMatching(/^[a-z-]+$/) },
    });
    const body = { value: 14, measuredAt: '2027-04-06T13:00:00Z' };
    await context.request('POST', `/api/plans/${plan.id}/targets/t1/measurements`, { as: 'physician', body });
    expect((await list()).items[0]!.target).toMatchObject({ values: [14], lastAt: '2027-04-06T13:00:00.000Z' });
  });

  it('pages by name, each plan once', async () => {
    for (let n = 0; n < 3; n += 1) await context.newPlan();
    const first = await list('?limit=2');
    expect(first.items).toHaveLength(2);
    const second = await list(`?limit=2&cursor=${encodeURIComponent(first.next!)}`);
    expect(second.next).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ planId }) => planId)).size).toBe(3);
  });
});
