import type { PlanDocumentInput, TherapyEpisode } from '#contracts';
import { createTherapyTest, newMember, rehab, type TherapyTest } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

/** Stands in every text that an author or a pelvic-floor therapist can write. */
const mark = 'MARKPELVIC';
const hidden = new RegExp(`${mark}|pelvi|pudend|down-training|breath-work|sit-min|R10\\.2`, 'i');

const document: PlanDocumentInput = {
  diagnoses: [
    { id: 'd1', code: 'M75.41', group: 'shoulder', status: 'confirmed', side: 'right' },
    { id: 'd2', code: 'R10.23', group: 'pelvic-pain', status: 'confirmed', text: mark, question: mark },
  ],
  rehab: [
    rehab({ diagnosisId: 'd1', program: ['rotator-cuff'] }),
    rehab({
      id: 'r2',
      discipline: 'pelvic-floor-therapy',
      diagnosisId: 'd2',
      program: ['down-training', 'breath-work'],
      progression: { measure: 'sit-min', op: 'gte', value: 20, then: mark },
      restrictions: [
        { id: 'x1', kind: 'hold-all', region: mark, cause: mark, from: '2027-04-06', until: 'until-cleared' },
      ],
      targets: ['t2'],
      cause: mark,
    }),
  ],
  procedures: [
    {
      id: 'p1',
      type: 'pudendal-block',
      intent: 'therapeutic',
      status: 'scheduled',
      scheduledAt: '2027-04-08T14:00:00Z',
      diagnosisId: 'd2',
    },
  ],
  targets: [
    {
      ...{ id: 't2', kind: 'function', measure: 'sit-min', baseline: 10, target: 45, status: 'open', label: mark },
      trainedBy: 'pelvic-floor-therapy',
    },
  ],
};
const visitedAt = '2027-04-06T12:00:00Z';

/** A plan with both disciplines, and everything done that leaves a trace in the pelvic-floor episode. */
async function traces(pelvicPartner: string) {
  const team = [newMember(), newMember({ role: 'pelvic-floor-therapy', partnerId: pelvicPartner })];
  const plan = ctx.newPlan(team);
  await plan.publish(1, document);
  const episodes = await plan.episodes();
  const of = (discipline: string) => episodes.find((one) => one.discipline === discipline)?.id as string;
  const pelvic = of('pelvic-floor-therapy');
  const as = `partner:${pelvicPartner}`;
  const act = async (what: Parameters<TherapyTest['act']>[1], body: object) => {
    const { status } = await ctx.act(pelvic, what, body, { as });
    expect(status).toBe(201);
  };
  await act('visits', { visitedAt, region: mark, reason: mark, note: mark, done: ['down-training'] });
  await act('progress', {
    measurements: [{ targetId: 't2', measure: 'sit-min', value: 20, measuredAt: visitedAt }],
    flare: { pattern: 'neuropathic', trigger: mark, hours: 3 },
    concern: mark,
    patientWords: mark,
  });
  await act('certification', { kind: 'signed', on: '2027-04-06' });
  await act('dose-change', { proposal: { progression: mark }, reason: mark });
  ctx.clock.set('2027-07-01T13:00:00Z');
  return { plan, pelvic, shoulder: of('physical-therapy') };
}

/** Every route that therapy has for reading, as one reader gets it without asking for a discipline. */
async function everythingFor(
  as: string,
  { planId, patientId }: { planId: string; patientId: string },
  episode: string,
) {
  const urls = [
    `/episodes?plan=${planId}`,
    `/episodes?patient=${patientId}&on=2027-04-07`,
    `/episodes/${episode}?on=2027-04-07`,
    `/episodes/${episode}/page?on=2027-04-07`,
    `/episodes/${episode}/visits`,
    `/episodes/${episode}/progress`,
    `/dose-changes?plan=${planId}`,
    `/due?plan=${planId}`,
  ];
  return Promise.all(
    urls.map(async (url) => {
      const { status, body } = await ctx.read<{ items?: unknown[] }>(url, as);
      expect([url, status]).toEqual([url, 200]);
      return body;
    }),
  );
}

describe('pelvic-floor therapy', () => {
  it.each([
    ['another clinic', 'pelvic-rehab'],
    ['the same organization', 'pt-north'],
  ])('of %s is in no list, count, page or row that physical therapy reads', async (_, holder) => {
    const { plan, pelvic, shoulder } = await traces(holder);
    const read = await everythingFor('partner:pt-north', plan, shoulder);
    expect(JSON.stringify(read)).not.toMatch(hidden);
    expect(JSON.stringify(read)).not.toContain(pelvic);
    expect(read.map(({ items }) => items?.length)).toEqual([1, 1, undefined, undefined, 0, 0, 0, 0]);
  });

  it('is there for its own clinic, under a neutral title', async () => {
    const { plan, pelvic } = await traces('pelvic-rehab');
    const [list, , episode, , visits, reports, asked, due] = await everythingFor('partner:pelvic-rehab', plan, pelvic);
    for (const page of [list, visits, reports, asked, due]) expect(page?.items).toHaveLength(1);
    expect((episode as unknown as TherapyEpisode).title).toBe('Clinic visit');
    const titles = [list, asked, due].map((page) => (page?.items?.[0] as { title: string }).title);
    expect(titles).toEqual(['Clinic visit', 'Clinic visit', 'Clinic visit']);
  });

  it('is there for an organization with both disciplines where it asks for it', async () => {
    const { plan, pelvic } = await traces('pt-north');
    for (const url of ['/episodes', '/dose-changes', '/due']) {
      const { body } = await ctx.read<{ items: { id?: string; episodeId?: string }[] }>(
        `${url}?plan=${plan.planId}&discipline=pelvic-floor-therapy`,
        'partner:pt-north',
      );
      expect(body.items.map(({ id, episodeId }) => episodeId ?? id)).toEqual([pelvic]);
    }
  });

  it('answers another clinic as if it did not exist, whatever it tries', async () => {
    const { pelvic } = await traces('pelvic-rehab');
    for (const part of ['', '/page', '/visits', '/progress', '/discharge'])
      expect([part, (await ctx.get(`/${pelvic}${part}`, 'partner:pt-north')).status]).toEqual([part, 404]);
    const bodies = {
      visits: { visitedAt },
      progress: { concern: 'x' },
      'dose-change': { proposal: { minutes: 30 }, reason: 'x' },
      certification: { kind: 'signed', on: '2027-04-06' },
    } as const;
    for (const [act, body] of Object.entries(bodies))
      expect((await ctx.act(pelvic, act as keyof typeof bodies, body)).status).toBe(404);
  });

  it('learns nothing of its targets by trying their ids', async () => {
    const { shoulder } = await traces('pelvic-rehab');
    const report = (targetId: string) =>
      ctx.act(shoulder, 'progress', {
        measurements: [{ targetId, measure: 'sit-min', value: 20, measuredAt: visitedAt }],
      });
    const [known, unknown] = [await report('t2'), await report('t9')];
    expect([known.status, (known.body as { errors: object[] }).errors]).toEqual([
      400,
      (unknown.body as { errors: object[] }).errors,
    ]);
  });

  it('is named in no event about the physical-therapy episode', async () => {
    const { plan, shoulder } = await traces('pt-north');
    await ctx.act(shoulder, 'visits', { visitedAt, note: 'fine' });
    const about = (await plan.events()).filter(([, data]) => (data as { episodeId: string }).episodeId === shoulder);
    expect(about.map(([type]) => type)).toEqual(['therapy.episode-opened', 'therapy.visit-recorded']);
    expect(JSON.stringify(about)).not.toMatch(hidden);
    // What is written by hand in the record of a visit, or said by the patient, is in no event at all.
    const told = (await plan.events()).filter(([type]) => type === 'therapy.visit-recorded');
    expect(JSON.stringify(told)).not.toContain(mark);
  });
});
