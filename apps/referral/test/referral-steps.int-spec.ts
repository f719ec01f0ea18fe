import { randomUUID } from 'node:crypto';
import {
  appointmentMissed,
  behavioralEpisodeEngaged,
  deliveryFailed,
  handoffDelivered,
  referralMoved,
  therapyDischarged,
  therapyProgressReported,
  therapyVisitRecorded,
} from '#contracts';
import {
  basePlan,
  coordinator,
  member,
  partnerUser,
  physician,
  type PlanDriver,
  ReferralContext,
} from './referral.context.js';
import { Moves, newYork } from './referral.moves.js';

describe('the steps of a referral', () => {
  let context: ReferralContext;
  let moves: Moves;
  beforeAll(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  const envelope = (plan: PlanDriver) => ({ subject: plan.patientId, time: context.clock.now() });
  const now = () => context.clock.now().toISOString();
  const delivery = (plan: PlanDriver, handoffId: string) => ({
    deliveryId: randomUUID(),
    handoffId,
    patientId: plan.patientId,
    partnerId: 'pt-north',
    channel: 'webhook' as const,
  });

  it('goes the whole way, each step told and each with its clock and whose move it is', async () => {
    const plan = await context.newPlan();
    const { id } = await moves.only(plan);
    const seen: unknown[] = [];
    const step = async (event: string, body: unknown = {}, as = partnerUser('pt-north')) => {
      const { state, waitingOn, clock } = await moves.done(id, event, body, as);
      seen.push([state, waitingOn, clock?.name ?? null]);
    };
    await step('receive');
    await step('accept');
    await step('wait-list', { reviewOn: '2027-04-12' });
    await step('book', { startsAt: newYork('2027-04-09', '10:00') });
    await step('miss');
    await step('rebook', { startsAt: newYork('2027-04-14', '10:00') });
    await step('cancel-visit', { reason: 'the therapist is ill' });
    await step('rebook', { startsAt: newYork('2027-04-15', '10:00') });
    context.clock.set(newYork('2027-04-15', '11:00'));
    await step('start');
    await step('report', { text: 'Walks better.', visits: 3 });
    await step('hold', { reason: 'fever', reviewOn: '2027-04-30', cause: 'patient' }, physician);
    await step('resume', {}, physician);
    await step('complete', { outcome: 'Full shifts again.', visits: 8 });
    await step('confirm', {}, physician);
    expect(seen).toEqual([
      ['received', 'partner', 'answer'],
      ['accepted', 'partner', 'book'],
      ['waitlisted', 'partner', 'place'],
      ['scheduled', 'patient', 'report'],
      ['no-show', 'patient', 'contact'],
      ['scheduled', 'patient', 'report'],
      ['appointment-cancelled', 'partner', 'rebook'],
      ['scheduled', 'patient', 'report'],
      ['interim', 'partner', 'report'],
      ['interim', 'partner', 'next-report'],
      ['on-hold', 'patient', 'review'],
      ['interim', 'partner', 'next-report'],
      ['completed', 'us', 'read'],
      ['closed-confirmed', 'nobody', null],
    ]);
    const after = await moves.read(id);
    expect(after).toMatchObject({ visits: 8, note: 'Full shifts again.', confirmed: { by: physician.name } });
    expect(after.history.map(({ event }) => event)).toEqual([
      ...['send', 'receive', 'accept', 'wait-list', 'book', 'miss', 'rebook', 'cancel-visit', 'rebook', 'start'],
      ...['report', 'hold', 'resume', 'complete', 'confirm'],
    ]);
    const told = await context.toldOf(plan.patientId, referralMoved);
    expect(told.map(({ event }) => event)).toEqual([
      ...['receive', 'wait-list', 'book', 'miss', 'rebook', 'cancel-visit', 'rebook', 'start', 'report'],
      ...['hold', 'resume', 'confirm'],
    ]);
    expect(told.at(-1)).toMatchObject({ before: 'completed', state: 'closed-confirmed', waitingOn: 'nobody' });
  });

  it('keeps delivered, received and accepted apart: three facts, three actors', async () => {
    const plan = await context.newPlan();
    const { id, handoffId } = await moves.only(plan);
    await context.deliver(
      handoffDelivered.of({
        ...envelope(plan),
        data: { ...delivery(plan, handoffId!), kind: 'handoff', deliveredAt: now() },
      }),
    );
    expect(await moves.read(id)).toMatchObject({ state: 'sent', delivered: { by: 'webhook' }, received: null });
    context.clock.advance('PT1H');
    await moves.done(id, 'receive');
    context.clock.advance('PT1H');
    await moves.done(id, 'accept', {}, coordinator);
    expect(await moves.read(id)).toMatchObject({
      delivered: { at: '2027-04-06T14:00:00.000Z', by: 'webhook' },
      received: { at: '2027-04-06T15:00:00.000Z', by: 'Somebody at pt-north' },
      accepted: { at: '2027-04-06T16:00:00.000Z', by: coordinator.name },
    });
  });

  it('is our move while the partner cannot be reached, and its own time goes on', async () => {
    const plan = await context.newPlan();
    const { id, handoffId, clock } = await moves.only(plan);
    const failed = {
      ...delivery(plan, handoffId!),
      reason: 'retries-exhausted' as const,
      attempts: 9,
      failedAt: now(),
    };
    await context.deliver(deliveryFailed.of({ ...envelope(plan), data: failed }));
    expect(await moves.read(id)).toMatchObject({ state: 'undeliverable', waitingOn: 'us', clock: { name: 'reach' } });
    await context.deliver(
      handoffDelivered.of({
        ...envelope(plan),
        data: { ...delivery(plan, handoffId!), kind: 'handoff', deliveredAt: now() },
      }),
    );
    expect(await moves.read(id)).toMatchObject({ state: 'sent', waitingOn: 'partner', clock });
    // Who answered is reached, whatever a channel says later.
    await moves.done(id, 'receive');
    await context.deliver(deliveryFailed.of({ ...envelope(plan), data: failed }));
    expect(await moves.read(id)).toMatchObject({ state: 'received' });
  });

  it('follows what therapy and scheduling tell, so that nobody says it twice', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { id } = await moves.only(plan);
    const episode = {
      episodeId: randomUUID(),
      planId: plan.planId,
      patientId: plan.patientId,
      discipline: 'physical-therapy' as const,
      partnerId: 'pt-north',
      by: { sub: 'theo', name: 'Theo', role: 'partner', partnerId: 'pt-north' },
    };
    await moves.done(id, 'book', { startsAt: newYork('2027-04-09', '10:00') });
    await context.deliver(
      appointmentMissed.of({
        ...envelope(plan),
        data: {
          ...{ appointmentId: randomUUID(), planId: plan.planId, patientId: plan.patientId, itemId: 'rehab-pt' },
          ...{ kind: 'visit', count: 1, what: 'therapy visit', partnerId: 'pt-north', missedAt: now() },
        },
      }),
    );
    expect(await moves.read(id)).toMatchObject({ state: 'no-show', waitingOn: 'patient' });
    const visit = { ...episode, visitedAt: now(), visitNumber: 1 };
    await context.deliver(therapyVisitRecorded.of({ ...envelope(plan), data: visit }));
    expect(await moves.read(id)).toMatchObject({ state: 'interim', clock: { name: 'report' } });
    await context.deliver(
      therapyProgressReported.of({
        ...envelope(plan),
        data: { ...episode, measurements: [], flare: null, concern: null, reportedAt: now() },
      }),
    );
    expect(await moves.read(id)).toMatchObject({ state: 'interim', clock: { name: 'next-report' } });
    const discharge = { ...episode, visits: 12, summary: 'Walks 40 minutes.', dischargedAt: now() };
    await context.deliver(therapyDischarged.of({ ...envelope(plan), data: discharge }));
    expect(await moves.read(id)).toMatchObject({ state: 'completed', visits: 12, note: 'Walks 40 minutes.' });
    // News about what has ended changes nothing, and parks nothing.
    await context.deliver(therapyVisitRecorded.of({ ...envelope(plan), data: visit }));
    expect(await moves.read(id)).toMatchObject({ state: 'completed' });
  });

  it('of therapy is not closed without its summary: progress is none, a report or a discharge is', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { id } = await moves.only(plan);
    const at = { planId: plan.planId, patientId: plan.patientId, partnerId: 'pt-north' };
    const by = { sub: 'theo', name: 'Theo', role: 'partner', partnerId: 'pt-north' };
    const episode = { ...at, episodeId: randomUUID(), discipline: 'physical-therapy' as const, by };
    const progress = { ...episode, measurements: [], flare: null, concern: null, reportedAt: now() };
    await context.deliver(therapyProgressReported.of({ ...envelope(plan), data: progress }));
    for (const as of [partnerUser('pt-north'), coordinator]) {
      expect(await moves.send(id, 'complete', { outcome: 'Better.' }, as)).toMatchObject({
        status: 409,
        body: {
          detail: expect.stringMatching(/^The discharge summary is missing/) as string,
          allowed: expect.arrayContaining(['report', 'fail']) as string[],
        },
      });
    }
    await moves.done(id, 'report', { text: 'Twelve visits, goals met.' });
    expect(await moves.done(id, 'complete', { outcome: 'Better.' })).toMatchObject({ state: 'completed' });

    const other = await context.newAcknowledgedPlan();
    const left = await moves.only(other);
    expect(await moves.done(left.id, 'fail', { reason: 'moved away' }, coordinator)).toMatchObject({ state: 'failed' });
  });

  it('of behavioral health is under way once the patient is engaged, and not before somebody has accepted', async () => {
    await context.newPartner('mindful', ['behavioral-health']);
    const document = basePlan({ behavioral: [{ id: 'b1', kind: 'cbt', status: 'requested' }] as never });
    const plan = await context.newPlan({ team: [member('behavioral-health', 'mindful')], document });
    const { id } = await moves.only(plan);
    const by = { sub: 'mia', name: 'Mia', role: 'partner', partnerId: 'mindful' };
    const engage = () => {
      const data = {
        episodeId: randomUUID(),
        planId: plan.planId,
        patientId: plan.patientId,
        kind: 'cbt',
        engagedAt: now(),
        by,
      };
      return context.deliver(behavioralEpisodeEngaged.of({ ...envelope(plan), data: data as never }));
    };
    await engage();
    expect((await moves.read(id)).state).toBe('sent');
    await moves.done(id, 'accept', {}, partnerUser('mindful'));
    await engage();
    expect(await moves.read(id)).toMatchObject({ state: 'interim', note: 'The patient is engaged.' });
  });

  it('counts in the partner’s days and says in whose', async () => {
    await context.newPartner('pt-west', ['physical-therapy'], 'partner', 'America/Los_Angeles');
    const plan = await context.newPlan({ team: [member('physical-therapy', 'pt-west')] });
    expect(await moves.only(plan)).toMatchObject({
      clock: {
        name: 'answer',
        dueAt: '2027-04-09T00:00:00.000Z',
        timeZone: 'America/Los_Angeles',
        calendar: 'pt-west',
      },
    });
  });

  it('refuses a time that makes no sense, naming the field', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { id } = await moves.only(plan);
    const refused = async (event: string, body: unknown) => (await moves.send(id, event, body)).body;
    expect(await refused('book', { startsAt: newYork('2027-04-01') })).toMatchObject({
      errors: [{ path: 'startsAt' }],
    });
    expect(await refused('start', { startsAt: newYork('2027-05-01') })).toMatchObject({
      errors: [{ path: 'startsAt' }],
    });
    expect(await refused('hold', { reason: 'x', reviewOn: '2027-04-01' })).toMatchObject({
      errors: [{ path: 'reviewOn' }],
    });
    expect(await refused('decline', { family: 'scope', code: 'full', reason: 'x' })).toMatchObject({
      errors: [{ path: 'code' }],
    });
  });
});
