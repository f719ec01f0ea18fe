import { type CloudEvent, type EventData, followUpDue, type PlanDocumentInput } from '#contracts';
import { fireDue } from '#timers/testing';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

type Procedure = NonNullable<PlanDocumentInput['procedures']>[number];

const block: Procedure = {
  id: 'p1',
  type: 'medial-branch-block',
  intent: 'diagnostic',
  side: 'right',
  level: ['L4', 'L5'],
  guidance: 'fluoroscopy',
  status: 'done',
  doneAt: '2027-04-06T09:30:00-04:00',
  override: { reason: 'axial pain, examined twice', by: 'Phil Physician' },
};
const withBlock = (fields: Partial<Procedure> = {}): PlanDocumentInput => ({
  ...therapyPlan,
  procedures: [{ ...block, ...fields }],
});

describe('The moments that a plan sets', () => {
  let context: Context;
  beforeEach(async () => {
    context = await startPainPlan();
    context.clock.set('2027-04-06T14:00:00Z');
  });
  afterEach(() => context.close());

  const due = async (): Promise<string[]> =>
    ((await context.events()) as CloudEvent<EventData<typeof followUpDue>>[])
      .filter(({ type }) => type === followUpDue.type)
      .map(({ data: { desk, kind } }) => `${desk}: ${kind}`);
  const at = async (instant: string): Promise<string[]> => {
    context.clock.set(instant);
    await fireDue(context.app);
    return due();
  };

  it('come in their turn, each once, to their desk', async () => {
    await context.newPlan({ document: withBlock() });
    expect(await at('2027-04-06T19:29:00Z')).toEqual([]);
    expect(await at('2027-04-06T19:31:00Z')).toEqual(['scheduling: diary-call']);
    expect(await at('2027-04-07T13:31:00Z')).toEqual(['scheduling: diary-call', 'scheduling: diary-call']);
    expect(await at('2027-04-08T12:00:00Z')).toContain('physician: result-missing');
    expect(await at('2027-04-08T13:00:00Z')).toHaveLength(3);
  });

  it('are gone when the plan has an answer, or ends', async () => {
    const plan = await context.newPlan({ document: withBlock() });
    const result = { reliefPercent: 30, concordant: false } as const;
    expect((await context.publish(plan.id, 1, withBlock({ result }))).status).toBe(201);
    expect(await at('2027-04-09T13:00:00Z')).toEqual([]);
    const ended = { ...withBlock({ result }), status: 'revoked', statusReason: 'moved away' } as const;
    expect((await context.publish(plan.id, 2, ended)).status).toBe(201);
    expect(await at('2027-06-30T13:00:00Z')).toEqual([]);
  });

  it('that had passed when the plan first spoke of them alarm nobody', async () => {
    await context.newPlan({ document: withBlock({ doneAt: '2027-03-01T09:30:00-05:00' }) });
    expect(await at('2027-04-06T14:01:00Z')).toEqual([]);
  });

  it('come all when several share a moment, what repeats among them too', async () => {
    const opioid = {
      id: 'm1',
      ingredient: { display: 'morphine' },
      class: 'opioid',
      dose: 10,
      status: 'active',
      stewardship: {
        context: 'chronic-non-cancer',
        functionalGoal: 't1',
        riskAssessedAt: '2027-04-06',
        riskLevel: 'low',
        monitoringIntervalDays: 21,
        naloxoneEducationAt: '2027-04-06',
        mmePerDay: 30,
      },
    } as const;
    await context.newPlan({ document: { ...therapyPlan, medications: [opioid] } });
    expect(await at('2027-04-27T12:30:00Z')).toEqual([
      'scheduling: opioid-first-visit',
      'scheduling: opioid-monitoring',
    ]);
  });

  it('of a target that nobody measures come after a week of grace, and not when somebody did', async () => {
    const plan = await context.newPlan();
    await at('2027-04-20T14:00:00Z');
    const measured = await context.request('POST', `/api/plans/${plan.id}/targets/t1/measurements`, {
      as: 'physician',
      body: { value: 5, measuredAt: '2027-04-20T13:00:00Z' },
    });
    expect(measured.status).toBe(201);
    expect(await at('2027-05-12T14:00:00Z')).toEqual(['coordinator: measurement-missing']);
    expect(await at('2027-05-28T14:00:00Z')).toEqual([
      'coordinator: measurement-missing',
      'coordinator: measurement-missing',
    ]);
  });
});
