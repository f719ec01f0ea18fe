import { createTherapyTest, newMember, only, rehab, type TherapyTest } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());

describe('a plan version opens episodes', () => {
  it('one for each rehab item, held by the member of its discipline, told once', async () => {
    const plan = ctx.newPlan([newMember(), newMember({ role: 'behavioral-health', partnerId: 'mindful-pain' })]);
    const now = ctx.clock.now().toISOString();
    const document = { rehab: [rehab(), rehab({ id: 'r2', discipline: 'pelvic-floor-therapy' })] };
    await plan.publish(1, document);
    await plan.publish(1, document);
    await plan.publish(2, document);
    const episodes = await plan.episodes();
    expect(episodes.map(({ discipline, partnerId }) => [discipline, partnerId]).sort()).toEqual([
      ['pelvic-floor-therapy', null],
      ['physical-therapy', 'pt-north'],
    ]);
    expect(episodes.find(({ discipline }) => discipline === 'physical-therapy')).toMatchObject({
      planId: plan.planId,
      patientId: plan.patientId,
      state: 'open',
      planVersion: 2,
      prescription: { id: 'r1', program: ['nerve-glides'] },
      visits: 0,
      openedAt: now,
    });
    expect(await plan.events()).toEqual([
      ['therapy.episode-opened', expect.objectContaining({ rehabItemId: 'r1', openedAt: now })],
      ['therapy.episode-opened', expect.objectContaining({ rehabItemId: 'r2', discipline: 'pelvic-floor-therapy' })],
    ]);
  });

  it('and holds, resumes and ends them as it states', async () => {
    const plan = ctx.newPlan();
    const states: string[] = [];
    for (const [at, status] of (['active', 'held', 'active', 'completed'] as const).entries()) {
      await plan.publish(at + 1, { rehab: [rehab({ status })] });
      states.push(only(await plan.episodes()).state);
    }
    expect(states).toEqual(['open', 'held', 'open', 'discharged']);
    expect(await plan.events()).toHaveLength(1);
  });

  it('and ends them when the item is gone or the plan revoked', async () => {
    const gone = ctx.newPlan();
    await gone.publish(1, { rehab: [rehab()] });
    await gone.publish(2, {});
    const revoked = ctx.newPlan();
    await revoked.publish(1, { rehab: [rehab()] });
    await revoked.publish(2, { status: 'revoked', rehab: [rehab()] });
    for (const plan of [gone, revoked]) expect(only(await plan.episodes()).state).toBe('discharged');
  });

  it('unmoved by an older version that arrives late', async () => {
    const plan = ctx.newPlan();
    await plan.publish(2, { rehab: [rehab({ status: 'held' })] });
    await plan.publish(1, { rehab: [rehab()] });
    expect(only(await plan.episodes())).toMatchObject({ state: 'held', planVersion: 2 });
  });
});
