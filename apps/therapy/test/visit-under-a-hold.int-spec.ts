import type { Page, TherapyVisit } from '#contracts';
import { createTherapyTest, only, rehab, type TherapyTest } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

type Restriction = NonNullable<NonNullable<Parameters<typeof rehab>[0]>['restrictions']>[number];
const holdLoading: Restriction = {
  id: 'x1',
  kind: 'hold-loading',
  region: 'T8',
  from: '2027-04-08',
  until: 'until-cleared',
};
const holdAll: Restriction = { id: 'x2', kind: 'hold-all', from: '2027-04-08', until: 'until-cleared' };

/** v1 is acknowledged on the 6th; v2, with the hold, is published on the 8th at 13:00 UTC. */
async function held(restriction: Restriction, more: Parameters<typeof rehab>[0] = {}) {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [rehab()] });
  await plan.acknowledges(1);
  ctx.clock.set('2027-04-08T13:00:00Z');
  await plan.publish(2, { rehab: [rehab({ restrictions: [restriction], ...more })] });
  ctx.clock.set('2027-04-09T20:00:00Z');
  const { id } = only(await plan.episodes('partner:pt-north'));
  const flagged = async () => (await plan.events()).filter(([type]) => type === 'therapy.visit-flagged');
  const visits = async () => ((await ctx.get(`/${id}/visits`, 'coordinator')).body as Page<TherapyVisit>).items;
  return { plan, id, flagged, visits };
}

it('a visit under a hold that the partner did not acknowledge is flagged: in its row and as news', async () => {
  const { id, flagged, visits } = await held(holdLoading);
  const visit = {
    visitedAt: '2027-04-09T14:00:00.000Z',
    minutes: 45,
    done: ['gait', 'stretching'],
    tolerated: 'partly',
    region: 'left knee',
  };
  expect(await ctx.act(id, 'visits', visit)).toMatchObject({ status: 201 });
  const unacknowledged = [{ text: 'Hold loading (T8) until the plan clears it.', sinceVersion: 2 }];
  expect(only(await visits())).toMatchObject({ ...visit, planVersion: 2, unacknowledged, reason: null });
  expect(await flagged()).toEqual([
    [
      'therapy.visit-flagged',
      expect.objectContaining({
        visitNumber: 1,
        planVersion: 2,
        acknowledgedVersion: 1,
        directives: unacknowledged,
        reason: null,
      }),
    ],
  ]);
});

it('a visit before the hold was published, or after it was acknowledged, is none of its business', async () => {
  const { plan, id, flagged } = await held(holdLoading);
  await ctx.act(id, 'visits', { visitedAt: '2027-04-08T12:59:00Z' });
  await plan.acknowledges(2);
  await ctx.act(id, 'visits', { visitedAt: '2027-04-09T20:00:00Z' });
  expect(await flagged()).toEqual([]);
  // Recorded late, it stands as it was: the acknowledgement came after the visit.
  await ctx.act(id, 'visits', { visitedAt: '2027-04-09T19:00:00Z' });
  expect(await flagged()).toHaveLength(1);
});

it('under a hold of everything the therapist says why, also when the hold is known', async () => {
  const { plan, id, flagged, visits } = await held(holdAll);
  const visit = { visitedAt: '2027-04-09T14:00:00Z' };
  const refused = await ctx.act(id, 'visits', visit);
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
  expect(JSON.stringify(refused.body)).toContain('version 2 says: Hold all');
  expect(await visits()).toEqual([]);
  expect(await ctx.act(id, 'visits', { ...visit, reason: 'Fitted a walking aid.' })).toMatchObject({ status: 201 });
  expect((await flagged())[0]?.[1]).toMatchObject({ reason: 'Fitted a walking aid.' });
  await plan.acknowledges(2);
  const known = { visitedAt: '2027-04-09T20:00:00Z' };
  expect(await ctx.act(id, 'visits', known)).toMatchObject({ status: 400 });
  expect(await ctx.act(id, 'visits', { ...known, reason: 'Education only.' })).toMatchObject({ status: 201 });
  expect(await flagged()).toHaveLength(1);
});

it('a hold of everything of one region binds visits to that region, and those that name none', async () => {
  const { id } = await held({ ...holdAll, region: 'right knee' });
  const at = (region?: string) =>
    ctx
      .act(id, 'visits', { visitedAt: '2027-04-09T14:00:00Z', ...(region ? { region } : {}) })
      .then(({ status }) => status);
  expect([await at('shoulder'), await at('Knee'), await at()]).toEqual([201, 400, 400]);
});

it('therapy that is held as a whole asks why, too', async () => {
  const { id } = await held(holdLoading, { status: 'held', cause: 'hospital stay' });
  const refused = await ctx.act(id, 'visits', { visitedAt: '2027-04-09T14:00:00Z' });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
  expect(JSON.stringify(refused.body)).not.toContain('hospital');
});
