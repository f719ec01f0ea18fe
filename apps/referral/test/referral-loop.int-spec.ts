import { handoffWithdrawn, referralCompleted, referralDeclined } from '#contracts';
import { basePlan, coordinator, member, partnerUser, ReferralContext, withDose } from './referral.context.js';

describe('the closed loop of a referral', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  const move = (id: string, event: string, body: unknown, as = partnerUser('pt-north')) =>
    context.request('POST', `/api/referrals/${id}/${event}`, { as, body });

  it('reroutes at once what a partner declines', async () => {
    const holder = member('physical-therapy', 'pt-north');
    const plan = await context.newPlan({ team: [holder] });
    const open = await plan.only('open');
    const [referral] = await plan.referrals();

    expect(await move(referral!.id, 'decline', {})).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'family' }, { path: 'reason' }] },
    });
    const declined = await move(referral!.id, 'decline', { family: 'scope', reason: 'does not treat this' });
    expect(declined).toMatchObject({ status: 200, body: { state: 'declined', allowed: [] } });

    expect(await plan.only('closed')).toMatchObject({ id: open.id });
    expect(await plan.only('unassigned')).toMatchObject({ role: 'physical-therapy', fromVersion: 0 });
    expect(await context.toldOf(plan.patientId, referralDeclined)).toEqual([
      expect.objectContaining({ family: 'scope', memberId: holder.memberId }),
    ]);
    expect(await context.toldOf(plan.patientId, handoffWithdrawn)).toEqual([]);
    const items = await plan.workItems('&status=open');
    expect(items.filter(({ desk }) => desk === 'coordinator').map(({ ask }) => [ask.ruleId, ask.code])).toEqual([
      ['CO-04', 'reroute'],
    ]);
    expect(items.filter(({ ask }) => ask.ruleId === 'PH-07')).toEqual([]);

    // Its slice closes for who declined.
    expect(await context.partnerHandoff(open.id, 'pt-north')).toMatchObject({ status: 'closed', asks: [], slice: {} });

    // pain-plan's answer, and a snapshot it took before it heard: neither calls the member back.
    await plan.publish(withDose(3));
    await plan.end(holder, 'declined');
    expect(await plan.handoffs('open')).toEqual([]);

    const rerouted = await context.request('POST', `/api/handoffs/${(await plan.only('unassigned')).id}/assignment`, {
      as: coordinator,
      body: { partnerId: 'pt-east' },
    });
    expect(rerouted).toMatchObject({ status: 200, body: { partnerId: 'pt-east', status: 'open' } });
    expect((await plan.workItems('&desk=coordinator')).map(({ status }) => status)).toEqual(['done']);
  });

  it('asks the physician too when no organization is left', async () => {
    const plan = await context.newPlan({
      team: [member('physical-therapy', 'pt-north'), member('physical-therapy', 'pt-east')],
    });
    for (const referral of await plan.referrals()) {
      await move(referral.id, 'decline', { family: 'capacity', reason: 'full' }, partnerUser(referral.partnerId));
    }
    // The first decline leaves pt-east to ask, the second nobody.
    const items = (await plan.workItems('&status=open')).filter(({ ask }) => ask.ruleId === 'PH-07');
    expect(items.map(({ desk, ask }) => [desk, ask.code, ask.urgency])).toEqual([['physician', 'decide', 'urgent']]);
  });

  it('goes from sent to accepted to completed, and refuses everything else by naming what is allowed', async () => {
    const plan = await context.newPlan();
    const [referral] = await plan.referrals();
    expect(await move(referral!.id, 'complete', { outcome: 'done' })).toMatchObject({
      status: 409,
      body: { allowed: ['receive', 'accept', 'decline', 'request-information'] },
    });
    expect(await move(referral!.id, 'accept', {})).toMatchObject({
      status: 200,
      body: {
        state: 'accepted',
        allowed: ['decline', 'wait-list', 'book', 'start', 'report', 'hold', 'fail'],
      },
    });
    expect(await move(referral!.id, 'complete', { outcome: 'Full shifts again.' })).toMatchObject({
      status: 409,
      body: { state: 'accepted', detail: expect.stringContaining('discharge summary is missing') as string },
    });
    expect(await move(referral!.id, 'report', { text: 'Twelve visits, all goals met.' })).toMatchObject({
      status: 200,
      body: { state: 'interim', allowed: expect.arrayContaining(['complete']) as string[] },
    });
    expect(await move(referral!.id, 'accept', {})).toMatchObject({ status: 409, body: { state: 'interim' } });
    expect(await move(referral!.id, 'cancel', { reason: 'no' })).toMatchObject({ status: 403 });
    expect(await move(referral!.id, 'complete', { outcome: 'Full shifts again.' })).toMatchObject({
      status: 200,
      body: { state: 'completed', note: 'Full shifts again.' },
    });
    expect(await context.toldOf(plan.patientId, referralCompleted)).toHaveLength(1);
  });

  it('looks for nobody else when a part is done, until something new is asked of the role', async () => {
    const plan = await context.newAcknowledgedPlan();
    const [referral] = await plan.referrals();
    await move(referral!.id, 'report', { text: 'Twelve visits, all goals met.' });
    await move(referral!.id, 'complete', { outcome: 'Full shifts again.' });
    await plan.end(
      plan.team.find(({ memberId }) => memberId === referral!.memberId)!,
      'completed',
    );
    await plan.publish(basePlan({ notes: 'Said better.' }));
    expect(await plan.handoffs('unassigned')).toEqual([]);
    await plan.publish(
      basePlan({ diagnoses: [{ id: 'd9', code: 'G90.521', group: 'crps', status: 'confirmed' }], rehab: [] }),
    );
    const needed = await plan.handoffs('unassigned');
    expect(needed.find(({ role }) => role === 'physical-therapy')).toMatchObject({
      fromVersion: 1,
      ruleIds: ['PT-10'],
    });
  });

  it('withdraws what is open when the coordinator cancels', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const [referral] = await plan.referrals();
    expect(await move(referral!.id, 'cancel', { reason: 'patient moved' }, coordinator)).toMatchObject({
      status: 200,
      body: { state: 'cancelled' },
    });
    expect(await plan.only('withdrawn')).toMatchObject({ id: open.id });
    expect(await context.toldOf(plan.patientId, handoffWithdrawn)).toEqual([
      expect.objectContaining({ handoffId: open.id, reason: 'member-ended' }),
    ]);
  });

  it('does not know events that are not there', async () => {
    const plan = await context.newPlan();
    const [referral] = await plan.referrals();
    expect((await move(referral!.id, 'teleport', {})).status).toBe(400);
  });
});
