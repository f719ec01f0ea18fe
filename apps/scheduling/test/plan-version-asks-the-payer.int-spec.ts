import { block, createSchedulingTest, only, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
});
afterAll(() => ctx?.close());

const mri = (status: 'ordered' | 'scheduled' | 'cancelled' = 'ordered') =>
  ({ id: 'i1', modality: 'mri', region: 'lumbar spine', reason: 'leg pain', status }) as const;

describe('a plan version asks the payer', () => {
  it('for each procedure that needs permission and each study ordered, once', async () => {
    const plan = ctx.newPlan();
    const document = { procedures: [block(), block({ id: 'p2', authorizationRequired: false })], imaging: [mri()] };
    await plan.publish(1, document);
    await plan.publish(1, document);
    await plan.publish(2, document);
    const now = ctx.clock.now().toISOString();
    const needed = (await plan.authorizations()).sort((a, b) => a.itemId.localeCompare(b.itemId));
    expect(needed).toMatchObject([
      { itemId: 'i1', kind: 'imaging', subject: 'MRI of lumbar spine', state: 'needed', allowed: ['submit'] },
      { itemId: 'p1', kind: 'procedure', subject: 'left L4 medial branch block', state: 'needed', neededAt: now },
    ]);
    expect(await plan.events()).toEqual([
      ['authorization.needed', expect.objectContaining({ itemId: 'p1', subject: 'left L4 medial branch block' })],
      ['authorization.needed', expect.objectContaining({ authorizationId: needed[0]?.id, neededAt: now })],
    ]);
  });

  it('no more when the item is cancelled, gone or its plan revoked, and anew when it comes back', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block()], imaging: [mri()] });
    await plan.publish(2, { procedures: [block({ status: 'cancelled' })] });
    expect((await plan.authorizations()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    await plan.publish(3, { procedures: [block()] });
    await plan.publish(4, { status: 'revoked', procedures: [block()] });
    expect(await plan.told()).toEqual([
      'authorization.needed',
      'authorization.needed',
      'authorization.withdrawn',
      'authorization.withdrawn',
      'authorization.needed',
      'authorization.withdrawn',
    ]);
  });

  it('and is not undone by an older one that arrives late', async () => {
    const plan = ctx.newPlan();
    await plan.publish(2, { procedures: [block({ status: 'cancelled' })] });
    await plan.publish(1, { procedures: [block()] });
    expect(await plan.authorizations()).toEqual([]);
  });

  it('and keeps what the payer said when the procedure is done', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block()] });
    await ctx.move('authorizations', only(await plan.authorizations()).id, 'submit');
    await plan.publish(2, { procedures: [block({ status: 'done', doneAt: ctx.clock.now().toISOString() })] });
    expect(only(await plan.authorizations())).toMatchObject({ state: 'submitted' });
  });
});
