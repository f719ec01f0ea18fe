import type { DoseChange, Page, TherapyEpisode } from '#contracts';
import { createTherapyTest, newMember, only, rehab, type TherapyTest, wholeDischarge } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());

const north = 'partner:pt-north';
const dose = { sessionsPerWeek: 2, weeks: 6 };
const ask = {
  proposal: { sessionsPerWeek: 1, progression: 'slower exposure' },
  reason: 'Nerve glides flare for a day.',
};

async function asked() {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [rehab({ dose })] });
  const { id } = only(await plan.episodes(north));
  const answer = await ctx.act(id, 'dose-change', ask);
  expect(answer.status).toBe(201);
  const request = answer.body as DoseChange;
  const seen = async (as = north) => (await ctx.read<DoseChange>(`/dose-changes/${request.id}`, as)).body;
  const news = async () => (await plan.events()).filter(([type]) => type.startsWith('therapy.dose-change'));
  return { plan, id, request, seen, news };
}

describe('a question about the dose', () => {
  it('reaches the physician with proposal and reason, one at a time', async () => {
    const { id, request, news } = await asked();
    const proposal = 'one session a week, progression: slower exposure';
    expect(request).toMatchObject({ state: 'open', proposal, reason: ask.reason, answer: null, partnerId: 'pt-north' });
    expect(await news()).toEqual([
      [
        'therapy.dose-change-requested',
        expect.objectContaining({ requestId: request.id, rehabItemId: 'r1', proposal }),
      ],
    ]);
    expect(await ctx.act(id, 'dose-change', ask)).toMatchObject({ status: 409, body: { doseChangeId: request.id } });
    expect(await ctx.act(id, 'dose-change', { proposal: {}, reason: 'x' })).toMatchObject({ status: 400 });
    expect(await news()).toHaveLength(1);
  });

  it('is answered by the version that changes what is prescribed, and by no other', async () => {
    const { plan, seen, news } = await asked();
    await plan.publish(2, { rehab: [rehab({ dose, cause: 'said otherwise' })], notes: 'More.' });
    expect((await seen()).state).toBe('open');
    await plan.publish(3, { rehab: [rehab({ dose: { ...dose, sessionsPerWeek: 1 } })] });
    expect(await seen()).toMatchObject({ state: 'answered', answer: { version: 3, reply: null } });
    expect((await news()).at(-1)).toEqual([
      'therapy.dose-change-answered',
      expect.objectContaining({ byVersion: 3, reply: null }),
    ]);
  });

  it('or by the physician in words, once', async () => {
    const { request, seen, news, plan } = await asked();
    const reply = (as: string) => ctx.post(`/dose-changes/${request.id}/reply`, as, { reply: 'Keep on for a week.' });
    expect([(await reply(north)).status, (await reply('coordinator')).status]).toEqual([403, 403]);
    expect(await reply('physician')).toMatchObject({ status: 200, body: { state: 'answered' } });
    expect((await seen()).answer).toMatchObject({ version: null, reply: 'Keep on for a week.' });
    expect(await reply('physician')).toMatchObject({ status: 409 });
    await plan.publish(2, { rehab: [rehab({ dose: { ...dose, sessionsPerWeek: 1 } })] });
    expect(await news()).toHaveLength(2);
  });

  it.each(['discharged', 'ended by the plan', 'handed over'])('waits no more when the course is %s', async (how) => {
    const { plan, id, seen, news } = await asked();
    if (how === 'discharged') await ctx.act(id, 'discharge', wholeDischarge);
    else if (how === 'ended by the plan') await plan.publish(2, {});
    else await plan.joins(newMember({ memberId: '00000000-0000-4000-8000-000000000000', partnerId: 'pt-south' }));
    expect((await seen('physician')).state).toBe('course-ended');
    expect((await news()).at(-1)?.[1]).toMatchObject({ byVersion: null, reply: null });
  });

  it('is nobody else’s, and not asked of a course that is over', async () => {
    const { plan, id, request } = await asked();
    expect(await ctx.read(`/dose-changes/${request.id}`, 'partner:pt-south')).toMatchObject({ status: 404 });
    const list = async (as: string) =>
      (await ctx.read<Page<DoseChange>>(`/dose-changes?plan=${plan.planId}&state=open`, as)).body.items.length;
    expect([await list(north), await list('physician'), await list('partner:pt-south')]).toEqual([1, 1, 0]);
    await plan.publish(2, { rehab: [rehab({ status: 'completed' })] });
    expect(await ctx.act(id, 'dose-change', ask)).toMatchObject({ status: 409 });
  });
});

it('a report says how it goes, and flares are kept by pattern', async () => {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [rehab()] });
  const { id } = only(await plan.episodes(north));
  const flare = { pattern: 'neuropathic', trigger: 'nerve glides', hours: 24 };
  const words = { visitsDone: 4, adherence: 'partly', patientWords: 'It burns like fire at night.' };
  await ctx.act(id, 'progress', { flare });
  ctx.clock.advance('PT1H');
  const { body } = await ctx.act(id, 'progress', { flare: { ...flare, hours: 30 }, ...words });
  expect((body as TherapyEpisode).flares).toEqual([
    expect.objectContaining({ pattern: 'neuropathic', times: 2, longestHours: 30 }),
  ]);
  const reports = (await ctx.get(`/${id}/progress`, 'physician')).body as { items: object[] };
  expect(reports.items[0]).toMatchObject(words);
  const told = (await plan.events()).slice(1);
  expect(told.map(([, data]) => (data as { flareOccurrence: number }).flareOccurrence)).toEqual([1, 2]);
  expect(told[1]?.[1]).toMatchObject({ visitsDone: 4, adherence: 'partly' });
  expect(JSON.stringify(told)).not.toContain('burns like fire');
});
