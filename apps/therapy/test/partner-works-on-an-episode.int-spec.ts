import { createTherapyTest, only, rehab, type TherapyTest, wholeDischarge } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());

const visitedAt = '2027-04-06T12:00:00.000Z';
const target = { kind: 'function', baseline: 10, target: 40, status: 'open' } as const;
const targets = [
  { ...target, id: 't1', measure: 'walk-min', trainedBy: 'physical-therapy' },
  { ...target, id: 't2', measure: 'isi', trainedBy: 'behavioral-health' },
] as const;

async function newEpisode(status: 'active' | 'held' | 'completed' = 'active') {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [rehab({ status })], targets: [...targets] });
  const { id } = only(await plan.episodes());
  const news = async () => (await plan.events()).slice(1);
  return { plan, id, news };
}
const by = expect.objectContaining({ role: 'partner', partnerId: 'pt-north' });
const measured = (targetId: string, measure = 'walk-min') => ({ targetId, measure, value: 20, measuredAt: visitedAt });

describe('the partner', () => {
  it('records visits, which are numbered, also two at once, and its note is not told', async () => {
    const { id, news } = await newEpisode();
    expect(await ctx.act(id, 'visits', { visitedAt, note: 'did well' })).toMatchObject({
      status: 201,
      body: { visits: 1 },
    });
    await Promise.all([ctx.act(id, 'visits', { visitedAt }), ctx.act(id, 'visits', { visitedAt })]);
    const told = await news();
    expect(told.map(([type, data]) => [type, (data as { visitNumber: number }).visitNumber])).toEqual([
      ['therapy.visit-recorded', 1],
      ['therapy.visit-recorded', 2],
      ['therapy.visit-recorded', 3],
    ]);
    expect(told[0]?.[1]).toMatchObject({ episodeId: id, partnerId: 'pt-north', visitedAt, by });
    expect(JSON.stringify(told)).not.toContain('did well');
  });

  it('has its effect once when the request is repeated', async () => {
    const { id, news } = await newEpisode();
    const visit = () => ctx.act(id, 'visits', { visitedAt }, { key: `visit-${id}` });
    const first = await visit();
    expect(await visit()).toMatchObject({ status: first.status, body: first.body as object });
    expect(await news()).toHaveLength(1);
  });

  it('reports measures, a flare and a concern, also while therapy is held', async () => {
    const { id, news } = await newEpisode('held');
    const flare = { pattern: 'neuropathic', trigger: 'nerve glides', hours: 24 };
    const report = { measurements: [measured('t1')], flare, concern: 'Lower the dose?' };
    expect(await ctx.act(id, 'progress', report)).toMatchObject({ status: 201, body: { id, state: 'held' } });
    expect(await ctx.act(id, 'progress', { measurements: [measured('t1')] })).toMatchObject({ status: 201 });
    expect(await news()).toEqual([
      [
        'therapy.progress-reported',
        expect.objectContaining({ ...report, reportedAt: ctx.clock.now().toISOString(), by }),
      ],
      ['therapy.progress-reported', expect.objectContaining({ flare: null, concern: null })],
    ]);
  });

  it('is refused measures of targets that are not there or not its own, in the same words', async () => {
    const { id, news } = await newEpisode();
    const measurements = [measured('t1'), measured('t2', 'isi'), measured('t9'), measured('t1', 'walk-m')];
    const answer = await ctx.act(id, 'progress', { measurements });
    const { errors } = answer.body as { errors: { path: string; message: string }[] };
    expect([answer.status, errors.map(({ path }) => path)]).toEqual([
      400,
      ['measurements[1].targetId', 'measurements[2].targetId', 'measurements[3].measure'],
    ]);
    expect(errors[0]?.message).toBe(errors[1]?.message);
    expect(await ctx.act(id, 'progress', {})).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'measurements' }] },
    });
    expect(await news()).toEqual([]);
  });

  it('tells what took place: a visit or a measure of the future is refused by its name', async () => {
    const { id, news } = await newEpisode();
    const tomorrow = '2027-04-07T12:00:00.000Z';
    expect(await ctx.act(id, 'visits', { visitedAt: tomorrow })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'visitedAt' }] },
    });
    const measurements = [measured('t1'), { ...measured('t1'), measuredAt: tomorrow }];
    expect(await ctx.act(id, 'progress', { measurements })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'measurements[1].measuredAt' }] },
    });
    expect(await news()).toEqual([]);
  });

  it('discharges with a whole summary and the last measures, and then nothing is taken any more', async () => {
    const { plan, id, news } = await newEpisode();
    await ctx.act(id, 'visits', { visitedAt });
    const half = await ctx.act(id, 'discharge', { summary: 'Done.' });
    const { errors } = half.body as { errors: { path: string }[] };
    expect([half.status, errors.map(({ path }) => path).sort()]).toEqual([
      400,
      ['homeProgram', 'outcome', 'returnWhen'],
    ]);
    const impossible = { ...wholeDischarge, measurements: [{ ...measured('t1'), value: -3 }] };
    expect(await ctx.act(id, 'discharge', impossible)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'measurements[0].value' }] },
    });
    const whole = { ...wholeDischarge, measurements: [measured('t1')] };
    expect(await ctx.act(id, 'discharge', whole)).toMatchObject({
      status: 200,
      body: { state: 'discharged', allowed: [] },
    });
    expect((await news()).slice(1)).toEqual([
      ['therapy.progress-reported', expect.objectContaining({ measurements: [measured('t1')] })],
      ['therapy.discharged', expect.objectContaining({ ...whole, visits: 1, by })],
    ]);
    expect((await ctx.get(`/${id}/discharge`, 'physician')).body).toMatchObject({ ...whole, visits: 1 });
    const refused = { status: 409, body: { state: 'discharged', allowed: [] } };
    expect(await ctx.act(id, 'visits', { visitedAt })).toMatchObject(refused);
    expect(await ctx.act(id, 'progress', { concern: 'x' })).toMatchObject(refused);
    expect(await ctx.act(id, 'discharge', wholeDischarge)).toMatchObject(refused);
    await plan.publish(2, { rehab: [rehab()] });
    expect(only(await plan.episodes()).state).toBe('discharged');
  });

  it('sends the last visit and the summary also after the plan ended the course', async () => {
    const { id } = await newEpisode('completed');
    expect(await ctx.act(id, 'visits', { visitedAt })).toMatchObject({ status: 201 });
    expect(await ctx.act(id, 'progress', { concern: 'x' })).toMatchObject({
      status: 409,
      body: { allowed: ['record-visit', 'certify', 'discharge'] },
    });
    expect(await ctx.act(id, 'discharge', wholeDischarge)).toMatchObject({ status: 200 });
  });
});
