import type { PlanChange } from '#contracts';
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
    expect(refused.body).toMatchObject({ status: 409, current: 2 });
    const sides = refused.body as { theirs: unknown; yours: unknown };
    expect(typesOf(sides.theirs)).toEqual(theirs);
    expect(typesOf(sides.yours)).toEqual(mine);

    const versions = await context.request('GET', `/api/plans/${plan.id}/versions`, { as: 'physician' });
    expect((versions.body as { items: { version: number }[] }).items.map((item) => item.version)).toEqual([2, 1]);
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
