import { eventCatalogue, type CreatedPlan, type PlanDocumentInput, type TimelineEntry } from '#contracts';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';
import { samplesFor } from './timeline-samples.js';

/** Told by another sentence, or by nobody's business. */
const silent: Record<string, string> = {
  'handoff.marked': 'a note of the worklist, for those who work on it',
  'follow-up.due': 'the work item that it opens says so, in the same minute',
  'delivery.release-undelivered': 'that there is a release is nobody’s business on this page; the coordinator has it',
};

/** The timeline's own name for an event that is told by what follows from it. */
const toldAs: Record<string, string> = { 'handoff.assigned': 'care-team.member-joined' };

/** The step exists in the contracts; its sentence comes with the service that takes it. */
const toCome: readonly string[] = [
  'behavioral-health.safety-raised',
  'behavioral-health.consent-changed',
  'behavioral-health.release-made',
  'therapy.dose-change-requested',
];

const ofPatients = eventCatalogue.filter(({ topic }) => topic !== 'throughline.partner.v1').map(({ name }) => name);

/** What this service itself says, by what people do here. */
const ownNames = ofPatients.filter((name) => /^(plan|care-team|target|red-flag|patient|follow-up)\./.test(name));

/** A number of a rule, an id, an instant, a hole: nothing that people read. */
const unreadable = /\b[A-Z]{2}-\d{2}\b|[0-9a-f]{8}-[0-9a-f]{4}-|\d{4}-\d{2}-\d{2}T|undefined|null|\{|\}| {2}|\.\.$/;

const flaws = ({ type, text }: TimelineEntry): string[] => [
  ...(unreadable.test(text) ? [`${type} is not readable: ${text}`] : []),
  ...(/^\p{Lu}/u.test(text) && /[.?!]$/.test(text) ? [] : [`${type} is no sentence: ${text}`]),
];

const walking: PlanDocumentInput = {
  ...therapyPlan,
  diagnoses: [{ id: 'dx1', code: 'M53.3', group: 'sacroiliac', side: 'right', status: 'confirmed' }],
  targets: [
    {
      ...{ id: 't1', kind: 'life-goal', measure: 'walk-min', baseline: 10, target: 30, reviewEveryWeeks: 2 },
      ...{ trainedBy: 'physical-therapy', status: 'open' },
    },
  ],
};

describe('The timeline of a patient', () => {
  let context: Context;
  beforeEach(async () => {
    context = await startPainPlan();
    context.clock.set('2027-04-06T14:00:00Z');
  });
  afterEach(() => context.close());

  it('knows every event of a patient that there is', async () => {
    const samples = Object.keys(samplesFor(await context.newPlan()));
    const known = [...samples, ...ownNames];
    expect(ofPatients.filter((name) => !known.includes(name))).toEqual([]);
    expect([...Object.keys(silent), ...toCome].filter((name) => !ofPatients.includes(name))).toEqual([]);
  });

  it('says in one readable sentence what other services tell, and leads to the handoff that it tells of', async () => {
    const plan = await context.newPlan();
    const found: string[] = [];
    for (const [name, event] of Object.entries(samplesFor(plan))) {
      const before = await context.timeline(plan.patientId, 'physician');
      await context.receive(event);
      const after = await context.timeline(plan.patientId, 'physician');
      const told = after.filter(({ id }) => !before.some((known) => known.id === id));
      const isTold = told.some(({ type }) => type === (toldAs[name] ?? name));
      if (!isTold && silent[name] === undefined && !toCome.includes(name)) found.push(`${name} leaves no sentence`);
      found.push(...told.flatMap(flaws));
      const { handoffId } = event.data as { handoffId?: string };
      if (isTold && handoffId !== undefined && name.startsWith('handoff.') && !toldAs[name]) {
        const leads = told.some(({ source }) => source?.kind === 'handoff' && source.id === handoffId);
        if (!leads) found.push(`${name} does not lead to its handoff`);
      }
    }
    expect(found).toEqual([]);
  });

  const post = async (path: string, as: string, body: unknown, headers = {}): Promise<void> => {
    const answer = await context.request('POST', path, { as: as as never, body, headers });
    expect([path, answer.status, answer.status < 300 ? '' : answer.body]).toEqual([path, answer.status, '']);
  };
  const measure = async (plan: CreatedPlan, value: number): Promise<void> => {
    context.clock.advance('P14D');
    const body = { value, measuredAt: context.clock.now().toISOString() };
    await post(`/api/plans/${plan.id}/targets/t1/measurements`, 'physician', body);
  };

  it('says in one readable sentence what is done here', async () => {
    const plan = await context.newPlan({ document: walking });
    const packet = await context.request('PUT', `/api/patients/${plan.patientId}/history-packet`, {
      as: 'coordinator',
      body: {},
    });
    expect([packet.status, packet.body]).toEqual([200, expect.anything()]);
    for (const value of [10, 10, 10]) await measure(plan, value);
    const other = await context.newPlan({ document: walking });
    for (const value of [4, 2]) await measure(other, value);
    await context.publish(plan.id, 1, { ...walking, notes: 'Seen.', reviewDate: '2027-09-01' });
    await post(`/api/plans/${plan.id}/versions/2/entered-in-error`, 'physician', { reason: 'another patient' });
    await post(`/api/patients/${plan.patientId}/triage`, 'coordinator', { redFlags: [{ kind: 'cauda-equina' }] });
    const team = `/api/plans/${plan.id}/team`;
    const body = { partnerId: 'family-care' };
    expect((await context.request('PUT', `${team}/primary-care`, { as: 'coordinator', body })).status).toBe(200);
    await context.request('DELETE', `${team}/primary-care`, { as: 'coordinator' });

    const entries = [...(await context.timeline(plan.patientId)), ...(await context.timeline(other.patientId))];
    const types = entries.map(({ type }) => type);
    expect(ownNames.filter((name) => silent[name] === undefined && !types.includes(name))).toEqual([]);
    expect(entries.flatMap(flaws)).toEqual([]);
  });
});
