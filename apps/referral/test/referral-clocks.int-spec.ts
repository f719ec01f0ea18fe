import { referralCancelled, referralMoved, referralReminded } from '#contracts';
import { coordinator, member, partnerUser, physician, ReferralContext } from './referral.context.js';
import { Moves, newYork } from './referral.moves.js';

const rungs = ['CO-10', 'CO-11', 'PH-21'];

describe('the clocks of a referral', () => {
  let context: ReferralContext;
  let moves: Moves;
  beforeEach(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
    context.clock.set('2027-04-06T14:00:00Z');
  });
  afterEach(() => context?.close());

  const team = () => [member('physical-therapy', 'pt-north')];
  const reminders = (patientId: string) => context.toldOf(patientId, referralReminded);

  it('stand still while the partner waits for us, and go on with what was left', async () => {
    const plan = await context.newPlan({ team: team() });
    const { id, clock } = await moves.only(plan);
    expect(clock).toMatchObject({ name: 'answer', dueAt: newYork('2027-04-08') });
    context.clock.set(newYork('2027-04-07', '10:00'));
    const missing = [
      { part: 'imaging', why: 'the MRI of March' },
      { part: 'other', why: 'which footwear?' },
    ];
    expect(await moves.done(id, 'request-information', { missing })).toMatchObject({
      state: 'info-requested',
      waitingOn: 'us',
      clock: { name: 'supply', dueAt: newYork('2027-04-09'), calendar: 'pain-clinic' },
      missing: [{ answer: null }, { answer: null }],
    });
    expect((await moves.items(plan, 'CO-08')).map(({ ask }) => ask.reason)).toEqual([
      'Clinic pt-north cannot go on without: imaging (the MRI of March); which footwear?',
    ]);
    // The time of the partner would be over: nobody reminds it, nobody phones.
    await moves.at('2027-04-09', '16:59');
    expect(await moves.ruleIds(plan, 'CO-03', 'PH-10', ...rungs)).toEqual([]);
    await moves.at('2027-04-09', '17:00');
    expect(await moves.ruleIds(plan, 'CO-03', ...rungs)).toEqual(['CO-10']);

    context.clock.set(newYork('2027-04-12', '10:00'));
    const first = { answers: [{ part: 'imaging', answer: 'Sent.' }] };
    expect(await moves.done(id, 'answer', first, coordinator)).toMatchObject({ state: 'info-requested' });
    expect(await moves.ruleIds(plan, 'CO-08')).toEqual(['CO-08']);
    expect((await moves.send(id, 'answer', first, coordinator)).body).toMatchObject({
      errors: [{ path: 'answers[0].part' }],
    });
    const rest = { answers: [{ part: 'other', answer: 'Cushioned soles.' }] };
    // Stopped on the 7th at 10:00 with 7 hours and a day left.
    expect(await moves.done(id, 'answer', rest, coordinator)).toMatchObject({
      state: 'received',
      clock: { name: 'answer', dueAt: newYork('2027-04-13') },
    });
    expect(await plan.only('open')).toMatchObject({ dueAt: newYork('2027-04-13') });
    expect(await moves.ruleIds(plan, 'CO-08', ...rungs)).toEqual([]);
    await moves.at('2027-04-14', '17:00');
    expect(await moves.ruleIds(plan, 'CO-03')).toEqual(['CO-03']);
  });

  it('stay stopped when a version replaces what is open meanwhile', async () => {
    const plan = await context.newPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'request-information', { missing: [{ part: 'goals', why: 'none given' }] });
    await plan.publish({ ...(await import('./referral.context.js')).withNoImpact() });
    await moves.at('2027-04-30', '17:00');
    expect(await moves.ruleIds(plan, 'CO-03', 'PH-10')).toEqual([]);
  });

  it('want a first appointment: ten business days, then the coordinator hears, once', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await moves.at('2027-04-20', '16:59');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual([]);
    await moves.at('2027-04-20', '17:00');
    expect((await moves.items(plan, ...rungs)).map(({ ask }) => [ask.ruleId, ask.reason, ask.text])).toEqual([
      [
        'CO-10',
        'Clinic pt-north has accepted and made no appointment, since 6 April.',
        'Do this: phone, or hand over to another clinic.',
      ],
    ]);
    await moves.at('2027-05-20', '17:00');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual(['CO-10']);
    const { id } = await moves.only(plan);
    await moves.done(id, 'book', { startsAt: newYork('2027-05-25') });
    expect(await moves.ruleIds(plan, ...rungs)).toEqual([]);
  });

  it('want a report seven business days after the visit: the partner is reminded, three days later the coordinator', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'book', { startsAt: newYork('2027-04-09', '10:00') });
    await moves.at('2027-04-20', '16:59');
    expect(await reminders(plan.patientId)).toEqual([]);
    await moves.at('2027-04-20', '17:00');
    expect(await reminders(plan.patientId)).toMatchObject([{ clock: 'report', partnerId: 'pt-north' }]);
    await moves.at('2027-04-23', '17:00');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual(['CO-10']);
    await moves.done(id, 'report', { text: 'Walks better.', nextReportOn: '2027-05-10' });
    expect(await moves.ruleIds(plan, ...rungs)).toEqual([]);
    await moves.at('2027-05-10', '17:00');
    expect(await reminders(plan.patientId)).toMatchObject([{ clock: 'report' }, { clock: 'next-report' }]);
  });

  it('catch up, each rung once, when nobody was running at the time', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'report', { text: 'Better.' });
    await moves.done(id, 'complete', { outcome: 'Better.' });
    await moves.at('2027-06-30', '12:00');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual(['CO-10', 'PH-21']);
  });

  it('offer another clinic when a waiting list is longer than ten business days', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'wait-list', { reviewOn: '2027-04-20' });
    expect(await moves.ruleIds(plan, ...rungs)).toEqual([]);
    await moves.done(id, 'wait-list', { reviewOn: '2027-05-04' });
    expect((await moves.items(plan, ...rungs)).map(({ ask }) => [ask.ruleId, ask.reason])).toEqual([
      ['CO-11', 'Clinic pt-north has a waiting list until 4 May.'],
    ]);
    await moves.at('2027-05-04', '17:00');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual(['CO-10', 'CO-11']);
  });

  it('confirm a cancellation that the partner does not answer within two business days, with a note', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    const asked = await moves.done(id, 'cancel', { reason: 'patient moved' }, physician);
    expect(asked).toMatchObject({ state: 'cancel-requested', waitingOn: 'partner', note: 'patient moved' });
    expect(await context.toldOf(plan.patientId, referralCancelled)).toEqual([]);
    await moves.at('2027-04-07', '17:00');
    expect(await reminders(plan.patientId)).toMatchObject([{ clock: 'cancel' }]);
    expect(await moves.read(id)).toMatchObject({ state: 'cancel-requested' });
    await moves.at('2027-04-08', '17:00');
    const ended = await moves.read(id);
    expect(ended).toMatchObject({ state: 'cancelled', note: 'patient moved', waitingOn: 'nobody', clock: null });
    expect(ended.history.at(-1)).toMatchObject({
      ...{ event: 'confirm-cancellation', by: null },
      note: 'Confirmed by time: the partner did not answer within its time.',
    });
    expect(await context.toldOf(plan.patientId, referralCancelled)).toHaveLength(1);
  });

  it('let a partner confirm a cancellation, or report the visit that took place', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'cancel', { reason: 'patient moved' }, coordinator);
    await moves.done(id, 'complete', { outcome: 'Seen on Monday, all done.' });
    const other = await context.newAcknowledgedPlan({ team: team() });
    const second = await moves.only(other);
    await moves.done(second.id, 'cancel', { reason: 'patient moved' }, coordinator);
    await moves.done(second.id, 'confirm-cancellation', {});
    await moves.at('2027-06-01', '12:00');
    expect(await moves.read(id)).toMatchObject({ state: 'completed' });
    expect(await context.toldOf(plan.patientId, referralCancelled)).toEqual([]);
    expect(await context.toldOf(other.patientId, referralCancelled)).toHaveLength(1);
  });

  it('take back at once what is only sent', async () => {
    const plan = await context.newPlan({ team: team() });
    const { id } = await moves.only(plan);
    expect(await moves.done(id, 'cancel', { reason: 'no longer needed' }, coordinator)).toMatchObject({
      state: 'cancelled',
    });
  });

  it('surface an outcome that nobody reads: the physician after five business days, the coordinator after seven', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'report', { text: 'Better.' });
    await moves.done(id, 'complete', { outcome: 'Better.' });
    await moves.at('2027-04-13', '17:00');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual(['PH-21']);
    await moves.at('2027-04-15', '17:00');
    expect(await moves.ruleIds(plan, ...rungs)).toEqual(['CO-10', 'PH-21']);
    await moves.done(id, 'confirm', {}, physician);
    expect(await moves.ruleIds(plan, ...rungs)).toEqual([]);
    expect((await context.toldOf(plan.patientId, referralMoved)).at(-1)).toMatchObject({ state: 'closed-confirmed' });
  });

  it('are what was agreed with this partner, version by version', async () => {
    const path = '/api/referrals/service-levels/pt-north';
    const put = (clock: string, within: object) =>
      context.request('PUT' as 'POST', `${path}/${clock}`, {
        as: coordinator,
        body: { within, reason: 'rural clinic' },
      });
    expect(await put('soon', { routine: '1bd' })).toMatchObject({ status: 400, body: { errors: [{ path: 'clock' }] } });
    expect((await put('book', { routine: 'soon' })).status).toBe(400);
    await put('book', { routine: '15bd' });
    expect((await put('book', { routine: '3bd' })).body).toMatchObject({
      items: [{ clock: 'book', within: { routine: '3bd' }, version: 2, by: coordinator.name }],
    });
    const refused = await context.request('PUT' as 'POST', `${path}/book`, {
      as: partnerUser('pt-north'),
      body: { within: {}, reason: 'x' },
    });
    expect(refused.status).toBe(403);
    const plan = await context.newAcknowledgedPlan({ team: team() });
    expect(await moves.only(plan)).toMatchObject({ clock: { name: 'book', dueAt: newYork('2027-04-09') } });
  });
});
