import { randomUUID } from 'node:crypto';
import { handoffAssigned, type BehavioralEpisode, type Page, type PlanDocumentInput } from '#contracts';
import { createBehavioralHealthTest, newMember, only, type BehavioralHealthTest } from './behavioral-health.context.js';

let ctx: BehavioralHealthTest;
beforeAll(async () => {
  ctx = await createBehavioralHealthTest();
});
afterAll(() => ctx?.close());

const document: PlanDocumentInput = { behavioral: [{ id: 'b1', kind: 'cbt', status: 'requested' }] };
const mindful = 'partner:mindful-pain';

describe('episodes are hidden', () => {
  it('from a partner that does not treat the patient, as if they did not exist', async () => {
    const plan = ctx.newPlan([newMember(), newMember({ role: 'physical-therapy', partnerId: 'pt-north' })]);
    await plan.publish(1, document);
    const episode = only(await plan.episodes());
    for (const as of ['partner:pt-north', 'partner:other-minds']) {
      expect(await plan.episodes(as)).toEqual([]);
      const foreign = await ctx.get(`/${episode.id}`, as);
      const missing = await ctx.get(`/${randomUUID()}`, as);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect((foreign.body as { detail: string }).detail).toBe((missing.body as { detail: string }).detail);
      expect(await ctx.move(episode.id, 'engage', { as })).toMatchObject({ status: 404 });
    }
  });

  it('from everybody at the clinic but the physician, who reads and does not move', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, document);
    const episode = only(await plan.episodes('physician'));
    expect(episode).toMatchObject({ state: 'requested', allowed: [] });
    expect(await ctx.move(episode.id, 'engage', { as: 'physician' })).toMatchObject({ status: 403 });
    for (const as of ['coordinator', 'administrator', 'operator']) {
      expect(await ctx.get('', as)).toMatchObject({ status: 403 });
      expect(await ctx.get(`/${episode.id}`, as)).toMatchObject({ status: 403 });
    }
  });

  it('from a member that is only proposed, until it joins, and again after it left', async () => {
    const member = newMember({ status: 'proposed' });
    const plan = ctx.newPlan([member]);
    await plan.publish(1, document);
    expect(await plan.episodes()).toEqual([]);
    await plan.joins({ ...member, status: 'active' });
    const episode = only(await plan.episodes());
    await plan.ends(member);
    expect(await plan.episodes()).toEqual([]);
    expect(await ctx.move(episode.id, 'engage')).toMatchObject({ status: 404 });
  });

  it('from a member that left, also when an assignment is told late', async () => {
    const member = newMember();
    const plan = ctx.newPlan([]);
    await plan.publish(1, document);
    const assigned = () =>
      handoffAssigned.of({
        subject: plan.patientId,
        time: ctx.clock.now(),
        data: {
          handoffId: randomUUID(),
          planId: plan.planId,
          patientId: plan.patientId,
          role: 'behavioral-health',
          memberId: member.memberId,
          partnerId: member.partnerId,
          assignedAt: ctx.clock.now().toISOString(),
          by: { sub: 'c', name: 'C', role: 'coordinator' },
        },
      });
    await ctx.send(assigned());
    expect(await plan.episodes()).toHaveLength(1);
    await plan.ends(member);
    await ctx.send(assigned());
    expect(await plan.episodes()).toEqual([]);
  });
});

describe('episodes are listed', () => {
  it('newest request first, page by page, for one patient', async () => {
    const plan = ctx.newPlan();
    const item = (id: string) => ({ id, kind: 'sleep', status: 'requested' }) as const;
    await plan.publish(1, { behavioral: [item('b1'), item('b2')] });
    ctx.clock.advance('P1D');
    await plan.publish(2, { behavioral: [item('b1'), item('b2'), item('b3')] });
    const page = async (query: string) =>
      (await ctx.get(`?patient=${plan.patientId}&limit=2${query}`, mindful)).body as Page<BehavioralEpisode>;
    const first = await page('');
    const second = await page(`&cursor=${encodeURIComponent(first.next ?? '')}`);
    const shown = [...first.items, ...second.items];
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect(shown.map((episode) => episode.id)).toEqual((await plan.episodes()).map((episode) => episode.id));
    expect(shown[0]?.requestedAt).toBe(ctx.clock.now().toISOString());
  });
});
