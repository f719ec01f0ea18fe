import { planDocument, type PlanDocumentInput } from '#contracts';
import { checkPlan } from './check-plan.js';
import { injectionSpacing } from './injection-spacing.js';

type Procedure = NonNullable<PlanDocumentInput['procedures']>[number];

const done = (id: string, day: string, more: Partial<Procedure> = {}): Procedure => ({
  id,
  type: 'esi-transforaminal',
  intent: 'therapeutic',
  side: 'right',
  level: ['S1'],
  guidance: 'fluoroscopy',
  steroid: { agent: 'dexamethasone', mg: 10 },
  status: 'done',
  doneAt: `${day}T10:00:00-04:00`,
  ...more,
});
const plan = (...procedures: Procedure[]) => planDocument.parse({ procedures });
const spacing = (...procedures: Procedure[]) => injectionSpacing(plan(...procedures), '2027-06-01');
const knee: Partial<Procedure> = { type: 'joint-injection-knee', level: [], guidance: 'ultrasound' };

describe('The next steroid into a region', () => {
  it('is two weeks after the last one, the first of four sessions of its year', () => {
    expect(spacing(done('p1', '2027-04-19'))).toEqual([
      { region: 'low back', last: '2027-04-19', notBefore: '2027-05-03', sessionsInYear: 1, mostInYear: 4 },
    ]);
  });

  it('is counted for each region by itself, and once for several levels on one day', () => {
    expect(
      spacing(
        done('p1', '2027-04-19'),
        done('p2', '2027-04-19', { level: ['L5'] }),
        done('p3', '2027-03-01', { type: 'esi-interlaminar', level: ['C7'], side: 'n/a' }),
      ).map(({ region, sessionsInYear }) => [region, sessionsInYear]),
    ).toEqual([
      ['low back', 1],
      ['neck', 1],
    ]);
  });

  it('waits until the oldest of four has left the year', () => {
    const four = ['2026-08-01', '2026-11-01', '2027-02-01', '2027-05-20'].map((day, at) => done(`p${at}`, day));
    expect(spacing(...four)).toEqual([
      { region: 'low back', last: '2027-05-20', notBefore: '2027-08-01', sessionsInYear: 4, mostInYear: 4 },
    ]);
  });

  it('of a joint is twelve weeks later, with no count', () => {
    expect(spacing(done('p1', '2027-04-19', knee))).toEqual([
      { region: 'right knee', last: '2027-04-19', notBefore: '2027-07-12', sessionsInYear: 1, mostInYear: null },
    ]);
  });

  it('counts what is booked, and nothing that is only planned, cancelled, or without steroid', () => {
    const booked = done('p1', '2027-04-19', { status: 'scheduled', scheduledAt: '2027-06-14T09:00:00-04:00' });
    expect(spacing(booked).map(({ notBefore }) => notBefore)).toEqual(['2027-06-28']);
    expect(
      spacing(
        done('p1', '2027-04-19', { status: 'cancelled' }),
        done('p2', '2027-04-19', { status: 'planned' }),
        done('p3', '2027-04-19', { type: 'medial-branch-block', steroid: 'none' }),
      ),
    ).toEqual([]);
  });

  it.each([
    [[done('p1', '2027-05-24')], {}],
    [['2026-08-01', '2026-11-01', '2027-02-01', '2027-05-20'].map((day, at) => done(`p${at}`, day)), {}],
    [[done('p1', '2027-05-24', knee)], knee],
  ])('is the first day on which booking is not refused', (before, like) => {
    const [next] = injectionSpacing(plan(...before), '2027-06-01');
    const at = (day: string) =>
      done('next', day, { ...like, status: 'scheduled', scheduledAt: `${day}T10:00:00-04:00` });
    const refusals = (day: string) =>
      checkPlan(plan(...before, at(day)), { previous: plan(...before), now: new Date('2027-06-01T13:00:00Z') }).filter(
        ({ path }) => path.endsWith('scheduledAt'),
      );
    const notBefore = next?.notBefore ?? '';
    const eve = new Date(Date.parse(notBefore) - 86_400_000).toISOString().slice(0, 10);
    expect(refusals(notBefore)).toEqual([]);
    expect(refusals(eve)).toHaveLength(1);
  });
});
