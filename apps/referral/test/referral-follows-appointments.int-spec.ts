import { randomUUID } from 'node:crypto';
import * as contracts from '#contracts';
import type { EventDefinition } from '#contracts';
import { coordinator, partnerUser, type PlanDriver, ReferralContext } from './referral.context.js';
import { Moves, newYork } from './referral.moves.js';

describe('a referral follows its appointments', () => {
  let context: ReferralContext;
  let moves: Moves;
  beforeAll(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
  });
  beforeEach(() => context.clock.set(newYork('2027-04-06', '10:00')));
  afterAll(() => context?.close());

  const friday = newYork('2027-04-09', '10:00');
  const monday = newYork('2027-04-12', '10:00');

  const tell = (plan: PlanDriver, definition: EventDefinition, appointmentId: string, data: object): Promise<void> => {
    const { planId, patientId } = plan;
    const place = { itemId: 'rehab-pt', kind: 'visit', partnerId: 'pt-north', role: 'physical-therapy' };
    return context.deliver(
      definition.of({
        ...{ subject: patientId, time: context.clock.now() },
        data: { appointmentId, planId, patientId, ...place, ...data } as never,
      }),
    );
  };
  const now = () => context.clock.now().toISOString();
  const book = (plan: PlanDriver, id: string, startsAt: string) =>
    tell(plan, contracts.appointmentBooked, id, { startsAt, procedureType: null, bookedAt: now() });
  const stateOf = async (plan: PlanDriver) => {
    const { state, appointmentAt, appointmentId, appointmentConfirmed } = await moves.only(plan);
    return [state, appointmentAt, appointmentId, appointmentConfirmed];
  };

  it('booked, confirmed, moved, missed, booked again, taken place: without a word of the partner', async () => {
    const plan = await context.newAcknowledgedPlan();
    const [first, second] = [randomUUID(), randomUUID()];
    await book(plan, first, friday);
    expect(await stateOf(plan)).toEqual(['scheduled', friday, first, false]);
    const confirmed = { state: 'confirmed', at: now() };
    await tell(plan, contracts.appointmentStepped, first, confirmed);
    await tell(plan, contracts.appointmentStepped, first, confirmed);
    expect(await stateOf(plan)).toEqual(['scheduled', friday, first, true]);
    await tell(plan, contracts.appointmentMoved, first, { before: friday, startsAt: monday, movedAt: now() });
    expect(await stateOf(plan)).toEqual(['scheduled', monday, first, false]);
    context.clock.set(newYork('2027-04-12', '10:30'));
    await tell(plan, contracts.appointmentMissed, first, { count: 1, what: 'visit', missedAt: now() });
    expect(await moves.only(plan)).toMatchObject({ state: 'no-show', waitingOn: 'patient' });
    const again = newYork('2027-04-16', '10:00');
    await book(plan, second, again);
    expect(await stateOf(plan)).toEqual(['scheduled', again, second, false]);
    context.clock.set(newYork('2027-04-16', '11:00'));
    await tell(plan, contracts.appointmentFulfilled, second, { fulfilledAt: now() });
    const { id } = await moves.only(plan);
    const { state, history, clock } = await moves.read(id);
    expect([state, clock?.name]).toEqual(['interim', 'report']);
    expect(history.slice(-7).map(({ event, by }) => [event, by])).toEqual([
      ['accept', coordinator.name],
      ...['book', 'news', 'rebook', 'miss', 'rebook', 'start'].map((event) => [event, null]),
    ]);
  });

  it('what the table forbids changes nothing, and the history says so; an acceptance catches up with it', async () => {
    const plan = await context.newPlan();
    const { id } = await moves.only(plan);
    await book(plan, randomUUID(), friday);
    const { state, history } = await moves.read(id);
    expect(state).toBe('sent');
    expect(history.at(-1)).toMatchObject({
      event: 'news',
      state: 'sent',
      note: 'A visit is booked; the referral stays sent.',
    });
    expect(await moves.done(id, 'accept')).toMatchObject({ state: 'scheduled', appointmentAt: friday });
  });

  it('ended ones stay ended, another role of the same plan is not touched', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { id } = await moves.only(plan);
    await tell(plan, contracts.appointmentBooked, randomUUID(), {
      ...{ role: 'pelvic-floor-therapy', startsAt: friday, procedureType: null, bookedAt: now() },
    });
    expect(await stateOf(plan)).toEqual(['accepted', null, null, null]);
    await moves.done(id, 'start', {});
    await moves.done(id, 'report', { text: 'Goals met.' });
    await moves.done(id, 'complete', { outcome: 'Goals met.' });
    await book(plan, randomUUID(), friday);
    expect((await moves.read(id)).state).toBe('completed');
  });

  it('tells scheduling the time that a person set, with the appointment it is about', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { id } = await moves.only(plan);
    await moves.done(id, 'book', { startsAt: friday });
    const appointmentId = randomUUID();
    await book(plan, appointmentId, friday);
    expect(await stateOf(plan)).toEqual(['scheduled', friday, appointmentId, false]);
    await moves.done(id, 'rebook', { startsAt: monday }, partnerUser('pt-north'));
    const moved = (await context.toldOf(plan.patientId, contracts.referralMoved)).filter(({ by }) => by !== null);
    expect(moved.map((one) => [one.event, one.appointmentAt, one.appointmentId])).toEqual([
      ['book', friday, null],
      ['rebook', monday, appointmentId],
    ]);
  });
});
