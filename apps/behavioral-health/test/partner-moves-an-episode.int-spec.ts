import { createBehavioralHealthTest, only, type BehavioralHealthTest } from './behavioral-health.context.js';

let ctx: BehavioralHealthTest;
beforeAll(async () => {
  ctx = await createBehavioralHealthTest();
});
afterAll(() => ctx?.close());

type Kind = 'cbt' | 'pre-implant-evaluation';
const newEpisode = async (kind: Kind, status: 'requested' | 'engaged' = 'engaged') => {
  const plan = ctx.newPlan();
  await plan.publish(1, { behavioral: [{ id: 'b1', kind, status }] });
  return only(await plan.episodes());
};
const eventsOf = async (patientId: string) =>
  (await ctx.events()).filter((event) => event.subject === patientId).map(({ type, data }) => ({ type, data }));

describe('the treating partner moves an episode', () => {
  it('from requested over engaged to completed, and each step is told by status alone', async () => {
    const { id, planId, patientId, kind } = await newEpisode('cbt', 'requested');
    const engagedAt = ctx.clock.now().toISOString();
    expect(await ctx.move(id, 'engage')).toMatchObject({
      status: 200,
      body: { id, state: 'engaged', allowed: ['complete'] },
    });
    ctx.clock.advance('P7D');
    const completedAt = ctx.clock.now().toISOString();
    expect(await ctx.move(id, 'complete')).toMatchObject({
      status: 200,
      body: { state: 'completed', clearance: null, allowed: [], changedAt: completedAt },
    });
    const ref = { episodeId: id, planId, patientId, kind };
    const by = expect.objectContaining({ role: 'partner', partnerId: 'mindful-pain' });
    expect(await eventsOf(patientId)).toEqual([
      { type: 'org.throughline.behavioral-health.episode-engaged.v1', data: { ...ref, engagedAt, by } },
      {
        type: 'org.throughline.behavioral-health.episode-completed.v1',
        data: { ...ref, clearance: null, completedAt, by },
      },
    ]);
  });

  it('answers a pre-implant evaluation with cleared or not cleared, and nothing else with it', async () => {
    const { id, patientId } = await newEpisode('pre-implant-evaluation');
    const refused = { status: 400, body: { errors: [{ path: 'clearance', message: expect.any(String) }] } };
    expect(await ctx.move(id, 'complete')).toMatchObject(refused);
    expect(await ctx.move(id, 'complete', { body: {} })).toMatchObject(refused);
    expect(await ctx.move(id, 'complete', { body: { clearance: 'pending' } })).toMatchObject({ status: 400 });
    expect(await ctx.move(id, 'complete', { body: { clearance: 'not-cleared', reason: 'x' } })).toMatchObject({
      status: 400,
    });
    expect(await eventsOf(patientId)).toEqual([]);

    expect(await ctx.move(id, 'complete', { body: { clearance: 'not-cleared' } })).toMatchObject({
      status: 200,
      body: { state: 'completed', clearance: 'not-cleared' },
    });
    expect(await eventsOf(patientId)).toMatchObject([{ data: { clearance: 'not-cleared' } }]);

    const other = await newEpisode('cbt');
    expect(await ctx.move(other.id, 'complete', { body: { clearance: 'cleared' } })).toMatchObject(refused);
  });

  it('is refused what the state forbids, and told what it allows', async () => {
    const { id } = await newEpisode('cbt', 'requested');
    expect(await ctx.move(id, 'complete')).toMatchObject({
      status: 409,
      body: { state: 'requested', allowed: ['engage'] },
    });
  });

  it('has its effect once when the request is repeated or doubled', async () => {
    const { id, patientId } = await newEpisode('cbt', 'requested');
    const first = await ctx.move(id, 'engage', { key: 'engage-once' });
    const repeated = await ctx.move(id, 'engage', { key: 'engage-once' });
    expect(repeated).toMatchObject({ status: first.status, body: first.body as object });
    const doubled = await Promise.all([ctx.move(id, 'complete'), ctx.move(id, 'complete')]);
    expect(doubled.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await eventsOf(patientId)).toHaveLength(2);
  });
});
