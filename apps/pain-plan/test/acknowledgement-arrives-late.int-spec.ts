import { onlyMember, startPainPlan, therapyPlan, withRestriction, type Context } from './pain-plan.context.js';

describe('An acknowledgement', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('moves the member from stale to current', async () => {
    const plan = await context.newPlan();
    const member = onlyMember(plan);
    const handoffId = await context.issue(plan, member, 1);
    expect((await context.team(plan.id)).members).toMatchObject([
      {
        acknowledgedVersion: 0,
        state: 'stale',
        behind: 1,
        staleSince: plan.publishedAt,
        openHandoffId: handoffId,
        lastHeardAt: null,
      },
    ]);
    await context.acknowledge(plan, member, 1, { handoffId });
    expect((await context.team(plan.id)).members).toMatchObject([
      {
        acknowledgedVersion: 1,
        state: 'current',
        behind: 0,
        staleSince: null,
        openHandoffId: null,
        lastHeardAt: context.clock.now().toISOString(),
      },
    ]);
  });

  it('never moves the member back when an older one arrives late', async () => {
    const plan = await context.newPlan();
    const member = onlyMember(plan);
    await context.publish(plan.id, 1, withRestriction());
    await context.acknowledge(plan, member, 2, { concern: 'Which movements exactly?' });
    await context.acknowledge(plan, member, 1);
    expect((await context.team(plan.id)).members).toMatchObject([
      { acknowledgedVersion: 2, state: 'current', concern: 'Which movements exactly?' },
    ]);
  });

  it('of a version that was overtaken leaves the member stale since the version that came after', async () => {
    const plan = await context.newPlan();
    context.clock.advance('PT1H');
    const published = (await context.publish(plan.id, 1, withRestriction())).body as { publishedAt: string };
    await context.acknowledge(plan, onlyMember(plan), 1);
    expect((await context.team(plan.id)).members).toMatchObject([
      { acknowledgedVersion: 1, state: 'stale', behind: 1, staleSince: published.publishedAt },
    ]);
    await context.publish(plan.id, 2, therapyPlan);
    expect((await context.team(plan.id)).members).toMatchObject([
      { acknowledgedVersion: 1, state: 'current', behind: 0 },
    ]);
  });
});
