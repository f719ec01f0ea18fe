import { randomUUID } from 'node:crypto';
import * as contracts from '#contracts';
import type { Actor, EventDefinition, EventData } from '#contracts';
import { basePlan, ReferralContext, type PlanDriver } from './referral.context.js';

let context: ReferralContext;
beforeAll(async () => {
  context = await ReferralContext.create();
});
afterAll(() => context?.close());

const by: Actor = { sub: 'coordinator', name: 'Cora Coordinator', role: 'coordinator' };
const at = '2027-04-06T13:00:00Z';

async function hearing() {
  const plan = await context.newPlan({ document: basePlan() });
  const who = { planId: plan.planId, patientId: plan.patientId, itemId: 'p1' };
  const tell = <Definition extends EventDefinition>(definition: Definition, data: Partial<EventData<Definition>>) =>
    context.deliver(
      definition.of({
        subject: plan.patientId,
        time: context.clock.now(),
        data: { ...who, ...(data as object) } as never,
      }),
    );
  return { plan, tell };
}
const permission = { authorizationId: randomUUID(), kind: 'procedure' } as const;
const visit = { appointmentId: randomUUID(), kind: 'visit', partnerId: 'pt-north' } as const;
const procedure = { appointmentId: randomUUID(), kind: 'procedure', partnerId: null } as const;

const told = async (plan: PlanDriver) =>
  (await plan.workItems())
    .filter(({ ask }) => !/^CO-01|^TH|^PX/.test(ask.ruleId))
    .map(({ desk, status, ask }) => ({ ruleId: ask.ruleId, desk, status, reason: ask.reason, urgency: ask.urgency }));

describe('the desks hear', () => {
  it('of a denial: the reason, the last day of an appeal and what the pathway has next; an appeal settles it', async () => {
    const { plan, tell } = await hearing();
    await tell(contracts.authorizationDenied, {
      ...permission,
      payerReason: 'no therapy documented',
      appealBy: '2027-05-07',
      deniedAt: at,
      by,
    });
    const [item] = await told(plan);
    expect(item).toMatchObject({ ruleId: 'PH-08', desk: 'physician', status: 'open', urgency: 'urgent' });
    expect(item?.reason).toMatch(/^Denied: no therapy documented; appeal by 7 May 2027; next option: .+/);
    await tell(contracts.authorizationMoved, { ...permission, state: 'appealed', note: null, movedAt: at, by });
    expect(await told(plan)).toMatchObject([{ ruleId: 'PH-08', status: 'done' }]);
  });

  it('of a missed visit only when no new time is booked; of the second one at once', async () => {
    const { plan, tell } = await hearing();
    const missed = { ...visit, what: 'Physical therapy visit', missedAt: at };
    await tell(contracts.appointmentMissed, { ...missed, count: 1 });
    expect(await told(plan)).toEqual([]);
    await tell(contracts.appointmentRebookingDue, { ...missed, planVersion: 1, at });
    expect(await told(plan)).toEqual([
      {
        ...{ ruleId: 'SD-20', desk: 'scheduling', status: 'open', urgency: 'same-day' },
        reason: 'Missed on 6 April: Physical therapy visit; no new time is booked.',
      },
    ]);
    await tell(contracts.appointmentBooked, { ...visit, startsAt: at, procedureType: null, bookedAt: at });
    await tell(contracts.appointmentMissed, { ...missed, count: 2 });
    expect((await told(plan)).map(({ ruleId, status }) => `${ruleId} ${status}`).sort()).toEqual([
      'CO-06 open',
      'SD-20 done',
    ]);
  });

  it('when the plan overrules a reserved time, and not of every other move', async () => {
    const { plan, tell } = await hearing();
    const moved = { ...procedure, before: '2027-04-13T14:00:00Z', startsAt: '2027-04-14T14:00:00Z', movedAt: at };
    await tell(contracts.appointmentMoved, moved);
    expect(await told(plan)).toEqual([]);
    await tell(contracts.appointmentMoved, { ...moved, overruled: true, planVersion: 1 });
    expect(await told(plan)).toMatchObject([
      {
        ruleId: 'SD-21',
        reason: expect.stringMatching(/^The plan says 14 April.+10:00; 13 April.+10:00 was reserved\.$/),
      },
    ]);
  });

  it('of a permission that has ended before the booked day, and not of what is asked for already', async () => {
    const { plan, tell } = await hearing();
    const blocked = { ...procedure, blocked: true, reason: 'Needed: a day in April; found 3 May.', planVersion: 1, at };
    await tell(contracts.appointmentBlocked, { ...blocked, cause: 'permission-missing' });
    await tell(contracts.appointmentBlocked, { ...blocked, cause: 'permission-mismatch' });
    await tell(contracts.appointmentBlocked, { ...blocked, cause: 'fever' });
    expect(await told(plan)).toEqual([]);
    await tell(contracts.appointmentBlocked, { ...blocked, cause: 'permission-ended' });
    expect(await told(plan)).toMatchObject([{ ruleId: 'AU-20', desk: 'authorization', status: 'open' }]);
    await tell(contracts.appointmentBlocked, { ...procedure, blocked: false, reason: 'Free.', at });
    expect(await told(plan)).toMatchObject([{ ruleId: 'AU-20', status: 'done' }]);
  });

  it('when nobody found a time on the day; a booking settles it', async () => {
    const { plan, tell } = await hearing();
    await tell(contracts.appointmentRequestUnanswered, {
      ...{ requestId: randomUUID(), what: 'Visit because of: fracture', planVersion: 1, latest: at, at },
    });
    expect(await told(plan)).toMatchObject([{ ruleId: 'PH-30', desk: 'physician', urgency: 'same-day' }]);
    await tell(contracts.appointmentBooked, {
      ...visit,
      partnerId: null,
      startsAt: at,
      procedureType: null,
      bookedAt: at,
    });
    expect(await told(plan)).toMatchObject([{ status: 'done' }]);
  });
});
