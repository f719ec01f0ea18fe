import { handoffAcknowledged, referralAccepted } from '#contracts';
import { coordinator, partnerUser, physician, ReferralContext, withDose, withNoImpact } from './referral.context.js';

describe('acknowledging a handoff', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  it('makes the partner current from the version the handoff runs through, and accepts the referral', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const answer = await context.acknowledge(open, partnerUser('pt-north'));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { version: 1, kind: 'acknowledged', onBehalf: false },
    });
    expect(await context.toldOf(plan.patientId, handoffAcknowledged)).toEqual([
      expect.objectContaining({ handoffId: open.id, version: 1, onBehalf: false, concern: null }),
    ]);
    expect(await context.toldOf(plan.patientId, referralAccepted)).toHaveLength(1);
    expect(await plan.referrals()).toEqual([
      expect.objectContaining({
        state: 'accepted',
        allowed: expect.arrayContaining(['fail', 'cancel']) as string[],
      }),
    ]);
    expect((await context.partnerHandoff(open.id, 'pt-north')).history.map(({ text }) => text)).toContain(
      'Referral accepted: the partner works from this version.',
    );
  });

  it('gives the same answer the second time and has no second effect', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const first = await context.acknowledge(open, partnerUser('pt-north'));
    const second = await context.acknowledge(open, partnerUser('pt-north'));
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await context.toldOf(plan.patientId, handoffAcknowledged)).toHaveLength(1);
  });

  it('has its effect once when the same key is sent twice', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const send = () =>
      context.request('POST', `/api/handoffs/${open.id}/acknowledgement`, {
        as: partnerUser('pt-north'),
        body: { version: 1 },
        headers: { 'idempotency-key': `ack-${open.id}` },
      });
    const answers = [await send(), await send()];
    expect(answers[1]).toMatchObject({ status: 200, body: answers[0]!.body });
    expect(await context.toldOf(plan.patientId, handoffAcknowledged)).toHaveLength(1);
  });

  it('refuses a version whose content was replaced and names the handoff that counts', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(3));
    const first = await plan.only('open');
    await plan.publish(withNoImpact(1));
    const second = await plan.only('open');

    const toOld = await context.acknowledge(first, partnerUser('pt-north'));
    expect(toOld).toMatchObject({ status: 409, body: { replacedBy: second.id } });
    const below = await context.acknowledge(second, partnerUser('pt-north'), { version: 2 });
    expect(below).toMatchObject({ status: 409, body: { replacedBy: second.id } });
    const above = await context.acknowledge(second, partnerUser('pt-north'), { version: 4 });
    expect(above).toMatchObject({ status: 409, body: { throughVersion: 3 } });

    expect((await context.acknowledge(second, partnerUser('pt-north'))).status).toBe(200);
    expect(await plan.only('superseded')).toMatchObject({ id: first.id });
  });

  it('asks the net change since the acknowledged version', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(3));
    await context.acknowledge(await plan.only('open'), partnerUser('pt-north'));
    await plan.publish(withDose(1));
    expect(await plan.only('open')).toMatchObject({ fromVersion: 2, contentVersion: 3 });
  });

  it('refuses what was withdrawn', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withNoImpact());
    const open = await plan.only('open');
    await plan.publish(withDose(2));
    expect(await context.acknowledge(open, partnerUser('pt-north'))).toMatchObject({
      status: 409,
      body: { allowed: [] },
    });
  });

  it('lets a coordinator acknowledge on behalf and says so', async () => {
    const plan = await context.newPlan();
    const answer = await context.acknowledge(await plan.only('open'), coordinator, { note: 'by telephone' });
    expect(answer).toMatchObject({ status: 200, body: { acknowledgement: { onBehalf: true, by: coordinator.name } } });
    expect(await context.toldOf(plan.patientId, handoffAcknowledged)).toEqual([
      expect.objectContaining({ onBehalf: true }),
    ]);
  });

  it('opens an item for the physician when the partner has a concern, and needs its words', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const silent = await context.acknowledge(open, partnerUser('pt-north'), { kind: 'acknowledged-with-concern' });
    expect(silent).toMatchObject({ status: 400, body: { errors: [{ path: 'note' }] } });

    await context.acknowledge(open, partnerUser('pt-north'), {
      kind: 'acknowledged-with-concern',
      note: 'cannot offer twice a week',
    });
    const [item] = await plan.workItems('&desk=physician');
    expect(item).toMatchObject({
      status: 'open',
      ask: {
        ruleId: 'PH-09',
        code: 'answer',
        urgency: 'routine',
        reason: 'Clinic pt-north asks: cannot offer twice a week',
      },
    });
    expect(item!.ask.dueAt).toBe('2027-04-07T17:00:00-04:00');

    const done = `/api/work-items/${item!.id}/done`;
    expect((await context.request('POST', done, { as: coordinator })).status).toBe(403);
    expect(await context.request('POST', done, { as: physician })).toMatchObject({
      status: 200,
      body: { status: 'done' },
    });
  });

  it('is not for physicians', async () => {
    const plan = await context.newPlan();
    expect((await context.acknowledge(await plan.only('open'), physician)).status).toBe(403);
  });
});
