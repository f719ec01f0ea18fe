import { type ClinicHandoff, handoffContestAnswered, handoffContested, workItemOpened } from '#contracts';
import { fireDue } from '#timers/testing';
import {
  basePlan,
  coordinator,
  member,
  partnerUser,
  physician,
  type PlanDriver,
  ReferralContext,
  withDose,
  withNoImpact,
} from './referral.context.js';

const objection = { kind: 'cannot-by-then', reason: 'No place before the 20th.', possibleFrom: '2027-04-20' };
const therapist = partnerUser('pt-north');

describe('a partner that objects', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  const contest = (id: string, as = therapist, body: object = objection) =>
    context.request('POST', `/api/handoffs/${id}/contest`, { as, body });
  const reply = (id: string, as = physician, words = 'From the 20th, then.') =>
    context.request('POST', `/api/handoffs/${id}/contest/reply`, { as, body: { reply: words } });
  const items = async (plan: PlanDriver, ...ruleIds: string[]) =>
    (await plan.workItems()).filter(({ ask }) => ruleIds.includes(ask.ruleId));
  const changed = async () => {
    const plan = await context.newAcknowledgedPlan({ team: [member('physical-therapy', 'pt-north')] });
    await plan.publish(withDose(3));
    return { plan, open: await plan.only('open') };
  };
  const at = async (date: string, time: string): Promise<void> => {
    context.clock.set(`${date}T${time}:00-04:00`);
    await fireDue(context.app);
  };

  it('puts the answer on the physician’s desk by the next business day, and the row into our lane', async () => {
    const { plan, open } = await changed();
    const answer = await contest(open.id);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'open',
        contested: true,
        waitingOn: 'us',
        contest: { ...objection, onBehalf: false, answer: null, answerBy: '2027-04-07T21:00:00.000Z', inForce: [] },
      },
    });
    expect(await items(plan, 'PH-14')).toMatchObject([
      {
        desk: 'physician',
        status: 'open',
        ask: {
          reason: 'Clinic pt-north cannot by then: No place before the 20th.; possible from 20 April.',
          dueAt: '2027-04-07T17:00:00-04:00',
        },
      },
    ]);
    expect(await context.toldOf(plan.patientId, handoffContested)).toMatchObject([
      { handoffId: open.id, version: 2, kind: 'cannot-by-then', answerBy: '2027-04-07T21:00:00.000Z' },
    ]);
    // Sent twice, it is said once.
    expect((await contest(open.id)).status).toBe(200);
    expect(await context.toldOf(plan.patientId, handoffContested)).toHaveLength(1);
    expect(await contest(open.id, therapist, { ...objection, reason: 'Another one.' })).toMatchObject({
      status: 409,
      body: { state: 'contested', allowed: ['acknowledgement'] },
    });
  });

  it('is answered by a version that changes what it is asked', async () => {
    const { plan, open } = await changed();
    await contest(open.id);
    await plan.publish(withDose(1));
    const replacing = await plan.only('open');
    expect(replacing).toMatchObject({ contested: false, waitingOn: 'partner', contentVersion: 3 });
    expect(await context.clinicHandoff(open.id)).toMatchObject({
      status: 'superseded',
      contested: false,
      contest: { answer: { byVersion: 3, reply: null } },
    });
    expect(await context.toldOf(plan.patientId, handoffContestAnswered)).toMatchObject([
      { handoffId: open.id, byVersion: 3, reply: null, by: null },
    ]);
    expect(await items(plan, 'PH-14')).toMatchObject([{ status: 'no-longer-needed' }]);
  });

  it('is answered by a version that asks nothing of it any more', async () => {
    const { plan, open } = await changed();
    await contest(open.id);
    await plan.publish(basePlan());
    expect(await context.clinicHandoff(open.id)).toMatchObject({
      status: 'withdrawn',
      contest: { answer: { byVersion: 3 } },
    });
    expect(await context.toldOf(plan.patientId, handoffContestAnswered)).toMatchObject([{ byVersion: 3 }]);
  });

  it('stays unanswered when a version changes nothing for it', async () => {
    const { plan, open } = await changed();
    await contest(open.id);
    await plan.publish(withDose(3, { notes: 'Seen again.' }));
    expect(await plan.only('open')).toMatchObject({ id: open.id, contested: true, throughVersion: 3 });
    expect(await context.toldOf(plan.patientId, handoffContestAnswered)).toEqual([]);
  });

  it('is answered by a reply, and has the time again that the answer took', async () => {
    const { plan, open } = await changed();
    context.clock.set('2027-04-07T14:00:00Z');
    await contest(open.id);
    context.clock.set('2027-04-08T14:00:00Z');
    expect((await reply(open.id, coordinator)).status).toBe(403);
    expect((await reply(open.id, therapist)).status).toBe(403);
    const answer = await reply(open.id);
    // Due on the 8th at closing time; a business day went by.
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'open',
        contested: false,
        waitingOn: 'partner',
        dueAt: '2027-04-09T21:00:00.000Z',
        contest: { answer: { reply: 'From the 20th, then.', byVersion: null, by: physician.name } },
      },
    });
    expect(await items(plan, 'PH-14')).toMatchObject([{ status: 'done' }]);
    expect(await context.toldOf(plan.patientId, handoffContestAnswered)).toMatchObject([
      { reply: 'From the 20th, then.', dueAt: '2027-04-09T21:00:00.000Z', by: { name: physician.name } },
    ]);
    const seen = await context.partnerHandoff(open.id, 'pt-north');
    expect(seen.history.map(({ text }) => text)).toContain('Answered: From the 20th, then.');
    expect((await reply(open.id)).status).toBe(200);
    expect(await context.toldOf(plan.patientId, handoffContestAnswered)).toHaveLength(1);
    expect((await context.acknowledge(open, therapist)).status).toBe(200);
  });

  it('is a matter of today when it would do harm, and what protects the patient holds', async () => {
    const plan = await context.newAcknowledgedPlan({ team: [member('physical-therapy', 'pt-north')] });
    await plan.publish(withNoImpact());
    const open = await plan.only('open');
    const harm = { kind: 'contraindicated', reason: 'The wound is not closed.' };
    const { body } = await contest(open.id, therapist, harm);
    const { contest: kept, asks } = body as ClinicHandoff;
    expect(kept).toMatchObject({ kind: 'contraindicated', answerBy: '2027-04-06T21:00:00.000Z', inForce: ['TH-03'] });
    expect(asks.map(({ ruleId }) => ruleId)).toContain('TH-03');
    expect(await items(plan, 'PH-15')).toMatchObject([
      {
        ask: {
          urgency: 'same-day',
          reason: 'Clinic pt-north holds it for harmful: The wound is not closed.; still in force: obey restriction.',
        },
      },
    ]);
  });

  it('is not reminded meanwhile; when nobody answers in time, the coordinator brings it up', async () => {
    const { plan, open } = await changed();
    await contest(open.id);
    await at('2027-04-07', '16:59');
    expect(await items(plan, 'CO-20')).toEqual([]);
    await at('2027-04-07', '17:01');
    expect(await items(plan, 'CO-20')).toMatchObject([
      { desk: 'coordinator', status: 'open', ask: { dueAt: '2027-04-09T17:00:00-04:00', urgency: 'urgent' } },
    ]);
    await at('2027-04-20', '17:00');
    expect(await items(plan, 'CO-03', 'PH-10')).toEqual([]);
    expect(await items(plan, 'CO-20')).toHaveLength(1);
    expect((await plan.only('open')).overdue).toBe(true);
    // Answered at last: the ladder starts from the new due.
    await reply(open.id);
    expect(await items(plan, 'CO-20')).toMatchObject([{ status: 'done' }]);
    expect((await plan.only('open')).overdue).toBe(false);
    await at('2027-05-20', '17:00');
    expect(await items(plan, 'CO-03', 'PH-10')).toHaveLength(2);
  });

  it('may acknowledge after all, which takes the objection back', async () => {
    const { plan, open } = await changed();
    await contest(open.id);
    const answer = await context.acknowledge(open, therapist);
    expect(answer).toMatchObject({ status: 200, body: { status: 'acknowledged', contested: false } });
    expect(await items(plan, 'PH-14')).toMatchObject([{ status: 'no-longer-needed' }]);
    await at('2027-04-20', '17:00');
    expect(await items(plan, 'CO-20')).toEqual([]);
  });

  it('may have the coordinator say it; nobody else may, and not about what is over', async () => {
    const { open } = await changed();
    expect((await contest(open.id, partnerUser('pt-east'))).status).toBe(404);
    expect((await contest(open.id, physician)).status).toBe(403);
    expect(await contest(open.id, therapist, { kind: 'cannot-by-then' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'reason' }] },
    });
    expect(await contest(open.id, coordinator)).toMatchObject({ status: 200, body: { contest: { onBehalf: true } } });

    const over = await changed();
    await context.acknowledge(over.open, therapist);
    expect(await contest(over.open.id)).toMatchObject({ status: 409, body: { state: 'acknowledged', allowed: [] } });
    expect(await reply(over.open.id)).toMatchObject({ status: 409, body: { allowed: [] } });
    const replaced = await changed();
    await replaced.plan.publish(withDose(1));
    const { id: replacedBy } = await replaced.plan.only('open');
    expect(await contest(replaced.open.id)).toMatchObject({ status: 409, body: { replacedBy } });
  });

  it('opens one item, however many send it at once', async () => {
    const { plan, open } = await changed();
    const answers = await Promise.all([contest(open.id), contest(open.id), contest(open.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const opened = (await context.toldOf(plan.patientId, workItemOpened)).filter(({ ask }) => ask.ruleId === 'PH-14');
    expect(opened).toHaveLength(1);
  });
});
