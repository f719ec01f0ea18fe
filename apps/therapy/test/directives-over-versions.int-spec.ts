import type { TherapyEpisode, TherapyPage } from '#contracts';
import { createTherapyTest, newMember, only, rehab, type TherapyTest } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

const north = 'partner:pt-north';
const lifting = {
  id: 'x1',
  kind: 'no-lifting-over',
  kg: 5,
  from: '2027-04-06',
  until: '2027-05-01',
  cause: 'a hernia operation',
} as const;
const hold = { id: 'x2', kind: 'hold-loading', region: 'T8', from: '2027-04-08', until: 'until-cleared' } as const;
const told = ({ directives }: TherapyEpisode) =>
  directives
    .filter(({ kind }) => kind === 'hold' || kind === 'restriction')
    .map(({ text, sinceVersion, acknowledged }) => [text.split(' until')[0], sinceVersion, acknowledged]);

/** v1 restricts, v2 holds as well, v3 lifts the hold: on the 6th, the 8th and the 10th. */
async function threeVersions() {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [rehab({ restrictions: [lifting] })] });
  await plan.acknowledges(1);
  ctx.clock.set('2027-04-08T13:00:00Z');
  await plan.publish(2, { rehab: [rehab({ restrictions: [lifting, hold] })] });
  ctx.clock.set('2027-04-10T13:00:00Z');
  await plan.publish(3, { rehab: [rehab({ restrictions: [lifting] })] });
  const { id } = only(await plan.episodes(north));
  const on = async (day: string, as = north) => (await ctx.get(`/${id}?on=${day}`, as)).body as TherapyEpisode;
  return { plan, id, on };
}

it('each day has the directives of its version, marked by what the partner acknowledged', async () => {
  const { on, plan } = await threeVersions();
  expect(told(await on('2027-04-07'))).toEqual([['No lifting over 5 kg', 1, true]]);
  expect(told(await on('2027-04-09'))).toEqual([
    ['No lifting over 5 kg', 1, true],
    ['Hold loading (T8)', 2, false],
  ]);
  expect(told(await on('2027-04-10'))).toEqual([['No lifting over 5 kg', 1, true]]);
  expect(told(await on('2027-05-01'))).toHaveLength(1);
  expect(told(await on('2027-05-02'))).toEqual([]);
  await plan.acknowledges(3);
  expect((await on('2027-04-10')).acknowledgedVersion).toBe(3);
});

it('a version that was entered in error leaves no directive behind, also when the news comes the other way round', async () => {
  const { plan, on } = await threeVersions();
  ctx.clock.set('2027-04-12T13:00:00Z');
  await plan.publish(5, { rehab: [rehab({ restrictions: [lifting] })] }, 4);
  await plan.publish(4, { rehab: [rehab({ restrictions: [hold] })] });
  expect(told(await on('2027-04-12'))).toEqual([['No lifting over 5 kg', 1, true]]);
});

it('why something is held is for the clinic, not for the partner', async () => {
  const { on } = await threeVersions();
  expect((await on('2027-04-07', 'physician')).directives[0]?.cause).toBe('a hernia operation');
  expect(JSON.stringify(await on('2027-04-07'))).not.toContain('hernia');
});

it('the page to print has the heaviest lines first, and says what is not acknowledged', async () => {
  const { id } = await threeVersions();
  const page = (await ctx.get(`/${id}/page?on=2027-04-09`, north)).body as TherapyPage;
  expect(page).toMatchObject({ title: 'Physical therapy', on: '2027-04-09', planVersion: 3, acknowledgedVersion: 1 });
  expect(page.sections.map(({ heading }) => heading)).toEqual(['Do not', 'Restrictions', 'Program']);
  expect(page.sections[0]?.lines).toEqual([
    {
      text: 'Hold loading (T8) until the plan clears it.',
      remark: 'In force since version 2, not yet acknowledged; from 8 April 2027.',
    },
  ]);
  expect(page.notice).toContain('acknowledge version 3');
  expect(JSON.stringify(page)).not.toContain('hernia');
});

describe('a patient who is handed over', () => {
  const south = 'partner:pt-south';
  const visit = (at: string) => ({ visitedAt: at, note: `note of ${at}` });

  async function handedOver() {
    const first = newMember();
    const second = newMember({ partnerId: 'pt-south' });
    const plan = ctx.newPlan([first]);
    await plan.publish(1, { rehab: [rehab({ restrictions: [lifting] })] });
    await plan.acknowledges(1, first);
    const { id } = only(await plan.episodes(north));
    await ctx.act(id, 'visits', visit('2027-04-06T12:00:00Z'));
    ctx.clock.set('2027-04-08T13:00:00Z');
    await plan.ends(first, 'replaced');
    await plan.joins(second);
    ctx.clock.set('2027-04-09T13:00:00Z');
    await plan.publish(2, { rehab: [rehab({ status: 'held', restrictions: [lifting, hold] })] });
    await ctx.act(id, 'visits', { ...visit('2027-04-09T12:00:00Z'), reason: 'x' }, { as: south });
    return { plan, id };
  }

  it('is one unbroken line with two clinics, and the restriction never lapses', async () => {
    const { id } = await handedOver();
    const { body } = await ctx.get(`/${id}`, 'coordinator');
    const { clinics, visits, partnerId } = body as TherapyEpisode;
    expect({ visits, partnerId }).toEqual({ visits: 2, partnerId: 'pt-south' });
    expect(clinics.map((clinic) => clinic.partnerId)).toEqual(['pt-north', 'pt-south']);
    expect(clinics[0]?.until).toBe(clinics[1]?.from);
    const own = (await ctx.get(`/${id}`, south)).body as TherapyEpisode;
    expect(told(own)).toContainEqual(['No lifting over 5 kg', 1, false]);
    expect(own).toMatchObject({ state: 'held', planVersion: 2, acknowledgedVersion: 0, visits: 1 });
  });

  it('is for each clinic its own part, and nothing newer', async () => {
    const { id } = await handedOver();
    const past = (await ctx.get(`/${id}`, north)).body as TherapyEpisode;
    expect(past).toMatchObject({ state: 'open', planVersion: 1, visits: 1, allowed: [], directives: [] });
    expect(past.clinics).toHaveLength(1);
    expect(told((await ctx.get(`/${id}?on=2027-04-07`, north)).body as TherapyEpisode)).toHaveLength(1);
    const list = async (as: string) =>
      ((await ctx.get(`/${id}/visits`, as)).body as { items: { note: string }[] }).items.map(({ note }) => note);
    expect(await list(north)).toEqual(['note of 2027-04-06T12:00:00Z']);
    expect(await list(south)).toEqual(['note of 2027-04-09T12:00:00Z']);
    expect(await list('physician')).toHaveLength(2);
    for (const act of ['visits', 'progress', 'discharge'] as const) {
      const body = { visits: visit('2027-04-09T12:00:00Z'), progress: { concern: 'x' }, discharge: {} }[act];
      expect((await ctx.act(id, act, body)).status).toBe(act === 'discharge' ? 400 : 404);
    }
  });

  it('leaves nothing with a clinic that declined or did nothing', async () => {
    const declined = newMember();
    const plan = ctx.newPlan([declined]);
    await plan.publish(1, { rehab: [rehab()] });
    await plan.ends(declined, 'declined');
    expect(await plan.episodes(north)).toEqual([]);
  });
});
