import type { Page, TherapyDue } from '#contracts';
import { fireDue } from '#timers/testing';
import { createTherapyTest, newMember, only, rehab, type TherapyTest, wholeDischarge } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

const north = 'partner:pt-north';

/** A course whose first visit is on 6 April. */
async function course(team = [newMember()]) {
  const plan = ctx.newPlan(team);
  await plan.publish(1, { rehab: [rehab()] });
  const { id } = only(await plan.episodes(north));
  const visit = async (at: string) => {
    ctx.clock.set(at);
    expect((await ctx.act(id, 'visits', { visitedAt: at })).status).toBe(201);
  };
  await visit('2027-04-06T14:00:00Z');
  const due = async (as = north) =>
    (await ctx.read<Page<TherapyDue>>(`/due?plan=${plan.planId}`, as)).body.items.map(
      ({ kind, state, dueOn, treatmentDaysLeft }) => [kind, state, dueOn ?? treatmentDaysLeft],
    );
  const goTo = async (at: string) => {
    ctx.clock.set(at);
    await fireDue(ctx.app);
  };
  const told = async () =>
    (await plan.events()).flatMap(([type, data]) =>
      type.startsWith('therapy.paperwork') ? [[type.split('-').at(-1), (data as { kind: string }).kind]] : [],
    );
  return { plan, id, visit, due, goTo, told };
}

it('a certification is on the list a week before its day, overdue the day after, and tells the coordinator once', async () => {
  const { due, goTo, told, id } = await course();
  expect(await due()).toEqual([]);
  await goTo('2027-04-29T13:00:00Z');
  expect(await due()).toEqual([['certification', 'upcoming', '2027-05-06']]);
  expect(await due('coordinator')).toHaveLength(1);
  expect(await due('partner:pt-south')).toEqual([]);
  await goTo('2027-05-07T03:59:00Z');
  expect(await told()).toEqual([]);
  await goTo('2027-05-07T04:00:00Z');
  await goTo('2027-05-20T04:00:00Z');
  expect(await due()).toEqual([['certification', 'overdue', '2027-05-06']]);
  expect(await told()).toEqual([['overdue', 'certification']]);
  expect((await ctx.act(id, 'certification', { kind: 'transmitted', on: '2027-05-19' })).status).toBe(201);
  expect(await told()).toEqual([
    ['overdue', 'certification'],
    ['settled', 'certification'],
  ]);
  expect(await due()).toEqual([]);
  await goTo('2027-07-01T13:00:00Z');
  expect(await due()).toEqual([['recertification', 'upcoming', '2027-07-05']]);
});

it('a certification in time is never told', async () => {
  const { goTo, told, id, due } = await course();
  expect((await ctx.act(id, 'certification', { kind: 'signed', on: '2027-04-06' })).status).toBe(201);
  await goTo('2027-05-20T04:00:00Z');
  expect([await told(), await due()]).toEqual([[], []]);
  for (const wrong of [
    { kind: 'signed', on: '2027-05-21' },
    { kind: 'signed', on: '2027-05-01', until: '2027-04-01' },
  ])
    expect((await ctx.act(id, 'certification', wrong)).status).toBe(400);
});

it('ten treatment days want a report, which a visit of the same day does not double', async () => {
  const { visit, due, goTo, told, id } = await course();
  for (let day = 7; day <= 13; day += 1) await visit(`2027-04-${String(day).padStart(2, '0')}T14:00:00Z`);
  await visit('2027-04-13T18:00:00Z');
  expect(await due()).toEqual([['progress-report', 'upcoming', 2]]);
  await visit('2027-04-14T14:00:00Z');
  await visit('2027-04-15T14:00:00Z');
  expect(await due()).toEqual([['progress-report', 'upcoming', '2027-04-15']]);
  await goTo('2027-04-16T04:00:00Z');
  expect(await told()).toEqual([['overdue', 'progress-report']]);
  await ctx.act(id, 'progress', { adherence: 'as-prescribed', visitsDone: 11 });
  expect(await told()).toHaveLength(2);
  expect(await due()).toEqual([]);
});

it('a course that the plan ended owes its summary', async () => {
  const { plan, due, goTo, told, id } = await course();
  await plan.publish(2, { rehab: [rehab({ status: 'completed' })] });
  expect(await due()).toEqual([['discharge-summary', 'upcoming', '2027-04-15']]);
  await goTo('2027-04-16T04:00:00Z');
  expect(await told()).toEqual([['overdue', 'discharge-summary']]);
  expect((await ctx.act(id, 'discharge', wholeDischarge)).status).toBe(200);
  expect((await told()).at(-1)).toEqual(['settled', 'discharge-summary']);
  expect(await due()).toEqual([]);
});

it('is the treating clinic’s: who handed over owes nothing more, who took over starts its own clock', async () => {
  const first = newMember();
  const { plan, due, goTo, told, id } = await course([first]);
  await goTo('2027-05-10T13:00:00Z');
  expect(await told()).toEqual([['overdue', 'certification']]);
  await plan.ends(first, 'replaced');
  await plan.joins(newMember({ partnerId: 'pt-south' }));
  expect(await told()).toEqual([
    ['overdue', 'certification'],
    ['settled', 'certification'],
  ]);
  await ctx.act(id, 'visits', { visitedAt: '2027-05-10T12:00:00Z' }, { as: 'partner:pt-south' });
  await goTo('2027-06-05T13:00:00Z');
  expect([await due(), await due('partner:pt-south')]).toEqual([[], [['certification', 'upcoming', '2027-06-09']]]);
});
