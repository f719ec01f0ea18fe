import type { Appointment, Page } from '#contracts';
import { block, createSchedulingTest, only, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
});
afterAll(() => ctx?.close());

const tuesday = '2027-04-13T14:00:00.000Z';
const friday = '2027-04-16T14:00:00.000Z';
const scheduled = (scheduledAt: string) => block({ status: 'scheduled', scheduledAt });
const done = (doneAt: string) => block({ status: 'done', scheduledAt: friday, doneAt });
const brief = (appointments: Appointment[]) => appointments.map(({ kind, state, startsAt }) => [kind, state, startsAt]);

describe('a plan version sets times', () => {
  it('that are booked, moved and fulfilled with the procedure, and brings the diary calls', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [scheduled(tuesday)] });
    await plan.publish(1, { procedures: [scheduled(tuesday)] });
    await plan.publish(2, { procedures: [scheduled(friday)] });
    await plan.publish(3, { procedures: [done('2027-04-16T14:30:00Z')] });
    expect(brief(await plan.appointments())).toEqual([
      ['procedure', 'fulfilled', friday],
      ['diary-call', 'booked', '2027-04-16T20:30:00.000Z'],
      ['diary-call', 'booked', '2027-04-17T14:30:00.000Z'],
    ]);
    const events = await plan.events();
    expect(events.filter(([type]) => type.startsWith('appointment'))).toEqual([
      ['appointment.booked', expect.objectContaining({ startsAt: tuesday, procedureType: 'medial-branch-block' })],
      ['appointment.blocked', expect.objectContaining({ blocked: true, cause: 'permission-missing' })],
      ['appointment.moved', expect.objectContaining({ before: tuesday, startsAt: friday })],
      ['appointment.fulfilled', expect.objectContaining({ kind: 'procedure', itemId: 'p1' })],
      ['appointment.booked', expect.objectContaining({ kind: 'diary-call', startsAt: '2027-04-16T20:30:00.000Z' })],
      ['appointment.booked', expect.objectContaining({ kind: 'diary-call', startsAt: '2027-04-17T14:30:00.000Z' })],
    ]);
  });

  it('and calls the diary off when the result is recorded, but not what was already asked', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [done('2027-04-16T14:30:00Z')] });
    const [, early] = await plan.appointments();
    await ctx.move('appointments', early?.id ?? '', 'fulfil');
    await plan.publish(2, { procedures: [{ ...done('2027-04-16T14:30:00Z'), result: { reliefPercent: 85 } }] });
    expect((await plan.appointments()).map(({ state }) => state)).toEqual(['fulfilled', 'fulfilled', 'cancelled']);
    expect((await plan.events()).at(-1)).toEqual([
      'appointment.cancelled',
      expect.objectContaining({ kind: 'diary-call', reason: 'The result is recorded.' }),
    ]);
  });

  it('to the same end when versions are skipped or come late', async () => {
    const plan = ctx.newPlan();
    await plan.publish(3, { procedures: [done('2027-04-16T14:30:00Z')] });
    const standing = await plan.appointments();
    expect(standing).toHaveLength(3);
    await plan.publish(1, { procedures: [scheduled(tuesday)] });
    expect(await plan.appointments()).toEqual(standing);
  });

  it('that are cancelled with the procedure, when it is gone, and with a revoked plan', async () => {
    const cancelled = ctx.newPlan();
    await cancelled.publish(1, { procedures: [scheduled(tuesday)] });
    await cancelled.publish(2, { procedures: [block({ status: 'cancelled' })] });
    const gone = ctx.newPlan();
    await gone.publish(1, { procedures: [scheduled(tuesday)] });
    await gone.publish(2, {});
    const revoked = ctx.newPlan();
    await revoked.publish(1, { procedures: [scheduled(tuesday)] });
    await revoked.publish(2, { status: 'revoked', procedures: [scheduled(tuesday)] });
    for (const [plan, reason] of [
      [cancelled, 'The procedure was cancelled.'],
      [gone, 'The procedure is no longer in the plan.'],
      [revoked, 'The plan was revoked.'],
    ] as const) {
      expect(brief(await plan.appointments())).toEqual([['procedure', 'cancelled', tuesday]]);
      expect(await plan.events()).toContainEqual(['appointment.cancelled', expect.objectContaining({ reason })]);
    }
  });
});

describe('the desk', () => {
  it('makes the diary calls or calls them off with a reason, and a later version does not bring them back', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [done('2027-04-16T14:30:00Z')] });
    const [procedure, early, late] = (await plan.appointments()).map(({ id }) => id);
    expect(await ctx.move('appointments', early ?? '', 'fulfil')).toMatchObject({
      status: 200,
      body: { state: 'fulfilled', allowed: [] },
    });
    expect(await ctx.move('appointments', late ?? '', 'cancel')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'reason' }] },
    });
    await ctx.move('appointments', late ?? '', 'cancel', { body: { reason: 'The patient called first.' } });
    expect(await ctx.move('appointments', late ?? '', 'fulfil')).toMatchObject({ status: 409, body: { allowed: [] } });
    expect(await ctx.move('appointments', procedure ?? '', 'fulfil')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('follows the plan'), allowed: [] },
    });
    await plan.publish(2, { procedures: [done('2027-04-16T14:45:00Z')] });
    expect((await plan.appointments()).map(({ state }) => state)).toEqual(['fulfilled', 'fulfilled', 'cancelled']);
    expect((await plan.told()).slice(-2)).toEqual(['appointment.fulfilled', 'appointment.cancelled']);
  });

  it('sees them in order, by kind and page by page; the physician reads only', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [done('2027-04-16T14:30:00Z')] });
    const page = async (query: string) =>
      (
        await ctx.request('GET', `/api/appointments?plan=${plan.planId}&kind=diary-call&limit=1${query}`, {
          as: 'physician',
        })
      ).body as Page<Appointment>;
    const first = await page('');
    const second = await page(`&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(only(first.items)).toMatchObject({ title: 'Diary call 6 h after left L4 medial branch block', allowed: [] });
    expect([only(second.items).startsAt, second.next]).toEqual(['2027-04-17T14:30:00.000Z', null]);
    const call = { as: 'physician' };
    expect(await ctx.move('appointments', only(first.items).id, 'fulfil', call)).toMatchObject({ status: 403 });
    expect(await ctx.request('GET', '/api/appointments', { as: 'administrator' })).toMatchObject({ status: 403 });
  });
});
