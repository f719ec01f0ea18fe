/** Walking that stops improving: the physician hears of it once, and no partner does. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  type CareCase,
  type CaseDates,
  type CaseStep,
  member,
  then,
  tellsDesk,
  withItem,
} from './case.ts';
import { workRows } from '../support/observe.ts';
import type { Story } from './story.ts';

type Group = NonNullable<NonNullable<PlanDocumentInput['diagnoses']>[number]['group']>;

const walking =
  (group: Group) =>
  (at: CaseDates): PlanDocumentInput => ({
    diagnoses: [
      {
        id: 'd1',
        code: 'M53.3',
        group,
        side: 'right',
        status: 'confirmed',
        ...(group === 'sacroiliac' ? {} : { code: 'M54.16' }),
      },
    ],
    rehab: [
      {
        id: 'r1',
        discipline: 'physical-therapy',
        diagnosisId: 'd1',
        program: ['walking-intervals'],
        dose: { sessionsPerWeek: 2, weeks: 8 },
        targets: ['t1'],
        status: 'active',
      },
    ],
    targets: [
      {
        id: 't1',
        kind: 'function',
        measure: 'walk-min',
        baseline: 10,
        baselineDate: at.date(0),
        target: 30,
        reviewEveryWeeks: 2,
        trainedBy: 'physical-therapy',
        status: 'open',
      },
    ],
  });

const measured = (day: number, value: number): CaseStep =>
  then(day, '10:00', `walking is measured: ${value} minutes`, async (story) => {
    await story.api.post(`/api/plans/${story.planId}/targets/t1/measurements`, 'partner:pt-north', {
      value,
      measuredAt: story.at.instant(day, '09:55'),
    });
  });

const plateaus = async (story: Story): Promise<number> => {
  const { items } = await story.api.get<{ items: { type: string }[] }>(
    `/api/patients/${story.patientId}/timeline?limit=100`,
    'physician',
  );
  return items.filter(({ type }) => type === 'target.plateaued').length;
};

const hears = (day: number, time: string, count: number, title: string): CaseStep =>
  then(day, time, title, async (story) => story.expectEqual('plateaus', await plateaus(story), count));

const plateauCase = (id: string, title: string, group: Group, steps: readonly CaseStep[]): CareCase => ({
  id,
  title,
  patient: {
    recordNumber: id,
    name: { given: 'Wanda', family: 'Walker' },
    birthDate: '1970-05-05',
    contactLanguage: 'en',
  },
  team: [member('physical-therapy', 'pt-north')],
  steps: [
    {
      kind: 'publish',
      day: 0,
      time: '09:00',
      version: 1,
      reason: 'Therapy begins',
      document: walking(group),
      told: null,
      notTold: [],
    },
    acknowledge(0, '09:30', 'physical-therapy', 'pt-north', 1),
    measured(0, 10),
    ...steps,
  ],
});

export const c12Plateau: readonly CareCase[] = [
  plateauCase('C12', 'Plateau', 'sacroiliac', [
    measured(14, 11),
    hears(14, '10:05', 0, 'two weeks are no plateau'),
    measured(28, 10),
    then(28, '10:05', 'the physician is told, with what was tried; no partner is', async (story) => {
      const items = await story.until(
        'the physician to be told',
        async () => (await story.workItems()).filter(({ ask }) => ask.ruleId === 'PH-06'),
        (found) => found.length > 0,
      );
      story.expectTold('the plateau', workRows(items), [tellsDesk('physician', 'PH-06', 'urgent', 30)]);
      story.expectEqual(
        'with what was tried and what is next',
        /tried: .*next: /.test(items[0]?.ask.reason ?? ''),
        true,
      );
      story.expectEqual('handoffs', (await story.handoffs('&status=open')).length, 0);
    }),
    then(31, '17:05', 'nobody acted: the coordinator hears', async (story) => {
      const items = (await story.workItems('&desk=coordinator')).filter(({ ask }) => ask.ruleId === 'CO-07');
      story.expectEqual('the coordinator’s item', items.length, 1);
    }),
    measured(42, 11),
    hears(42, '10:05', 1, 'once in its watch'),
  ]),
  plateauCase('C12b', 'Plateau: a material version restarts the watch', 'sacroiliac', [
    measured(14, 11),
    measured(28, 10),
    hears(28, '10:05', 1, 'the first watch ends in a plateau'),
    {
      kind: 'publish',
      day: 30,
      time: '09:00',
      version: 2,
      reason: 'More therapy',
      document: (at) => withItem(walking('sacroiliac')(at), 'rehab', 'r1', { dose: { sessionsPerWeek: 3, weeks: 8 } }),
      told: null,
      notTold: [],
    },
    measured(42, 10),
    measured(56, 11),
    hears(56, '10:05', 1, 'the second watch is younger than its floor'),
  ]),
  plateauCase('C12c', 'Plateau: radiculopathy waits six weeks', 'lumbar-radiculopathy', [
    measured(14, 11),
    measured(28, 10),
    hears(28, '10:05', 0, 'nothing before six weeks'),
    measured(42, 11),
    hears(42, '10:05', 1, 'a plateau at six weeks'),
  ]),
  plateauCase('C12d', 'Plateau: improving is none', 'sacroiliac', [
    measured(14, 12),
    measured(28, 16),
    hears(28, '10:05', 0, 'six minutes more are worth something'),
  ]),
  plateauCase('C12e', 'Plateau: a missing measurement is overdue, not a plateau', 'sacroiliac', [
    measured(14, 11),
    then(42, '10:00', 'nobody measured: the coordinator asks for it', async (story) => {
      story.expectEqual('plateaus', await plateaus(story), 0);
      const missing = (await story.workItems('&desk=coordinator')).filter(({ ask }) => ask.ruleId === 'FU-19');
      story.expectEqual('the coordinator is asked', missing.length, 1);
    }),
  ]),
];
