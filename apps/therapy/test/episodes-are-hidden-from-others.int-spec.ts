import { randomUUID } from 'node:crypto';
import type { Page, TherapyEpisode } from '#contracts';
import { createTherapyTest, newMember, only, rehab, type TherapyTest } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());

const visit = { visitedAt: '2027-04-06T12:00:00Z' };
const north = 'partner:pt-north';

describe('episodes are hidden', () => {
  it('from partners that do not hold them, as if they did not exist', async () => {
    const plan = ctx.newPlan([newMember(), newMember({ role: 'pelvic-floor-therapy', partnerId: 'pelvic-rehab' })]);
    await plan.publish(1, { rehab: [rehab()] });
    const { id } = only(await plan.episodes(north));
    for (const as of ['partner:pelvic-rehab', 'partner:pt-south']) {
      expect(await plan.episodes(as)).toEqual([]);
      const foreign = await ctx.get(`/${id}`, as);
      const missing = await ctx.get(`/${randomUUID()}`, as);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect((foreign.body as { detail: string }).detail).toBe((missing.body as { detail: string }).detail);
      expect(await ctx.act(id, 'visits', visit, { as })).toMatchObject({ status: 404 });
    }
  });

  it('from everybody at the clinic but coordinator and physician, who read and do not write', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [rehab()] });
    const { id } = only(await plan.episodes('physician'));
    for (const as of ['coordinator', 'physician']) {
      expect(await ctx.get(`/${id}`, as)).toMatchObject({ status: 200, body: { id } });
      expect(await ctx.act(id, 'visits', visit, { as })).toMatchObject({ status: 403 });
    }
    for (const as of ['administrator', 'operator']) expect(await ctx.get('', as)).toMatchObject({ status: 403 });
  });

  it('from a member until it is active, and again after it left, also when told late', async () => {
    const member = newMember({ status: 'proposed' });
    const plan = ctx.newPlan([member]);
    await plan.publish(1, { rehab: [rehab()] });
    expect(await plan.episodes(north)).toEqual([]);
    await plan.joins({ ...member, status: 'active' });
    expect(await plan.episodes(north)).toHaveLength(1);
    await plan.ends(member);
    await plan.assigned(member);
    expect(await plan.episodes(north)).toEqual([]);
    const successor = newMember({ partnerId: 'pt-south' });
    await plan.assigned(successor);
    expect(only(await plan.episodes('partner:pt-south')).partnerId).toBe('pt-south');
  });

  it('from the member that is engaged for another item of the same discipline', async () => {
    const plan = ctx.newPlan([
      newMember({ engagedFor: ['r1'] }),
      newMember({ partnerId: 'pt-south', engagedFor: ['d2'] }),
    ]);
    await plan.publish(1, { rehab: [rehab(), rehab({ id: 'r2', diagnosisId: 'd2' })] });
    expect(only(await plan.episodes(north)).prescription.id).toBe('r1');
    expect(only(await plan.episodes('partner:pt-south')).prescription.id).toBe('r2');
  });
});

it('lists episodes page by page', async () => {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: ['r1', 'r2', 'r3'].map((id) => rehab({ id })) });
  const page = async (query: string) =>
    (await ctx.get(`?patient=${plan.patientId}&limit=2${query}`, north)).body as Page<TherapyEpisode>;
  const first = await page('');
  const second = await page(`&cursor=${encodeURIComponent(first.next ?? '')}`);
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
});
