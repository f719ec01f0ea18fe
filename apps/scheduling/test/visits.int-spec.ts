import type { Appointment } from '#contracts';
import { block, calendar, createSchedulingTest, only, therapy, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
  await ctx.registerSite('pain-clinic', { kind: 'clinic', name: 'Pain Clinic' });
  await ctx.registerSite('pt-north', { name: 'PT-North', roles: ['physical-therapy'] });
  await ctx.registerSite('pt-west', {
    name: 'PT-West',
    roles: ['physical-therapy'],
    calendar: { ...calendar, timeZone: 'America/Denver', workDays: [1, 2, 3, 4] },
    absences: [{ from: '2027-04-20', until: '2027-04-22', note: null }],
  });
  await ctx.registerSite('pelvic-rehab', { name: 'Pelvic Rehab', roles: ['pelvic-floor-therapy'] });
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

interface Refusal {
  possibleFrom: string | null;
  errors: { path: string; message: string; found?: string }[];
}
const north = 'partner:pt-north';
const visit = (startsAt: string, more: object = {}) => ({ kind: 'visit', startsAt, ...more });
const esi = (scheduledAt: string) =>
  block({
    type: 'esi-interlaminar',
    intent: 'therapeutic',
    authorizationRequired: false,
    status: 'scheduled',
    scheduledAt,
  });

async function inTherapy(
  partner = 'pt-north',
  document: Parameters<ReturnType<SchedulingTest['newPlan']>['publish']>[1] = {},
) {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [therapy], ...document });
  await plan.join('physical-therapy', partner);
  return plan;
}

describe('a partner', () => {
  it('books visits of its own organization, and works them: confirmed, arrived, done', async () => {
    const plan = await inTherapy();
    const booked = await plan.book(visit('2027-04-07T14:00:00Z'), north);
    expect(booked).toMatchObject({
      status: 201,
      body: {
        title: 'Physical therapy visit',
        itemId: 'r1',
        partnerId: 'pt-north',
        allowed: expect.arrayContaining(['no-show']),
      },
    });
    for (const event of ['confirm', 'arrive', 'fulfil']) {
      expect(await ctx.move('appointments', booked.body.id, event, { as: north })).toMatchObject({ status: 200 });
    }
    expect(await plan.told()).toEqual([
      'appointment.booked',
      'appointment.stepped',
      'appointment.stepped',
      'appointment.fulfilled',
    ]);
    expect(only(await plan.appointments(north))).toMatchObject({ state: 'fulfilled', allowed: [] });
  });

  it('that has not accepted, has left, or is another one finds nothing: the same as what never existed', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [therapy] });
    await plan.join('physical-therapy', 'pt-north', false);
    expect(await plan.book(visit('2027-04-07T14:00:00Z'), north)).toMatchObject({ status: 404 });
    const byDesk = await plan.book(visit('2027-04-07T14:00:00Z', { partnerId: 'pt-north' }));
    expect(byDesk).toMatchObject({ status: 201 });
    expect(await plan.appointments(north)).toEqual([]);
    const member = await plan.join('physical-therapy', 'pt-north');
    expect(await plan.appointments(north)).toHaveLength(1);
    const path = `/api/appointments/${byDesk.body.id}`;
    for (const as of ['partner:pt-west', 'partner:pelvic-rehab']) {
      expect(await ctx.request('GET', path, { as })).toMatchObject({ status: 404 });
      expect(await ctx.request('GET', `${path}.ics`, { as })).toMatchObject({ status: 404 });
      expect(await ctx.move('appointments', byDesk.body.id, 'cancel', { as, body: { reason: 'x' } })).toMatchObject({
        status: 404,
      });
    }
    await member.leave();
    expect(await ctx.request('GET', path, { as: north })).toMatchObject({ status: 404 });
  });

  it('does not book for another organization, override a rule, or learn of other times more than that there is one', async () => {
    const plan = await inTherapy();
    const at = '2027-04-07T14:00:00Z';
    expect(await plan.book(visit(at, { partnerId: 'pt-west' }), north)).toMatchObject({ status: 404 });
    expect(await plan.book(visit(at, { override: { reason: 'x' } }), north)).toMatchObject({ status: 404 });
    await plan.publish(2, {
      rehab: [therapy],
      procedures: [block({ authorizationRequired: false, status: 'scheduled', scheduledAt: at })],
    });
    const answer = await plan.book<Refusal>(visit('2027-04-07T14:30:00Z'), north);
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.body.errors.map(({ found }) => found)).toContain('the patient has another appointment then');
  });
});

describe('a site', () => {
  it('is asked in its own zone, hours and absences', async () => {
    const plan = await inTherapy('pt-west');
    const refused = async (startsAt: string) =>
      ((await plan.book(visit(startsAt, { partnerId: 'pt-west' }))).body as unknown as Refusal).errors[0]?.message;
    expect(await refused('2027-04-07T13:00:00Z')).toContain('open from 08:00 to 17:00 (America/Denver)');
    expect(await refused('2027-04-09T16:00:00Z')).toContain('closed on that day');
    expect(await refused('2027-04-21T16:00:00Z')).toContain('away until 2027-04-22');
    const booked = await plan.book(visit('2027-04-07T22:00:00Z', { partnerId: 'pt-west' }));
    expect(booked.body).toMatchObject({ timeZone: 'America/Denver', localTime: 'Wed 7 Apr 2027 16:00 MDT' });
  });
});

describe('around a procedure', () => {
  it('there is no session on its day and no load until its window opens; light sessions come earlier', async () => {
    const plan = await inTherapy('pt-north', { procedures: [esi('2027-04-13T14:00:00Z')] });
    const onTheDay = await plan.book<Refusal>(visit('2027-04-13T19:00:00Z'), north);
    expect(onTheDay).toMatchObject({ status: 409, body: { possibleFrom: '2027-04-14T00:00:00-04:00' } });
    expect(onTheDay.body.errors[0]?.message).toBe(
      'No session on the day of the left L4 interlaminar epidural steroid injection on Tue 13 April 2027.',
    );
    const next = '2027-04-14T14:00:00Z';
    const loading = await plan.book<Refusal>(visit(next, { loading: true }), north);
    expect(loading).toMatchObject({ status: 409, body: { possibleFrom: '2027-04-15T10:00:00-04:00' } });
    expect(await plan.book(visit(next), north)).toMatchObject({ status: 201 });
    expect(await plan.book(visit('2027-04-15T14:00:00Z', { loading: true }), north)).toMatchObject({ status: 201 });
  });

  it('that the therapist may not know of, the refusal says no more than that the clinic asks', async () => {
    const pudendal = block({
      type: 'pudendal-block',
      authorizationRequired: false,
      status: 'scheduled',
      scheduledAt: '2027-04-13T14:00:00Z',
    });
    const plan = await inTherapy('pt-north', { procedures: [pudendal] });
    const answer = await plan.book<Refusal>(visit('2027-04-13T19:00:00Z'), north);
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: [{ message: 'Not on this day, the pain clinic asks.' }] },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/pudendal|nerve|block|pelvi/i);
    const forDesk = await plan.book<Refusal>(visit('2027-04-13T19:00:00Z', { partnerId: 'pt-north' }));
    expect(forDesk.body.errors[0]?.message).toContain('pudendal');
  });

  it('also one that is only reserved closes its day, and therapy on hold has none', async () => {
    const planned = block({ type: 'si-joint-injection', guidance: 'fluoroscopy', authorizationRequired: false });
    const plan = await inTherapy('pt-north', { procedures: [planned] });
    await plan.book({ kind: 'procedure', itemId: 'p1', startsAt: '2027-04-13T14:00:00Z' });
    expect(await plan.book(visit('2027-04-13T19:00:00Z'), north)).toMatchObject({ status: 409 });
    await plan.publish(2, { rehab: [{ ...therapy, status: 'held' }] });
    const held = await plan.book<Refusal>(visit('2027-04-12T14:00:00Z'), north);
    expect(held.body.errors[0]?.message).toBe('Therapy is on hold until the plan clears it.');
  });

  it('that wants therapy soon asks for a session in its window; the session answers it', async () => {
    const points = block({
      type: 'trigger-point',
      authorizationRequired: false,
      status: 'scheduled',
      scheduledAt: '2027-04-13T14:00:00Z',
    });
    const plan = await inTherapy('pt-north', { procedures: [points] });
    const request = only((await plan.requests(north)).filter(({ purpose }) => purpose === 'therapy-visit'));
    expect(request).toMatchObject({
      title: 'Physical therapy session',
      itemId: 'physical-therapy',
      earliest: '2027-04-13T14:00:00.000Z',
      latest: '2027-04-15T14:00:00.000Z',
      state: 'open',
    });
    expect(JSON.stringify(request)).not.toMatch(/trigger/i);
    const booked = await plan.book({ requestId: request.id, startsAt: '2027-04-14T14:00:00Z' }, north);
    expect(booked).toMatchObject({ status: 201, body: { partnerId: 'pt-north' } });
    expect(only(await plan.requests(north))).toMatchObject({ state: 'booked', appointmentId: booked.body.id });
    await ctx.move('appointments', booked.body.id, 'cancel', { as: north, body: { reason: 'Our therapist is ill.' } });
    expect(only(await plan.requests(north))).toMatchObject({ state: 'open', appointmentId: null });
    await plan.publish(2, { rehab: [therapy], procedures: [{ ...points, status: 'cancelled' }] });
    expect(only(await plan.requests(north))).toMatchObject({ state: 'withdrawn' });
  });
});

describe('a patient who does not come', () => {
  const miss = async (plan: Awaited<ReturnType<typeof inTherapy>>, startsAt: string, as = north) => {
    const { body } = await plan.book(visit(startsAt, as === north ? {} : { partnerId: 'pt-north' }), as);
    ctx.clock.set(new Date(Date.parse(startsAt) + 1_800_000).toISOString());
    return (await ctx.move('appointments', body.id, 'no-show', { as: north })).body as Appointment;
  };

  it('is called on the next business day, unless a new time is booked until then', async () => {
    const plan = await inTherapy();
    expect(await miss(plan, '2027-04-09T14:00:00Z')).toMatchObject({ state: 'no-show', missed: 1 });
    ctx.clock.set('2027-04-12T11:59:00Z');
    await ctx.fireDue();
    expect((await plan.told()).at(-1)).toBe('appointment.missed');
    ctx.clock.set('2027-04-12T12:00:00Z');
    await ctx.fireDue();
    expect((await plan.events()).at(-1)).toEqual([
      'appointment.rebooking-due',
      expect.objectContaining({ what: 'Physical therapy visit', partnerId: 'pt-north', planVersion: 1 }),
    ]);
    const other = await inTherapy();
    ctx.clock.set('2027-04-06T13:00:00Z');
    await miss(other, '2027-04-09T14:00:00Z');
    await other.book(visit('2027-04-14T14:00:00Z'), north);
    ctx.clock.set('2027-04-12T13:00:00Z');
    await ctx.fireDue();
    expect(await other.told()).not.toContain('appointment.rebooking-due');
  });

  it('twice in a row is booked by the coordinator alone; a visit that took place begins the count anew', async () => {
    const plan = await inTherapy();
    await miss(plan, '2027-04-07T14:00:00Z');
    expect(await miss(plan, '2027-04-08T14:00:00Z')).toMatchObject({ missed: 2 });
    const third = await plan.book<Refusal>(visit('2027-04-09T14:00:00Z'), north);
    expect(third).toMatchObject({ status: 409, body: { errors: [{ found: 'missed 2 times in a row' }] } });
    const byDesk = await plan.book(visit('2027-04-09T14:00:00Z', { partnerId: 'pt-north' }));
    await ctx.move('appointments', byDesk.body.id, 'fulfil', { as: north });
    expect(await plan.book(visit('2027-04-13T14:00:00Z'), north)).toMatchObject({ status: 201 });
  });
});

describe('what cannot wait', () => {
  const flag = (kind: 'fracture' | 'urgent-symptom') =>
    ({ id: 'f1', kind, observedAt: '2027-04-06T13:00:00Z', status: 'active' }) as const;

  it('gets a kept time of the same day; until eleven nobody else takes it', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { redFlags: [flag('fracture')], rehab: [therapy] });
    const request = only(await plan.requests());
    expect(request).toMatchObject({
      purpose: 'same-day',
      latest: '2027-04-06T21:00:00.000Z',
      slots: ['2027-04-06T15:30:00.000Z', '2027-04-06T19:30:00.000Z'],
    });
    const startsAt = '2027-04-06T15:30:00Z';
    const other = ctx.newPlan();
    await other.publish(1, { rehab: [therapy] });
    const ordinary = { kind: 'visit', itemId: 'r1', startsAt };
    const kept = await other.book<Refusal>(ordinary);
    expect(kept).toMatchObject({ status: 409 });
    expect(kept.body.errors[0]?.message).toContain('until Tue 6 Apr 2027 11:00 EDT');
    expect(await plan.book({ requestId: request.id, startsAt })).toMatchObject({ status: 201 });
    expect(only(await plan.requests())).toMatchObject({ state: 'booked' });
    const early = await other.book({ ...ordinary, startsAt: '2027-04-06T17:00:00Z' });
    const toKept = { body: { startsAt: '2027-04-06T19:30:00Z' } };
    expect(await ctx.move('appointments', early.body.id, 'move', toKept)).toMatchObject({ status: 409 });
    await ctx.move('appointments', early.body.id, 'cancel', { body: { reason: 'another day' } });
    const [urgent] = await plan.appointments();
    expect(await ctx.move('appointments', urgent?.id ?? '', 'move', toKept)).toMatchObject({ status: 200 });
    await ctx.move('appointments', urgent?.id ?? '', 'move', { body: { startsAt } });
    ctx.clock.set('2027-04-06T15:00:00Z');
    expect(await other.book({ ...ordinary, startsAt: '2027-04-06T19:30:00Z' })).toMatchObject({ status: 201 });
    ctx.clock.set('2027-04-06T19:00:00Z');
    await ctx.fireDue();
    expect(await plan.told()).not.toContain('appointment.request-unanswered');
  });

  it('and finds none by three in the afternoon goes to the physician, once', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { redFlags: [flag('fracture')] });
    ctx.clock.set('2027-04-06T18:59:00Z');
    await ctx.fireDue();
    expect(await plan.told()).toEqual([]);
    ctx.clock.set('2027-04-06T19:00:00Z');
    await ctx.fireDue();
    await plan.publish(2, { redFlags: [flag('fracture')], notes: 'x' });
    await ctx.fireDue();
    expect(await plan.told()).toEqual(['appointment.request-unanswered']);
  });

  it('is closed with its flag; an urgent symptom that stands in no version is wanted within seven days', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { redFlags: [flag('fracture')] });
    const cleared = {
      status: 'cleared',
      clearedBy: 'Dr. P',
      clearedAt: '2027-04-06T14:00:00Z',
      finding: 'none',
    } as const;
    await plan.publish(2, { redFlags: [{ ...flag('fracture'), ...cleared }] });
    expect(only(await plan.requests())).toMatchObject({ state: 'withdrawn' });
    const unplanned = ctx.newPlan();
    await unplanned.report(['urgent-symptom'], 'within-7-days');
    expect(only(await unplanned.requests())).toMatchObject({
      state: 'open',
      latest: '2027-04-13T21:00:00.000Z',
      itemId: 'reported-urgent-symptom',
    });
    await unplanned.publish(1, {});
    const request = only(await unplanned.requests());
    expect(request.state).toBe('open');
    await unplanned.book({ requestId: request.id, startsAt: '2027-04-08T14:00:00Z' });
    expect(only(await unplanned.requests())).toMatchObject({ state: 'booked' });
  });
});
