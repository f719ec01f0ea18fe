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
      body: { id, state: 'engaged', allowed: ['complete', 'stop'] },
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
        data: { ...ref, itemId: 'b1', clearance: null, completedAt, by },
      },
    ]);
  });

  it('answers a pre-implant evaluation with cleared or not cleared, and nothing else with it', async () => {
    const { id, patientId } = await newEpisode('pre-implant-evaluation');
    const refused = { status: 400, body: { errors: [{ path: 'clearance', message: expect.any(String) }] } };
    expect(await ctx.move(id, 'complete')).toMatchObject(refused);
    expect(await ctx.move(id, 'complete', { body: {} })).toMatchObject(refused);
    expect(await ctx.move(id, 'complete', { body: { clearance: 'pending' } })).toMatchObject({ status: 400 });
    const unfit = { status: 400, body: { errors: [{ path: 'reason', message: expect.any(String) }] } };
    expect(await ctx.move(id, 'complete', { body: { clearance: 'not-cleared' } })).toMatchObject(unfit);
    expect(await ctx.move(id, 'complete', { body: { clearance: 'cleared', reason: 'x' } })).toMatchObject(unfit);
    expect(await eventsOf(patientId)).toEqual([]);

    const reason = 'expects the device to end all pain';
    const answered = await ctx.move(id, 'complete', { body: { clearance: 'not-cleared', reason }, key: 'once' });
    expect(answered).toMatchObject({ status: 200, body: { state: 'completed', clearance: 'not-cleared' } });
    expect(JSON.stringify([answered.body, await ctx.events()])).not.toContain(reason);
    expect(await eventsOf(patientId)).toMatchObject([{ data: { clearance: 'not-cleared' } }]);

    const other = await newEpisode('cbt');
    expect(await ctx.move(other.id, 'complete', { body: { clearance: 'cleared' } })).toMatchObject(refused);
  });

  it('is refused what the state forbids, and told what it allows', async () => {
    const { id } = await newEpisode('cbt', 'requested');
    expect(await ctx.move(id, 'complete')).toMatchObject({
      status: 409,
      body: { state: 'requested', allowed: ['engage', 'stop'] },
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

  it('stops what does not go on, status only', async () => {
    const { id, planId, patientId, kind } = await newEpisode('cbt');
    expect(await ctx.move(id, 'stop')).toMatchObject({ status: 200, body: { state: 'stopped', allowed: [] } });
    expect(await eventsOf(patientId)).toEqual([
      {
        type: 'org.throughline.behavioral-health.episode-stopped.v1',
        data: {
          episodeId: id,
          planId,
          patientId,
          kind,
          stoppedAt: ctx.clock.now().toISOString(),
          by: expect.anything(),
        },
      },
    ]);
  });

  it('says why not cleared to physicians and to its own, and every reading is on record', async () => {
    const { id, patientId } = await newEpisode('pre-implant-evaluation');
    const reason = 'unstable mood, to be seen again in three months';
    await ctx.move(id, 'complete', { body: { clearance: 'not-cleared', reason }, key: 'not-cleared' });
    const read = (as: string) => ctx.get(`/${id}/clearance-reason`, as);
    expect(await read('physician')).toMatchObject({ status: 200, body: { episodeId: id, reason } });
    expect(await read('partner:mindful-pain')).toMatchObject({ status: 200, body: { reason } });
    expect(await read('partner:family-care')).toMatchObject({ status: 404 });
    for (const as of ['coordinator', 'administrator', 'operator']) expect((await read(as)).status).toBe(403);
    expect(JSON.stringify((await ctx.get(`/${id}`, 'physician')).body)).not.toContain(reason);
    expect(await ctx.everythingStored()).not.toContain(reason);
    const { body } = await ctx.api<{ items: object[] }>('GET', `/access?patient=${patientId}`, 'administrator');
    expect(body.items).toMatchObject([
      { what: 'clearance-reason', recordId: id, basis: 'treating', by: { partnerId: 'mindful-pain' } },
      { what: 'clearance-reason', recordId: id, basis: 'physician', by: { role: 'physician' } },
    ]);
  });
});
