import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

describe('A wording change', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('is a version that concerns nobody', async () => {
    const plan = await context.newPlan();
    const reworded = { ...therapyPlan, notes: 'The same plan in kinder words.' };
    const answer = await context.publish(plan.id, 1, reworded);
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"2"');
    // What version 1 asked of physical therapy is still open, in its old form; nothing new joins it.
    const { changes, desks, impacts } = answer.body as {
      changes: unknown[];
      desks: unknown[];
      impacts: { asks: { sinceVersion: number }[] }[];
    };
    expect(changes).toEqual([]);
    expect(desks).toEqual([]);
    expect(impacts.flatMap((impact) => impact.asks).every((ask) => ask.sinceVersion === 1)).toBe(true);

    const event = (await context.events()).at(-1);
    expect(event).toMatchObject({
      type: 'org.throughline.plan.published.v1',
      subject: plan.patientId,
      data: { version: 2, changes: [] },
    });
    const [newest] = await context.timeline(plan.patientId);
    expect(newest).toMatchObject({ type: 'plan.published', planVersion: 2 });
  });

  it('leaves who acknowledged current', async () => {
    const plan = await context.newPlan();
    await context.acknowledge(plan, plan.team[0]!, 1);
    const answer = await context.publish(plan.id, 1, { ...therapyPlan, notes: 'Other words.' });
    expect((answer.body as { impacts: unknown[] }).impacts).toEqual([]);
    expect((await context.team(plan.id)).members).toMatchObject([
      { acknowledgedVersion: 1, state: 'current', behind: 0, staleSince: null },
    ]);
  });
});
