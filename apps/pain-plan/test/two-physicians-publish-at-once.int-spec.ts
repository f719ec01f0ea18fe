import { type PlanChange, type PlanDocumentInput, publishConflict } from '#contracts';
import { startPainPlan, therapyPlan, withRestriction, type Context } from './pain-plan.context.js';

const typesOf = (changes: unknown): string[] => (changes as PlanChange[]).map((change) => change.type);
const resting = { ...therapyPlan, stage: { value: 'maintenance' as const } };

describe('Two physicians publish at once', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('lets one through and shows the other both sets of changes', async () => {
    const plan = await context.newPlan();
    const [one, other] = await Promise.all([
      context.publish(plan.id, 1, withRestriction()),
      context.publish(plan.id, 1, resting),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);

    const [won, refused] = one.status === 201 ? [one, other] : [other, one];
    const [mine, theirs] =
      one.status === 201
        ? [['stage.de-escalated'], ['rehab.restriction-added']]
        : [['rehab.restriction-added'], ['stage.de-escalated']];
    expect(won.body).toMatchObject({ version: 2 });
    expect(refused.body).toMatchObject({ status: 409, currentVersion: 2, conflicts: [] });
    const sides = refused.body as { theirs: unknown; yours: unknown };
    expect(typesOf(sides.theirs)).toEqual(theirs);
    expect(typesOf(sides.yours)).toEqual(mine);

    const versions = await context.request('GET', `/api/plans/${plan.id}/versions`, { as: 'physician' });
    expect((versions.body as { items: { version: number }[] }).items.map((item) => item.version)).toEqual([2, 1]);
  });

  /** Version 3, from which both begin: therapy twice a week, and a medicine that goes up in steps. */
  const stepping = (sessionsPerWeek: number, thirdStep: string): PlanDocumentInput => ({
    ...therapyPlan,
    rehab: [{ ...therapyPlan.rehab![0]!, dose: { sessionsPerWeek, weeks: 8 } }],
    medications: [
      {
        id: 'm1',
        ingredient: { display: 'gabapentin' },
        class: 'gabapentinoid',
        dose: 300,
        unit: 'mg',
        status: 'titrating',
        steps: [
          { date: '2027-04-06', dose: 300 },
          { date: thirdStep, dose: 600 },
        ],
      },
    ],
  });
  const started = async () => {
    const plan = await context.newPlan({ document: stepping(2, '2027-04-13') });
    expect((await context.publish(plan.id, 1, { ...stepping(2, '2027-04-13'), notes: 'Seen.' })).status).toBe(201);
    expect((await context.publish(plan.id, 2, { ...stepping(2, '2027-04-13'), notes: 'Again.' })).status).toBe(201);
    expect((await context.publish(plan.id, 3, { ...stepping(3, '2027-04-13'), notes: 'Again.' })).status).toBe(201);
    return plan;
  };

  it('shows both sides in clinical words, rebases what it can, asks for the rest, and tells nobody', async () => {
    const plan = await started();
    const before = await context.eventNames();
    const mine = { ...stepping(1, '2027-04-16'), notes: 'Again.' };
    const refused = await context.publish(plan.id, 3, mine);
    expect(refused.status).toBe(409);
    const conflict = publishConflict.parse(refused.body);
    expect(conflict.currentVersion).toBe(4);
    expect(conflict.theirs.map(({ text }) => text)).toEqual([
      'Dose of physical therapy: 2 a week for 8 weeks becomes 3 a week for 8 weeks',
    ]);
    expect(conflict.yours.map(({ text }) => text)).toEqual([
      'Steps of gabapentin moved',
      'Dose of physical therapy: 2 a week for 8 weeks becomes 1 a week for 8 weeks',
    ]);
    expect(conflict.conflicts).toMatchObject([
      {
        itemPath: 'rehab[r1]',
        theirs: { item: { dose: { sessionsPerWeek: 3 } }, texts: [expect.stringContaining('becomes 3 a week')] },
        yours: { item: { dose: { sessionsPerWeek: 1 } }, texts: [expect.stringContaining('becomes 1 a week')] },
      },
    ]);
    expect(conflict.rebased).toBeNull();
    expect(conflict.partlyRebased.medications[0]?.steps[1]?.date).toBe('2027-04-16');
    expect(conflict.partlyRebased.rehab[0]?.dose?.sessionsPerWeek).toBe(3);
    expect(await context.eventNames()).toEqual(before);
    expect((await context.timeline(plan.patientId)).map(({ planVersion }) => planVersion)).not.toContain(5);

    const preview = await context.request('POST', `/api/plans/${plan.id}/preview`, {
      as: 'physician',
      body: { document: mine },
      headers: { 'if-match': '"3"' },
    });
    expect(preview).toMatchObject({ status: 409, body: { currentVersion: 4 } });

    const chosen = await context.publish(plan.id, 4, mine);
    expect(chosen).toMatchObject({ status: 201, body: { version: 5 } });
    expect(typesOf((chosen.body as { changes: unknown }).changes)).toEqual([
      'medication.schedule-changed',
      'rehab.dose-changed',
    ]);
  });

  it('rebases by itself what touches nothing of theirs, ready to be published', async () => {
    const plan = await started();
    const refused = await context.publish(plan.id, 3, { ...stepping(2, '2027-04-16'), notes: 'Again.' });
    const { rebased, conflicts } = publishConflict.parse(refused.body);
    expect(conflicts).toEqual([]);
    expect(rebased?.rehab[0]?.dose?.sessionsPerWeek).toBe(3);
    if (!rebased) throw new Error('nothing was rebased');
    const published = await context.publish(plan.id, 4, rebased);
    expect(published.status).toBe(201);
    expect(typesOf((published.body as { changes: unknown }).changes)).toEqual(['medication.schedule-changed']);
  });

  it('keeps versions ascending without a gap when many try', async () => {
    const plan = await context.newPlan();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => context.publish(plan.id, 1, withRestriction(`r-${n}`))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    const published = (await context.events()).filter(
      (event) => event.subject === plan.patientId && event.type.includes('plan.published'),
    );
    expect(published.map((event) => (event.data as { version: number }).version)).toEqual([1, 2]);
  });

  it('gives a patient one plan when two are created at once', async () => {
    const patient = await context.newPatient();
    const create = () =>
      context.request('POST', `/api/patients/${patient.id}/plans`, {
        as: 'physician',
        body: { document: therapyPlan },
      });
    const answers = await Promise.all([create(), create()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('asks for the version the work is based on', async () => {
    const plan = await context.newPlan();
    const body = { document: therapyPlan, reason: 'No base' };
    expect((await context.request('POST', `/api/plans/${plan.id}/versions`, { as: 'physician', body })).status).toBe(
      428,
    );
    expect(
      (
        await context.request('POST', `/api/plans/${plan.id}/preview`, {
          as: 'physician',
          body: { document: therapyPlan },
        })
      ).status,
    ).toBe(428);
  });
});
