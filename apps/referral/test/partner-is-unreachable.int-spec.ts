import { randomUUID } from 'node:crypto';
import { deliveryFailed, handoffDelivered, type HandoffSummary, releaseUndelivered, type WorkItem } from '#contracts';
import { coordinator, type PlanDriver, ReferralContext, withDose } from './referral.context.js';

let context: ReferralContext;
beforeAll(async () => {
  context = await ReferralContext.create();
});
afterAll(() => context?.close());

const about = ({ id: handoffId, patientId }: HandoffSummary, channel: 'webhook' | 'inbox' = 'webhook') => ({
  ...{ deliveryId: randomUUID(), handoffId, patientId, partnerId: 'pt-north', channel },
});
const fails = (handoff: HandoffSummary, kind?: 'no-longer-needed' | 'cancellation-asked') =>
  context.deliver(
    deliveryFailed.of({
      subject: handoff.patientId,
      time: context.clock.now(),
      data: {
        ...about(handoff),
        ...(kind ? { kind } : {}),
        ...{ reason: 'endpoint-disabled', attempts: 3, failedAt: context.clock.now().toISOString() },
      },
    }),
  );
const arrives = (handoff: HandoffSummary, channel: 'webhook' | 'inbox') =>
  context.deliver(
    handoffDelivered.of({
      subject: handoff.patientId,
      time: context.clock.now(),
      data: { ...about(handoff, channel), kind: 'handoff', deliveredAt: context.clock.now().toISOString() },
    }),
  );
const calls = async (plan: PlanDriver, status = 'open'): Promise<WorkItem[]> =>
  (await plan.workItems(`&status=${status}`)).filter(({ ask }) => ask.ruleId === 'CO-05');

describe('a partner that cannot be reached', () => {
  it('is the coordinator’s work the same day, once for the plan, until something arrives', async () => {
    const plan = await context.newPlan();
    const first = await plan.only('open');
    await fails(first);
    const [call, ...others] = await calls(plan);
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      desk: 'coordinator',
      ask: {
        urgency: 'same-day',
        dueAt: '2027-04-06T17:00:00-04:00',
        reason: 'Clinic pt-north cannot be reached by webhook.',
      },
    });

    await plan.publish(withDose(3));
    const second = await plan.only('open');
    await fails(second);
    await fails(first);
    expect((await calls(plan)).map(({ id }) => id)).toEqual([call?.id]);

    await arrives(second, 'inbox');
    expect(await calls(plan)).toHaveLength(1);
    await arrives(second, 'webhook');
    expect(await calls(plan)).toEqual([]);
    expect(await calls(plan, 'done')).toMatchObject([{ id: call?.id }]);
  });

  it('that answers on another way was reached', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    await fails(open);
    await context.acknowledge(open, coordinator);
    expect(await calls(plan)).toEqual([]);
    await fails(open);
    expect(await calls(plan)).toEqual([]);
    // That something is no longer needed it must hear all the same.
    await fails(open, 'no-longer-needed');
    expect(await calls(plan)).toHaveLength(1);
  });

  it('with a question about a referral that it has accepted is the coordinator’s work too', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    await context.acknowledge(open, coordinator);
    await fails(open, 'cancellation-asked');
    expect(await calls(plan)).toHaveLength(1);
  });

  it('with a release waiting for it is work that hangs on the patient', async () => {
    const patientId = randomUUID();
    const time = context.clock.now();
    const data = { deliveryId: randomUUID(), releaseId: randomUUID(), patientId, partnerId: 'pt-north' };
    const how = { channel: 'email', reason: 'bounced', failedAt: time.toISOString() } as const;
    await context.deliver(releaseUndelivered.of({ subject: patientId, time, data: { ...data, ...how } }));
    const { body } = await context.request('GET', `/api/work-items?patient=${patientId}`, { as: coordinator });
    expect(body).toMatchObject({
      items: [{ ask: { ruleId: 'CO-05', reason: 'Clinic pt-north cannot be reached by email.' } }],
    });
  });
});
