import type { Authorization } from '#contracts';
import { block, createSchedulingTest, only, therapy, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
  await ctx.registerSite('pt-north', { roles: ['physical-therapy'] });
  await ctx.registerSite('city-imaging', { roles: ['imaging'] });
  await ctx.registerSite('far-imaging', { roles: ['imaging'] });
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

interface Refusal {
  errors: { path: string; found?: string; overridable?: boolean }[];
}
type Plan = ReturnType<SchedulingTest['newPlan']>;

const moveTo = async (iso: string) => {
  ctx.clock.set(iso);
  await ctx.fireDue();
};
const news = async (plan: Plan, type: string) =>
  (await plan.events()).filter(([name]) => name === type).map(([, data]) => data as Record<string, unknown>);
const procedure = (startsAt: string) => ({ kind: 'procedure', itemId: 'p1', startsAt });
const found = async (plan: Plan, body: object) => {
  const answer = await plan.book<Refusal>(body);
  expect(answer.status).toBe(409);
  return answer.body.errors[0]?.found;
};

describe('a permission', () => {
  it('lets nothing be booked before the payer has said yes, nor for another day, side or level', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block()] });
    expect(only(await plan.requests())).toMatchObject({ state: 'open', waitingOn: 'payer' });
    const wanted = procedure('2027-04-20T14:00:00Z');
    expect(await found(plan, wanted)).toBe('nobody has asked the payer yet');
    const id = await plan.approve('p1', { validFrom: '2027-04-10', validUntil: '2027-04-19', side: 'right' });
    expect(only(await plan.requests())).toMatchObject({ waitingOn: 'us' });
    expect(await found(plan, wanted)).toBe('found 2027-04-20');
    expect(await found(plan, procedure('2027-04-09T14:00:00Z'))).toBe('found 2027-04-09');
    const inside = procedure('2027-04-19T14:00:00Z');
    expect(await found(plan, inside)).toBe('found left');
    const renew = (facts: object) =>
      ctx.move('authorizations', id, 'renew', {
        body: { validFrom: '2027-04-10', validUntil: '2027-04-19', ...facts },
      });
    await renew({ level: ['L5'], partly: true });
    expect(await found(plan, inside)).toBe('found L4');
    await renew({ level: ['L4', 'L5'] });
    expect(await plan.book(inside)).toMatchObject({ status: 201, body: { blocked: null } });
  });

  it('is warned of 14 and 5 days before its last day, ends the day after, and blocks what is booked beyond', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block()] });
    const id = await plan.approve('p1', { validFrom: '2027-04-06', validUntil: '2027-04-30' });
    const scheduledAt = '2027-05-04T14:00:00Z';
    await plan.publish(2, { procedures: [block({ status: 'scheduled', scheduledAt })] });
    expect(await news(plan, 'appointment.blocked')).toMatchObject([{ blocked: true, cause: 'permission-mismatch' }]);
    await moveTo('2027-04-16T11:59:00Z');
    expect(await news(plan, 'authorization.expiring')).toEqual([]);
    await moveTo('2027-04-16T12:00:00Z');
    await moveTo('2027-04-25T12:00:00Z');
    await moveTo('2027-05-01T03:59:00Z');
    const warned = { expired: false, validUntil: '2027-04-30' };
    expect(await news(plan, 'authorization.expiring')).toMatchObject([warned, warned]);
    await moveTo('2027-05-01T04:00:00Z');
    expect((await news(plan, 'authorization.expiring'))[2]).toMatchObject({ expired: true });
    expect((await news(plan, 'appointment.blocked'))[1]).toMatchObject({ blocked: true, cause: 'permission-ended' });
    expect(only(await plan.authorizations())).toMatchObject({ state: 'expired', allowed: ['submit', 'renew'] });
    const again = { validFrom: '2027-05-01', validUntil: '2027-06-30' };
    await ctx.move('authorizations', id, 'renew', { body: again });
    expect((await news(plan, 'appointment.blocked'))[2]).toMatchObject({ blocked: false });
    expect(only(await plan.appointments())).toMatchObject({ blocked: null, state: 'booked' });
  });

  it('that was renewed in time is not said to end on its old day', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block()] });
    const id = await plan.approve('p1', { validUntil: '2027-04-30' });
    const body = { validFrom: '2027-04-06', validUntil: '2027-12-31' };
    await ctx.move('authorizations', id, 'renew', { body });
    await moveTo('2027-05-02T12:00:00Z');
    expect(await news(plan, 'authorization.expiring')).toEqual([]);
    expect(only(await plan.authorizations())).toMatchObject({ state: 'approved' });
  });

  it('counts what took place: warned before the last that is covered, and used up with it', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [therapy] });
    await plan.join('physical-therapy', 'pt-north');
    const ask = () =>
      ctx.request<Authorization>('POST', '/api/authorizations', {
        as: 'coordinator',
        body: { planId: plan.planId, itemId: 'r1' },
      });
    expect(await ask()).toMatchObject({ status: 201, body: { kind: 'therapy', state: 'needed' } });
    expect(await ask()).toMatchObject({ status: 409 });
    const visit = (day: number) => ({ kind: 'visit', startsAt: `2027-04-${day}T14:00:00Z` });
    expect(await plan.book(visit(12), 'partner:pt-north')).toMatchObject({ status: 409 });
    await plan.approve('r1', { units: 3 });
    const visits: string[] = [];
    for (const day of [12, 13, 14]) visits.push((await plan.book(visit(day), 'partner:pt-north')).body.id);
    expect(await found(plan, { ...visit(15), partnerId: 'pt-north' })).toBe('0 of 3 took place and 3 are booked');
    const left: unknown[] = [];
    for (const id of visits) {
      await ctx.move('appointments', id, 'fulfil', { as: 'partner:pt-north' });
      left.push((await news(plan, 'authorization.expiring')).at(-1)?.['unitsLeft'] ?? null);
    }
    expect(left).toEqual([2, 2, 0]);
    expect((await news(plan, 'authorization.expiring')).map(({ expired }) => expired)).toEqual([false, true]);
    expect(only(await plan.authorizations())).toMatchObject({ state: 'exhausted', unitsUsed: 3 });
  });

  it('is asked for by hand for prescriptions alone', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [therapy], procedures: [block()] });
    const body = { planId: plan.planId, itemId: 'p1' };
    expect(await ctx.request('POST', '/api/authorizations', { as: 'coordinator', body })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'itemId' }] },
    });
    expect(await ctx.request('POST', '/api/authorizations', { as: 'partner:pt-north', body })).toMatchObject({
      status: 403,
    });
  });
});

describe('a study', () => {
  const mri = (urgency: 'routine' | 'emergency' = 'routine') =>
    ({
      id: 'i1',
      modality: 'mri',
      region: 'lumbar spine',
      reason: 'leg pain',
      status: 'ordered',
      networkRequired: true,
      urgency,
    }) as const;
  const study = (partnerId: string, more: object = {}) => ({
    kind: 'imaging',
    itemId: 'i1',
    startsAt: '2027-04-12T14:00:00Z',
    partnerId,
    ...more,
  });

  it('takes place inside the network of the payer; outside only when somebody says why, and that it may cost the patient', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { imaging: [mri()] });
    await plan.approve('i1', { sites: ['city-imaging'] });
    expect(await plan.book<Refusal>(study('far-imaging'))).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'partnerId', overridable: true, found: 'found far-imaging' }] },
    });
    const reason = 'The only open scanner that takes a pacemaker.';
    expect(await plan.book(study('far-imaging', { override: { reason } }))).toMatchObject({ status: 409 });
    const booked = await plan.book(study('far-imaging', { override: { reason, patientMayPay: true } }));
    expect(booked).toMatchObject({ status: 201, body: { title: 'MRI of lumbar spine', override: { reason } } });
    const other = ctx.newPlan();
    await other.publish(1, { imaging: [mri()] });
    await other.approve('i1', { sites: ['city-imaging'] });
    expect(await other.book(study('city-imaging'))).toMatchObject({ status: 201 });
  });

  it('that cannot wait does not wait for the payer', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { imaging: [mri('emergency')] });
    expect(await plan.book(study('city-imaging'))).toMatchObject({ status: 201, body: { blocked: null } });
  });
});

describe('a booked procedure', () => {
  it('is blocked when the blood thinner becomes a question or a fever comes, and free again after it', async () => {
    const epidural = block({
      ...{ type: 'esi-interlaminar', guidance: 'fluoroscopy', level: ['L4-L5'], authorizationRequired: false },
      ...{ status: 'scheduled', scheduledAt: '2027-04-20T14:00:00Z' },
    });
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [epidural] });
    const unsafe = {
      procedureId: 'p1',
      decision: 'procedure-unsafe' as const,
      decidedBy: 'Dr. Heart',
      decidedAt: '2027-04-05T12:00:00Z',
    };
    await plan.publish(2, {
      procedures: [epidural],
      patientContext: { anticoagulation: { class: 'doac', holdDecisions: [unsafe] } },
    });
    expect(only(await plan.appointments()).blocked).toContain('the procedure is unsafe');
    const fever = { id: 'f1', kind: 'fever-spine', observedAt: '2027-04-06T12:00:00Z', status: 'active' } as const;
    await plan.publish(3, { procedures: [epidural], redFlags: [fever] });
    await plan.publish(4, { procedures: [epidural] });
    expect((await news(plan, 'appointment.blocked')).map(({ blocked, cause }) => [blocked, cause])).toEqual([
      [true, 'blood-thinner'],
      [true, 'fever'],
      [false, undefined],
    ]);
  });
});

describe('what a result opens', () => {
  const done = (id: string, doneAt: string, reliefPercent: number, more: object = {}) =>
    block({
      id,
      status: 'done',
      doneAt,
      authorizationRequired: false,
      result: { reliefPercent, concordant: true },
      ...more,
    });
  const wanted = async (plan: Plan) =>
    (await plan.requests())
      .filter(({ state }) => state === 'open')
      .map(({ purpose, itemId, waitingOn, earliest }) => [purpose, itemId, waitingOn, earliest.slice(0, 10)]);

  it('is seen coming, waits for the physician, and goes when the plan holds it: block, block, ablation, re-evaluation', async () => {
    const plan = ctx.newPlan();
    const first = done('p1', '2027-04-05T14:00:00Z', 90);
    await plan.publish(1, { procedures: [first] });
    expect(await wanted(plan)).toEqual([['second-block', 'p1', 'physician', '2027-04-19']]);
    const [request] = await plan.requests();
    expect(await plan.book({ requestId: request?.id, startsAt: '2027-04-20T14:00:00Z' })).toMatchObject({
      status: 409,
    });
    await plan.publish(2, { procedures: [first, block({ id: 'p2', authorizationRequired: false })] });
    expect(await wanted(plan)).toEqual([['procedure', 'p2', 'us', '2027-04-19']]);
    ctx.clock.set('2027-04-20T15:00:00Z');
    const second = done('p2', '2027-04-20T14:00:00Z', 85);
    await plan.publish(3, { procedures: [first, second] });
    expect((await wanted(plan)).map(([purpose, itemId]) => [purpose, itemId])).toEqual([['ablation', 'p2']]);
    const ablation = block({
      id: 'p3',
      type: 'rfa-medial-branch',
      intent: 'therapeutic',
      authorizationRequired: false,
    });
    await plan.publish(4, {
      procedures: [first, second, { ...ablation, status: 'done', doneAt: '2027-04-20T14:30:00Z' }],
    });
    expect(await wanted(plan)).toEqual([['re-evaluation', 'p3', 'us', '2027-10-20']]);
    const reEvaluation = (await plan.requests()).find(({ state }) => state === 'open');
    expect(await plan.book({ requestId: reEvaluation?.id, startsAt: '2027-10-21T14:00:00Z' })).toMatchObject({
      status: 201,
      body: { kind: 'visit', partnerId: null },
    });
  });

  it('a helpful trial opens an implant; nothing is wanted in a plan that rests, and all of it again when it goes on', async () => {
    const trial = done('p1', '2027-04-05T14:00:00Z', 60, {
      ...{ type: 'scs-trial', intent: 'trial', result: { reliefPercent: 60, function: 'better' } },
    });
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [trial] });
    expect((await wanted(plan)).map(([purpose]) => purpose)).toEqual(['implant']);
    await plan.publish(2, { status: 'on-hold', statusReason: 'in hospital', procedures: [trial] });
    expect(await wanted(plan)).toEqual([]);
    await plan.publish(3, { procedures: [trial] });
    expect((await wanted(plan)).map(([purpose]) => purpose)).toEqual(['implant']);
  });
});
