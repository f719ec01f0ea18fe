import { randomUUID } from 'node:crypto';
import {
  targetPlateaued,
  therapyDoseChangeAnswered,
  therapyDoseChangeRequested,
  therapyPaperworkOverdue,
  therapyPaperworkSettled,
  therapyProgressReported,
  therapyVisitFlagged,
  workItemClosed,
} from '#contracts';
import { member, physician, type PlanDriver, ReferralContext, withDose } from './referral.context.js';

const by = { sub: 'pt', name: 'T. Therapist', role: 'partner', partnerId: 'pt-north' };

describe('news of therapy', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  async function course() {
    context.clock.set('2027-04-06T13:00:00Z');
    const plan = await context.newAcknowledgedPlan({ team: [member('physical-therapy', 'pt-north')] });
    const time = context.clock.now();
    const subject = plan.patientId;
    const episode = {
      ...{ episodeId: randomUUID(), planId: plan.planId, patientId: plan.patientId, partnerId: 'pt-north' },
      discipline: 'physical-therapy' as const,
    };
    const asks = async () =>
      (await plan.workItems()).flatMap(({ desk, status, ask }) =>
        ['PH-09', 'PH-31', 'CO-31', 'CO-32'].includes(ask.ruleId) ? [[desk, ask.ruleId, status]] : [],
      );
    return { plan, time, subject, episode, asks };
  }

  it('a question about the dose is the physician’s, and closes by its answer alone', async () => {
    const { plan, time, subject, episode, asks } = await course();
    const request = { ...episode, rehabItemId: 'rehab-pt', requestId: randomUUID() };
    const requested = therapyDoseChangeRequested.of({
      subject,
      time,
      data: { ...request, proposal: 'one session a week', reason: 'It flares.', requestedAt: time.toISOString(), by },
    });
    await context.deliver(requested);
    expect(await asks()).toEqual([['physician', 'PH-31', 'open']]);
    const [item] = await plan.workItems('&desk=physician');
    expect(item?.ask).toMatchObject({
      reason: 'Clinic pt-north proposes one session a week: It flares.',
      dueAt: '2027-04-07T17:00:00-04:00',
    });
    const done = await context.request('POST', `/api/work-items/${item?.id}/done`, { as: physician });
    expect(done).toMatchObject({ status: 409 });
    expect(JSON.stringify(done.body)).toContain('/reply');
    const answered = (byVersion: number | null, reply: string | null) =>
      therapyDoseChangeAnswered.of({
        subject,
        time,
        data: { ...request, byVersion, reply, answeredAt: time.toISOString(), by: null },
      });
    await context.deliver(answered(null, 'Keep on.'));
    expect(await asks()).toEqual([['physician', 'PH-31', 'done']]);
  });

  it('a question of a course that ended is not needed any more', async () => {
    const { time, subject, episode, asks } = await course();
    const request = { ...episode, rehabItemId: 'rehab-pt', requestId: randomUUID() };
    const at = time.toISOString();
    const asked = { ...request, proposal: 'x', reason: 'y', requestedAt: at, by };
    await context.deliver(therapyDoseChangeRequested.of({ subject, time, data: asked }));
    const nobody = { ...request, byVersion: null, reply: null, answeredAt: at, by: null };
    await context.deliver(therapyDoseChangeAnswered.of({ subject, time, data: nobody }));
    expect(await asks()).toEqual([['physician', 'PH-31', 'no-longer-needed']]);
  });

  it('a flare reaches the physician with its pattern, beside what the therapist asks', async () => {
    const { plan, time, subject, episode } = await course();
    const flare = { pattern: 'neuropathic' as const, trigger: 'nerve glides', hours: 24 };
    const report = { ...episode, measurements: [], flare, flareOccurrence: 2, reportedAt: time.toISOString(), by };
    await context.deliver(
      therapyProgressReported.of({ subject, time, data: { ...report, concern: 'Lower the dose?' } }),
    );
    expect((await plan.workItems('&desk=physician'))[0]?.ask).toMatchObject({
      ruleId: 'PH-09',
      reason:
        'Clinic pt-north asks: Lower the dose? Flare: neuropathic, 24 h after nerve glides, number 2 of this pattern.',
    });
  });

  it('a visit under an unknown hold and overdue papers are the coordinator’s; a paper that comes closes its own', async () => {
    const { plan, time, subject, episode, asks } = await course();
    const at = time.toISOString();
    await context.deliver(
      therapyVisitFlagged.of({
        subject,
        time,
        data: {
          ...episode,
          ...{ visitNumber: 2, visitedAt: at, planVersion: 1, acknowledgedVersion: 0, reason: null, by },
          directives: [{ text: 'Hold loading (T8) until the plan clears it.', sinceVersion: 1 }],
        },
      }),
    );
    const paper = { ...episode, kind: 'progress-report' as const };
    const overdue = { ...paper, dueOn: '2027-04-05', source: 'US Medicare defaults', overdueAt: at };
    await context.deliver(therapyPaperworkOverdue.of({ subject, time, data: overdue }));
    const reasons = (await plan.workItems('&desk=coordinator')).map(({ ask }) => ask.reason).sort();
    expect(reasons).toEqual([
      'A visit at Clinic pt-north on 6 April 2027 took place without acknowledgement of: Hold loading (T8) until the plan clears it.',
      'Progress report from Clinic pt-north was due on 5 April 2027. US Medicare defaults.',
    ]);
    const other = { ...paper, kind: 'certification' as const, settledAt: at };
    await context.deliver(therapyPaperworkSettled.of({ subject, time, data: other }));
    expect((await asks()).every(([, , status]) => status === 'open')).toBe(true);
    await context.deliver(therapyPaperworkSettled.of({ subject, time, data: { ...paper, settledAt: at } }));
    expect((await asks()).sort()).toEqual([
      ['coordinator', 'CO-31', 'open'],
      ['coordinator', 'CO-32', 'done'],
    ]);
  });

  describe('a plateau', () => {
    const stopped = async (plan: PlanDriver, time: Date) => {
      const at = time.toISOString();
      await context.deliver(
        targetPlateaued.of({
          subject: plan.patientId,
          time,
          data: {
            ...{ planId: plan.planId, patientId: plan.patientId, planVersion: plan.version },
            ...{ targetId: 't1', measure: 'walk-min', watchStartedAt: at, detectedAt: at },
            values: [],
            tried: [],
            nextOptions: [],
          },
        }),
      );
      const found = (await plan.workItems('&desk=physician')).find(({ ask }) => ask.ruleId === 'PH-06');
      return (body?: object) =>
        context.request('POST', `/api/work-items/${found?.id}/done`, { as: physician, ...(body ? { body } : {}) });
    };

    it('is not simply done', async () => {
      const { plan, time } = await course();
      const finish = await stopped(plan, time);
      for (const body of [undefined, {}, { decision: 'continue' }, { decision: 'new-version' }, { decision: 'wait' }])
        expect([body, (await finish(body)).status]).toEqual([body, 400]);
      expect((await plan.workItems('&desk=physician&status=open')).map(({ ask }) => ask.ruleId)).toEqual(['PH-06']);
    });

    it('closes with a reason to go on, which is told and stays readable', async () => {
      const { plan, time } = await course();
      const answer = { decision: 'continue', reason: 'Two more weeks after the flu.' };
      const finish = await stopped(plan, time);
      expect(await finish(answer)).toMatchObject({ status: 200, body: { status: 'done', decision: answer } });
      expect((await context.toldOf(plan.patientId, workItemClosed)).at(-1)).toMatchObject(answer);
    });

    it('or with a version that came since', async () => {
      const { plan, time } = await course();
      const finish = await stopped(plan, time);
      await plan.publish(withDose(3));
      expect(await finish({ decision: 'new-version' })).toMatchObject({
        status: 200,
        body: { decision: { decision: 'new-version', reason: null } },
      });
    });
  });
});
