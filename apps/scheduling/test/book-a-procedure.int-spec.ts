import type { Appointment } from '#contracts';
import { block, createSchedulingTest, only, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
});
afterAll(() => ctx?.close());

interface Refusal {
  type: string;
  detail: string;
  possibleFrom: string | null;
  errors: { path: string; needed?: string; found?: string; overridable?: boolean; message: string }[];
}
type Plan = ReturnType<SchedulingTest['newPlan']>;
const free = (facts: Parameters<typeof block>[0] = {}) => block({ authorizationRequired: false, ...facts });
const tuesday = '2027-04-13T14:00:00Z';
const refusal = async (plan: Plan, body: object) => {
  const answer = await plan.book<Refusal>({ kind: 'procedure', ...body });
  expect(answer).toMatchObject({ status: 409, body: { type: 'urn:throughline:problem:booking-refused' } });
  return answer.body;
};

describe('the desk books a procedure', () => {
  it('which reserves the time; a version with this time takes it up without moving anything', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [free()] });
    const request = only(await plan.requests());
    expect(request).toMatchObject({ purpose: 'procedure', itemId: 'p1', state: 'open', waitingOn: 'us' });
    const booked = await plan.book({ requestId: request.id, startsAt: tuesday });
    expect(booked).toMatchObject({
      status: 201,
      body: {
        kind: 'procedure',
        state: 'booked',
        proposed: true,
        localTime: 'Tue 13 Apr 2027 10:00 EDT',
        blocked: null,
      },
    });
    expect(only(await plan.requests())).toMatchObject({ state: 'booked', appointmentId: booked.body.id });
    await plan.publish(2, { procedures: [free({ status: 'authorized' })] });
    expect(only(await plan.appointments())).toMatchObject({ state: 'booked', proposed: true });
    await plan.publish(3, { procedures: [free({ status: 'scheduled', scheduledAt: tuesday })] });
    expect(only(await plan.appointments())).toMatchObject({ id: booked.body.id, proposed: false });
    expect(await plan.told()).toEqual(['appointment.booked']);
  });

  it('and is overruled by a version with another time: the desk is told', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [free()] });
    await plan.book({ kind: 'procedure', itemId: 'p1', startsAt: tuesday });
    await plan.publish(2, { procedures: [free({ status: 'scheduled', scheduledAt: '2027-04-14T14:00:00Z' })] });
    expect((await plan.events()).at(-1)).toEqual([
      'appointment.moved',
      expect.objectContaining({ overruled: true, planVersion: 2, before: new Date(tuesday).toISOString() }),
    ]);
  });

  it('and moves or cancels it: a version that only repeats the old time changes nothing, another one does', async () => {
    const plan = ctx.newPlan();
    const at = (scheduledAt: string) => ({ procedures: [free({ status: 'scheduled', scheduledAt })] });
    await plan.publish(1, at(tuesday));
    const { id } = only(await plan.appointments());
    const friday = '2027-04-16T14:00:00.000Z';
    expect(await ctx.move('appointments', id, 'move', { body: { startsAt: friday } })).toMatchObject({ status: 200 });
    await plan.publish(2, { ...at(tuesday), notes: 'Something else.' });
    expect(only(await plan.appointments())).toMatchObject({ startsAt: friday, proposed: true });
    await ctx.move('appointments', id, 'cancel', { body: { reason: 'The patient has a cold.' } });
    await plan.publish(3, { ...at(tuesday), notes: 'Again.' });
    expect(only(await plan.appointments())).toMatchObject({ state: 'cancelled', reason: 'The patient has a cold.' });
    expect(only(await plan.requests())).toMatchObject({ state: 'open' });
    await plan.publish(4, at('2027-04-20T14:00:00Z'));
    expect(only(await plan.appointments())).toMatchObject({ state: 'booked', startsAt: '2027-04-20T14:00:00.000Z' });
  });

  it('and a patient who does not come is booked anew beside it', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [free({ status: 'scheduled', scheduledAt: '2027-04-06T14:00:00Z' })] });
    const { id } = only(await plan.appointments());
    expect(await ctx.move('appointments', id, 'no-show')).toMatchObject({ status: 409 });
    ctx.clock.set('2027-04-06T14:30:00Z');
    expect(await ctx.move('appointments', id, 'no-show')).toMatchObject({ body: { state: 'no-show', missed: 1 } });
    await plan.publish(2, { procedures: [free({ status: 'scheduled', scheduledAt: tuesday })] });
    expect((await plan.appointments()).map(({ state }) => state)).toEqual(['no-show', 'booked']);
    ctx.clock.set('2027-04-06T13:00:00Z');
  });
});

describe('a booking is refused', () => {
  it('too soon after the first block, naming rule, finding and the first day; an override with a reason allows it', async () => {
    const plan = ctx.newPlan();
    const first = free({
      status: 'done',
      doneAt: '2027-04-05T14:00:00Z',
      result: { reliefPercent: 90, concordant: true },
    });
    await plan.publish(1, { procedures: [first, free({ id: 'p2' })] });
    const second = { itemId: 'p2', startsAt: '2027-04-16T14:00:00Z' };
    expect(await refusal(plan, second)).toMatchObject({
      possibleFrom: '2027-04-19T10:00:00-04:00',
      errors: [{ path: 'startsAt', found: 'found 11 days', overridable: true }],
    });
    const override = { reason: 'The patient leaves the country.' };
    expect(await plan.book({ kind: 'procedure', ...second, override })).toMatchObject({
      status: 201,
      body: { override: { reason: override.reason } },
    });
  });

  it('when the first block is not read, did not agree, or has no date', async () => {
    const plan = ctx.newPlan();
    const done = { status: 'done', doneAt: '2027-04-01T14:00:00Z' } as const;
    await plan.publish(1, { procedures: [free(done), free({ id: 'p2' })] });
    const second = { itemId: 'p2', startsAt: '2027-04-20T14:00:00Z' };
    expect(await refusal(plan, second)).toMatchObject({
      errors: [{ found: 'no result is recorded' }],
      possibleFrom: null,
    });
    const result = { reliefPercent: 40, concordant: false };
    await plan.publish(2, { procedures: [free({ ...done, result }), free({ id: 'p2' })] });
    expect(await refusal(plan, second)).toMatchObject({ errors: [{ found: 'found 40 %, not concordant' }] });
    const series = (number: number) => ({ series: { id: 's1', number, of: 2 }, type: 'sympathetic-block' as const });
    await plan.publish(3, { procedures: [free(series(1)), free({ id: 'p2', ...series(2) })] });
    expect(await refusal(plan, second)).toMatchObject({ errors: [{ found: 'it has no date', overridable: false }] });
    await plan.book({ kind: 'procedure', itemId: 'p1', startsAt: '2027-04-19T14:00:00Z' });
    expect(await plan.book({ kind: 'procedure', ...second })).toMatchObject({ status: 201 });
  });

  it('without a decision about the blood thinner, or outside its hold; during a fever no override helps', async () => {
    const epidural = free({
      type: 'esi-interlaminar',
      guidance: 'fluoroscopy',
      level: ['L4-L5'],
      override: { reason: 'r', by: 'b' },
    });
    const anticoagulation = { class: 'doac' as const };
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [epidural], patientContext: { anticoagulation } });
    const wanted = { itemId: 'p1', startsAt: tuesday };
    expect((await refusal(plan, wanted)).errors[0]?.message).toContain('blood thinner');
    const hold = { procedureId: 'p1', decision: 'hold' as const, from: '2027-04-17', until: '2027-04-21' };
    const holdDecisions = [{ ...hold, decidedBy: 'Dr. Heart', decidedAt: '2027-04-05T12:00:00Z' }];
    const held = { procedures: [epidural], patientContext: { anticoagulation: { ...anticoagulation, holdDecisions } } };
    await plan.publish(2, held);
    expect(await refusal(plan, wanted)).toMatchObject({ possibleFrom: '2027-04-17T10:00:00-04:00' });
    const fever = { id: 'f1', kind: 'fever-spine', observedAt: '2027-04-06T12:00:00Z', status: 'active' } as const;
    await plan.publish(3, { ...held, redFlags: [fever] });
    const startsAt = '2027-04-19T14:00:00Z';
    const override = { reason: 'no' };
    expect((await refusal(plan, { ...wanted, startsAt, override })).errors[0]?.found).toContain('red flag');
  });

  it('outside the hours of the site, on a day that it is closed, and where the patient is already', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [free(), free({ id: 'p2', type: 'trigger-point' })] });
    const found = async (startsAt: string) => (await refusal(plan, { itemId: 'p1', startsAt })).errors[0]?.found;
    expect(await found('2027-04-13T21:30:00Z')).toBe('found Tue 13 Apr 2027 17:30 EDT');
    expect(await found('2027-04-10T14:00:00Z')).toBe('found Sat 10 Apr 2027 10:00 EDT');
    await plan.book({ kind: 'procedure', itemId: 'p1', startsAt: tuesday });
    expect(await refusal(plan, { itemId: 'p2', startsAt: '2027-04-13T14:30:00Z' })).toMatchObject({
      errors: [{ found: 'the patient has another appointment then' }],
    });
    expect(await plan.book({ kind: 'procedure', itemId: 'p1', startsAt: tuesday })).toMatchObject({
      status: 409,
      body: { type: 'urn:throughline:problem:already-exists' },
    });
  });

  it('when somebody else has the room, and for two who ask for it at once it is one', async () => {
    const plans = [ctx.newPlan(), ctx.newPlan()];
    for (const plan of plans) await plan.publish(1, { procedures: [free()] });
    const wanted = { kind: 'procedure', itemId: 'p1', startsAt: '2027-04-15T14:00:00Z', resource: 'C-arm 1' };
    const answers = await Promise.all(plans.map((plan) => plan.book<Refusal>(wanted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.errors[0]?.path).toBe('resource');
  });

  it('in the past, for what the plan does not hold, and with fields that nobody knows', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [free()] });
    const path = async (body: object) => {
      const answer = await plan.book<Refusal>({ kind: 'procedure', itemId: 'p1', startsAt: tuesday, ...body });
      expect(answer.status).toBe(400);
      return answer.body.errors[0]?.path;
    };
    expect(await path({ startsAt: '2027-04-05T14:00:00Z' })).toBe('startsAt');
    expect(await path({ itemId: 'p9' })).toBe('itemId');
    expect(await path({ room: '1' })).toBe('room');
  });

  it('by anybody but the desk: a partner finds no procedures, a physician writes none', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [free()] });
    await ctx.registerSite('pt-north');
    await plan.join('physical-therapy', 'pt-north');
    const wanted = { kind: 'procedure', itemId: 'p1', startsAt: tuesday };
    expect(await plan.book(wanted, 'partner:pt-north')).toMatchObject({ status: 404 });
    expect(await plan.book(wanted, 'physician')).toMatchObject({ status: 403 });
    expect(await plan.appointments()).toEqual([] as Appointment[]);
  });
});
