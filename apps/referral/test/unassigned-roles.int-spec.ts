import { handoffAssigned, handoffIssued, handoffUnassigned, handoffWithdrawn } from '#contracts';
import { basePlan, coordinator, member, partnerUser, ReferralContext, withPelvicRehab } from './referral.context.js';

describe('a role that nobody holds', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  it('stands on the coordinator list once, takes up changes in place and ends when they are taken back', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withPelvicRehab());
    const unassigned = await plan.only('unassigned');
    expect(unassigned).toMatchObject({
      role: 'pelvic-floor-therapy',
      memberId: null,
      partnerId: null,
      fromVersion: 0,
      contentVersion: 2,
    });
    expect((await plan.workItems('&desk=coordinator')).map(({ ask, status }) => [ask.ruleId, status])).toEqual([
      ['CO-01', 'open'],
    ]);

    const changed = withPelvicRehab();
    await plan.publish({
      ...changed,
      rehab: [changed.rehab![0]!, { ...changed.rehab![1]!, dose: { sessionsPerWeek: 2, weeks: 8 } }],
    });
    expect(await plan.only('unassigned')).toMatchObject({ id: unassigned.id });
    expect((await plan.workItems('&desk=coordinator')).filter(({ status }) => status === 'open')).toHaveLength(1);

    await plan.publish(basePlan());
    expect(await plan.handoffs('unassigned')).toEqual([]);
    expect(await context.toldOf(plan.patientId, handoffWithdrawn)).toEqual([
      expect.objectContaining({ handoffId: unassigned.id, memberId: null, reason: 'taken-back' }),
    ]);
    expect((await plan.workItems('&desk=coordinator')).map(({ status }) => status)).toEqual(['no-longer-needed']);
    expect(
      (await context.toldOf(plan.patientId, handoffUnassigned)).every(({ handoffId }) => handoffId === unassigned.id),
    ).toBe(true);
  });

  it('is issued to the partner that a coordinator chooses, whose dues count from that moment', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withPelvicRehab());
    const unassigned = await plan.only('unassigned');
    context.clock.advance('P7D');
    const assign = (partnerId: string) =>
      context.request('POST', `/api/handoffs/${unassigned.id}/assignment`, { as: coordinator, body: { partnerId } });

    expect(await assign('nobody-knows')).toMatchObject({ status: 400, body: { errors: [{ path: 'partnerId' }] } });
    expect(await assign('pt-north')).toMatchObject({ status: 400, body: { errors: [{ path: 'partnerId' }] } });
    const answer = await assign('pelvic-rehab');
    expect(answer).toMatchObject({
      status: 200,
      body: { id: unassigned.id, status: 'open', partnerId: 'pelvic-rehab', fromVersion: 0 },
    });
    const held = answer.body as { memberId: string; dueAt: string };
    expect(new Date(held.dueAt).getTime()).toBeGreaterThan(context.clock.now().getTime());
    expect(await assign('pelvic-rehab')).toMatchObject({ status: 409, body: { state: 'open' } });

    expect(await context.toldOf(plan.patientId, handoffAssigned)).toEqual([
      expect.objectContaining({ handoffId: unassigned.id, memberId: held.memberId }),
    ]);
    expect((await context.toldOf(plan.patientId, handoffIssued)).at(-1)).toMatchObject({
      handoffId: unassigned.id,
      memberId: held.memberId,
    });
    expect(await plan.referrals()).toContainEqual(expect.objectContaining({ memberId: held.memberId, state: 'sent' }));
    expect((await plan.workItems('&desk=coordinator')).map(({ status }) => status)).toEqual(['done']);

    // pain-plan's answer is no news, and neither is its next snapshot.
    const before = await context.told(plan.patientId);
    await plan.join({
      memberId: held.memberId,
      role: 'pelvic-floor-therapy',
      partnerId: 'pelvic-rehab',
      status: 'active',
      engagedFor: [],
    });
    expect(await context.told(plan.patientId)).toEqual(before);
    expect((await context.partnerHandoff(unassigned.id, 'pelvic-rehab')).history.map(({ text }) => text)).toEqual([
      'Issued for plan version 2.',
      'Opened by the partner.',
    ]);
    expect(await plan.handoffs('open', partnerUser('pelvic-rehab'))).toHaveLength(1);
  });

  it('is filled when somebody joins, who starts at version 0', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withPelvicRehab());
    const unassigned = await plan.only('unassigned');
    await plan.join(member('pelvic-floor-therapy', 'pelvic-rehab'));
    expect(await plan.only('open')).toMatchObject({ role: 'pelvic-floor-therapy', fromVersion: 0, contentVersion: 2 });
    expect(await plan.handoffs('unassigned')).toEqual([]);
    expect(await context.toldOf(plan.patientId, handoffWithdrawn)).toEqual([
      expect.objectContaining({ handoffId: unassigned.id, reason: 'role-filled' }),
    ]);
    expect((await plan.workItems('&desk=coordinator')).map(({ status }) => status)).toEqual(['done']);
  });

  it('says nothing to a late joiner whom nothing concerns', async () => {
    const plan = await context.newAcknowledgedPlan();
    const before = await context.told(plan.patientId);
    await plan.join(member('primary-care', 'family-care'));
    expect(await context.told(plan.patientId)).toEqual(before);
  });

  it('opens again when its holder leaves', async () => {
    const holder = member('physical-therapy', 'pt-north');
    const plan = await context.newPlan({ team: [holder] });
    const open = await plan.only('open');
    await plan.end(holder);
    expect(await plan.only('withdrawn')).toMatchObject({ id: open.id });
    expect(await plan.only('unassigned')).toMatchObject({ role: 'physical-therapy', fromVersion: 0 });
    expect(await plan.referrals()).toEqual([
      expect.objectContaining({ state: 'cancelled', allowed: ['reopen', 'enter-in-error'] }),
    ]);
  });
});
