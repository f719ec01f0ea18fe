import { createBehavioralHealthTest, only, type BehavioralHealthTest } from './behavioral-health.context.js';

let ctx: BehavioralHealthTest;
beforeAll(async () => {
  ctx = await createBehavioralHealthTest();
});
afterAll(() => ctx?.close());

const cbt = (status: 'requested' | 'engaged' | 'completed' | 'stopped' = 'requested') =>
  ({ id: 'b1', kind: 'cbt', status }) as const;
const brief = (episodes: { kind: string; state: string; clearance: string | null }[]) =>
  episodes.map(({ kind, state, clearance }) => [kind, state, clearance]).sort();

describe('a plan version brings episodes', () => {
  it('one for each behavioral item, with the status the document states', async () => {
    const plan = ctx.newPlan();
    const now = ctx.clock.now().toISOString();
    await plan.publish(1, {
      behavioral: [cbt(), { id: 'b2', kind: 'pre-implant-evaluation', status: 'engaged' }],
      notes: 'not for this service',
    });
    const episodes = await plan.episodes();
    expect(brief(episodes)).toEqual([
      ['cbt', 'requested', null],
      ['pre-implant-evaluation', 'engaged', 'pending'],
    ]);
    expect(episodes.find((episode) => episode.kind === 'cbt')).toEqual({
      id: expect.any(String),
      planId: plan.planId,
      patientId: plan.patientId,
      kind: 'cbt',
      state: 'requested',
      clearance: null,
      allowed: ['engage', 'stop'],
      requestedAt: now,
      changedAt: now,
    });
    expect(await ctx.events()).toEqual([]);
  });

  it('the same ones when a version comes again', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { behavioral: [cbt()] });
    const before = await plan.episodes();
    await plan.publish(1, { behavioral: [cbt()] });
    expect(await plan.episodes()).toEqual(before);
  });

  it('unmoved by an older version that arrives late', async () => {
    const plan = ctx.newPlan();
    await plan.publish(2, { behavioral: [cbt('stopped')] });
    await plan.publish(1, { behavioral: [cbt(), { id: 'b2', kind: 'sleep', status: 'requested' }] });
    expect(brief(await plan.episodes())).toEqual([['cbt', 'stopped', null]]);
  });

  it('that keep what the partner did while the plan only repeats itself', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { behavioral: [cbt()] });
    await ctx.move(only(await plan.episodes()).id, 'engage');
    const engaged = await plan.episodes();
    ctx.clock.advance('P1D');
    await plan.publish(2, { behavioral: [cbt()], notes: 'another wording' });
    expect(await plan.episodes()).toEqual(engaged);
  });

  it('and stops those that the plan dropped, stopped or was revoked with', async () => {
    const dropped = ctx.newPlan();
    await dropped.publish(1, { behavioral: [cbt()] });
    await dropped.publish(2, { behavioral: [] });
    const revoked = ctx.newPlan();
    await revoked.publish(1, { behavioral: [cbt('engaged')] });
    await revoked.publish(2, { status: 'revoked', behavioral: [cbt('engaged')] });
    for (const plan of [dropped, revoked]) expect(brief(await plan.episodes())).toEqual([['cbt', 'stopped', null]]);
  });

  it('takes over the clearance that the physician recorded', async () => {
    const plan = ctx.newPlan();
    const evaluation = { id: 'b1', kind: 'pre-implant-evaluation' } as const;
    await plan.publish(1, { behavioral: [{ ...evaluation, status: 'requested', clearance: 'pending' }] });
    await plan.publish(2, { behavioral: [{ ...evaluation, status: 'completed', clearance: 'cleared' }] });
    expect(brief(await plan.episodes())).toEqual([['pre-implant-evaluation', 'completed', 'cleared']]);
  });
});
