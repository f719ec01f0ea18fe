import { referralMoved, referralTransferred } from '#contracts';
import { coordinator, member, partnerUser, physician, ReferralContext } from './referral.context.js';
import { Moves, newYork } from './referral.moves.js';

const families = ['CO-01', 'CO-04', 'CO-08', 'CO-09', 'PH-07', 'PH-20', 'PH-22'];

describe('a referral that comes back', () => {
  let context: ReferralContext;
  let moves: Moves;
  beforeAll(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  const team = () => [member('physical-therapy', 'pt-north')];

  it.each([
    ['capacity', 'full', [['coordinator', 'CO-04', newYork('2027-04-07')]], 'us'],
    ['scope', 'outside-scope', [['coordinator', 'CO-04', newYork('2027-04-07')]], 'us'],
    ['information', 'missing-imaging', [['coordinator', 'CO-08', newYork('2027-04-08')]], 'us'],
    [
      'patient',
      'unreachable',
      [
        ['coordinator', 'CO-09', newYork('2027-04-09')],
        ['physician', 'PH-20', newYork('2027-04-09')],
      ],
      'patient',
    ],
    ['clinical', 'contraindicated', [['physician', 'PH-22', newYork('2027-04-06')]], 'us'],
  ])(
    'for a reason of the family %s has somebody who moves next, by when',
    async (family, code, expected, waitingOn) => {
      const plan = await context.newPlan({ team: team() });
      const { id } = await moves.only(plan);
      const declined = await moves.done(id, 'decline', { family, code, reason: 'said so' });
      expect(declined).toMatchObject({ state: 'declined', family, code, waitingOn, clock: { name: 'return' } });
      const items = await moves.items(plan, ...families);
      const rows = items.map(({ desk, ask }) => [desk, ask.ruleId, new Date(ask.dueAt).toISOString()]);
      expect(rows.sort()).toEqual(expected);
      expect(await plan.only('unassigned')).toMatchObject({ role: 'physical-therapy' });
    },
  );

  it('goes on as the same one when the missing information is there', async () => {
    const plan = await context.newPlan({ team: team() });
    const first = await plan.only('open');
    const { id, clock } = await moves.only(plan);
    await moves.done(id, 'decline', { family: 'information', code: 'missing-imaging', reason: 'no MRI' });
    expect((await context.partnerHandoff(first.id, 'pt-north')).slice).toEqual({});
    context.clock.set(newYork('2027-04-07', '10:00'));
    const answers = [{ part: 'imaging', answer: 'MRI of March is in the packet.' }];
    const answered = await moves.done(id, 'answer', { answers }, coordinator);
    expect(answered).toMatchObject({ state: 'received', waitingOn: 'partner', family: 'information' });
    // It declined after no time at all: all it had is left.
    expect(new Date(answered.clock!.dueAt).getTime()).toBeGreaterThan(new Date(clock!.dueAt).getTime());
    expect(await plan.only('open')).toMatchObject({ partnerId: 'pt-north', dueAt: newYork('2027-04-09') });
    expect(await plan.handoffs('unassigned')).toEqual([]);
    expect(await moves.ruleIds(plan, ...families)).toEqual([]);
    await moves.done(id, 'accept');
  });

  it('is followed at once within seven business days, or the physician hears', async () => {
    const plan = await context.newPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'decline', { family: 'capacity', reason: 'full' });
    await moves.at('2027-04-15', '16:59');
    expect(await moves.ruleIds(plan, 'PH-21')).toEqual([]);
    await moves.at('2027-04-15', '17:00');
    expect((await moves.items(plan, 'PH-21')).map(({ ask }) => ask.reason)).toEqual([
      'Clinic pt-north gave the request back, and nobody else has been asked, since 6 April.',
    ]);
  });

  it('is rerouted with its packet; who declined loses its view at once, and the new clinic starts from nothing', async () => {
    const plan = await context.newPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'accept');
    await context.acknowledge(await plan.only('open'), partnerUser('pt-north'));
    const [own] = await plan.handoffs('acknowledged', partnerUser('pt-north'));
    expect(await context.partnerHandoff(own!.id, 'pt-north')).not.toMatchObject({ slice: {}, asks: [] });
    await moves.done(id, 'decline', { family: 'capacity', reason: 'the therapist left' });
    expect(await context.partnerHandoff(own!.id, 'pt-north')).toMatchObject({ slice: {}, asks: [] });

    context.clock.advance('PT3H');
    const next = await moves.done(id, 'transfer', { partnerId: 'pt-east', reason: 'nearer' }, coordinator);
    expect(next).toMatchObject({ partnerId: 'pt-east', state: 'sent', followsId: id });
    expect(await plan.only('open')).toMatchObject({ partnerId: 'pt-east', fromVersion: 0 });
    expect(await moves.read(id)).toMatchObject({
      ...{ state: 'declined', followedById: next.id, waitingOn: 'nobody', clock: null },
      allowed: ['enter-in-error'],
    });
    expect(await moves.ruleIds(plan, ...families)).toEqual([]);
    expect((await context.toldOf(plan.patientId, referralMoved)).at(-1)).toMatchObject({
      event: 'transfer',
      note: 'Handed over to Clinic pt-east: nearer',
    });
  });

  it('hands over what is under way, and the first clinic keeps what it saw', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    const [own] = await plan.handoffs('acknowledged');
    const next = await moves.done(id, 'transfer', { partnerId: 'pt-east', reason: 'moved' }, coordinator);
    expect(next).toMatchObject({ partnerId: 'pt-east', state: 'sent', note: 'moved', followsId: id });
    expect(await moves.read(id)).toMatchObject({ state: 'cancelled', followedById: next.id });
    expect(await context.toldOf(plan.patientId, referralTransferred)).toMatchObject([
      { kind: 'transfer', partnerId: 'pt-north', toPartnerId: 'pt-east', toMemberId: next.memberId, reason: 'moved' },
    ]);
    expect(await plan.handoffs('unassigned')).toEqual([]);
    expect(await plan.only('open')).toMatchObject({ partnerId: 'pt-east', fromVersion: 0 });
    const kept = await context.partnerHandoff(own!.id, 'pt-north');
    expect(Object.keys(kept.slice)).not.toEqual([]);
  });

  it('names the open one when the same partner is asked for the same once more', async () => {
    const plan = await context.newPlan({
      team: [member('physical-therapy', 'pt-north'), member('physical-therapy', 'pt-east')],
    });
    const referrals = await plan.referrals();
    const north = referrals.find(({ partnerId }) => partnerId === 'pt-north')!;
    const east = referrals.find(({ partnerId }) => partnerId === 'pt-east')!;
    expect(await moves.send(north.id, 'transfer', { partnerId: 'pt-east', reason: 'x' }, coordinator)).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('already-exists') as string, referralId: east.id, state: 'sent' },
    });
    for (const partnerId of ['nobody', 'family-care', 'pt-north'])
      expect(await moves.send(north.id, 'transfer', { partnerId, reason: 'x' }, coordinator)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'partnerId' }] },
      });
    expect(await moves.read(north.id)).toMatchObject({ state: 'sent' });
  });

  it('can be opened once more with a reason, as a new one that names the old', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    await moves.done(id, 'report', { text: 'Better.' });
    await moves.done(id, 'complete', { outcome: 'Better.' });
    expect((await moves.send(id, 'reopen', {}, physician)).status).toBe(400);
    const next = await moves.done(id, 'reopen', { reason: 'pain is back' }, physician);
    expect(next).toMatchObject({ partnerId: 'pt-north', state: 'sent', followsId: id, note: 'pain is back' });
    expect(await moves.read(id)).toMatchObject({ state: 'completed', note: 'Better.', followedById: next.id });
    expect((await moves.send(id, 'reopen', { reason: 'again' }, physician)).status).toBe(409);
    expect(await plan.only('open')).toMatchObject({ partnerId: 'pt-north', fromVersion: 0 });
  });

  it('is entered in error with a reason, and only who saw it is told', async () => {
    const unseen = await context.newPlan({ team: team() });
    const first = await moves.only(unseen);
    await moves.done(first.id, 'enter-in-error', { reason: 'wrong patient' }, coordinator);
    expect(await unseen.handoffs('open')).toEqual([]);

    const plan = await context.newAcknowledgedPlan({ team: team() });
    const { id } = await moves.only(plan);
    const [own] = await plan.handoffs('acknowledged');
    expect((await moves.send(id, 'enter-in-error', { reason: 'mine' })).status).toBe(403);
    await moves.done(id, 'enter-in-error', { reason: 'wrong patient' }, coordinator);
    const [notice] = await plan.handoffs('open', partnerUser('pt-north'));
    expect(notice).toMatchObject({ ruleIds: ['AL-13'] });
    expect(await context.partnerHandoff(own!.id, 'pt-north')).toMatchObject({ slice: {}, asks: [] });
    // pain-plan's answer asks no closing summary of it.
    await plan.end(plan.team[0]!, 'removed');
    expect((await plan.handoffs('open', partnerUser('pt-north'))).map(({ ruleIds }) => ruleIds)).toEqual([['AL-13']]);
  });
});
