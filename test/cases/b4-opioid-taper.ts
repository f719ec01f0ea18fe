/** An opioid with everything that belongs to it, and its planned reduction. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  background,
  type CareCase,
  type CaseDates,
  look,
  member,
  tells,
  tellsDesk,
  withItem,
} from './case.ts';
import { followUps, on } from './plan-timers.ts';

type Medicine = NonNullable<PlanDocumentInput['medications']>[number];
type Stewardship = NonNullable<Medicine['stewardship']>;

const chronicPain = (at: CaseDates): PlanDocumentInput => ({
  patientContext: { age: 57, allergies: { state: 'none-known' }, diabetes: { value: 'no' } },
  diagnoses: [{ id: 'd1', code: 'M48.061', group: 'spinal-stenosis', text: 'Lumbar stenosis', status: 'confirmed' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['walking-intervals', 'core-endurance'],
      dose: { sessionsPerWeek: 1, weeks: 26 },
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'walk-min',
      baseline: 10,
      baselineDate: at.date(-20),
      target: 30,
      status: 'open',
    },
  ],
});

const stewardship = (at: CaseDates, more: Partial<Stewardship> = {}): Stewardship => ({
  context: 'chronic-non-cancer',
  functionalGoal: 't1',
  riskAssessedAt: at.date(0),
  riskLevel: 'moderate',
  monitoringIntervalDays: 28,
  naloxoneEducationAt: at.date(0),
  naloxoneSupplied: true,
  monitoringProgramCheckedAt: at.date(0),
  mmePerDay: 30,
  ...more,
});

const withOpioid = (at: CaseDates, more: Partial<Stewardship> = {}): PlanDocumentInput =>
  withItem(chronicPain(at), 'medications', 'm1', {
    ingredient: { display: 'oxycodone' },
    class: 'opioid',
    dose: 20,
    unit: 'mg',
    status: 'active',
    startedOn: at.date(0),
    stewardship: stewardship(at, more),
  });

const withoutEducation = (at: CaseDates): PlanDocumentInput => {
  const { naloxoneEducationAt: _left, ...rest } = stewardship(at);
  return withItem(withOpioid(at), 'medications', 'm1', { stewardship: rest });
};

const tapering = (at: CaseDates): PlanDocumentInput =>
  withItem(withOpioid(at), 'medications', 'm1', {
    status: 'tapering',
    stewardship: stewardship(at, {
      taper: {
        state: 'running',
        reason: 'benefits do not outweigh risks',
        steps: [41, 69, 97, 125, 153, 167].map((day, index) => ({ date: at.date(day), dose: 16 - 3 * index })),
      },
    }),
  });

const withdrawal = (at: CaseDates): PlanDocumentInput =>
  withItem(tapering(at), 'redFlags', 'g1', {
    kind: 'withdrawal',
    observedAt: at.instant(80, '09:30'),
    status: 'active',
  });

const patient = (id: string) => ({
  recordNumber: id,
  name: { given: 'Olga', family: 'Thorne' },
  birthDate: '1969-10-10',
  contactLanguage: 'en',
});

const team = [
  member('physical-therapy', 'pt-north'),
  member('primary-care', 'family-care'),
  member('pharmacy', 'corner-pharmacy'),
  member('behavioral-health', 'mindful-pain'),
];

const opioidVisits = ['opioid-first-visit', 'opioid-monitoring'];

const first = [
  background(1, -20, chronicPain),
  background(2, -15, (at) => ({ ...chronicPain(at), notes: 'Seen.' })),
  acknowledge(-14, '10:00', 'physical-therapy', 'pt-north', 2),
];

export const b4OpioidTaper: CareCase = {
  id: 'B4',
  title: 'Opioid, then taper, with naloxone education',
  patient: patient('OT'),
  team,
  steps: [
    ...first,
    {
      kind: 'refuse',
      day: 0,
      time: '08:50',
      reason: 'An opioid without naloxone education',
      document: withoutEducation,
      errors: [{ path: 'medications[0].stewardship.naloxoneEducationAt', says: ['naloxone'] }],
    },
    {
      kind: 'publish',
      day: 0,
      time: '09:00',
      version: 3,
      reason: 'An opioid with a goal, a risk assessment, monitoring and naloxone',
      document: withOpioid,
      told: [
        tells('pharmacy', 'corner-pharmacy', 'RX-05', 'urgent', 1),
        tells('primary-care', 'family-care', 'PC-07', 'urgent', 1),
        tells('physical-therapy', 'pt-north', 'TH-10', 'routine', 3, 'drowsiness, no drug'),
        tellsDesk('patient', 'PX-06', 'urgent', 1),
      ],
      notTold: ['behavioral-health'],
    },
    acknowledge(1, '10:00', 'pharmacy', 'corner-pharmacy', 3),
    acknowledge(1, '10:05', 'primary-care', 'family-care', 3),
    acknowledge(1, '10:10', 'physical-therapy', 'pt-north', 3),
    look(1, '10:30', 'the first visit within four weeks, monitoring every 28 days', async (story) => {
      story.expectEqual('waiting', await followUps(story, 'pending', ...opioidVisits), [
        on(story.at, 'opioid-first-visit', 21),
        on(story.at, 'opioid-monitoring', 28),
      ]);
    }),
    {
      kind: 'publish',
      day: 41,
      time: '09:00',
      version: 4,
      reason: 'Benefits do not outweigh risks: a taper',
      document: tapering,
      told: [
        tells('pharmacy', 'corner-pharmacy', 'RX-06', 'urgent', 42, 'steps'),
        tells('primary-care', 'family-care', 'PC-09', 'urgent', 42),
        tells('behavioral-health', 'mindful-pain', 'BH-04', 'urgent', 42, 'dates, no doses'),
        tells('physical-therapy', 'pt-north', 'TH-12', 'urgent', 42, 'neither opioid nor dose'),
        tellsDesk('patient', 'PX-07', 'urgent', 42),
      ],
      notTold: [],
    },
    acknowledge(42, '10:00', 'pharmacy', 'corner-pharmacy', 4),
    acknowledge(42, '10:05', 'primary-care', 'family-care', 4),
    acknowledge(42, '10:10', 'physical-therapy', 'pt-north', 4),
    acknowledge(42, '10:15', 'behavioral-health', 'mindful-pain', 4),
    look(42, '11:00', 'every step will be called about; the visits go on', async (story) => {
      story.expectEqual('came', await followUps(story, 'fired', ...opioidVisits, 'taper-step'), [
        on(story.at, 'opioid-first-visit', 21),
        on(story.at, 'opioid-monitoring', 28),
        on(story.at, 'taper-step', 41),
      ]);
      story.expectEqual('waiting', await followUps(story, 'pending', ...opioidVisits, 'taper-step'), [
        on(story.at, 'opioid-monitoring', 56),
        ...[69, 97, 125, 153, 167].map((day) => on(story.at, 'taper-step', day)),
      ]);
    }),
    look(69, '12:00', 'the second step is due: a call within two business days, and nothing else', async (story) => {
      const calls = await story.until(
        'the call about the step of day 69',
        async () => (await story.workItems('&desk=coordinator')).filter(({ ask }) => ask.ruleId === 'FU-17'),
        (found) => found.length >= 2,
      );
      story.expectEqual(
        'due',
        calls.map(({ ask }) => Date.parse(ask.dueAt)).sort((a, b) => a - b),
        [43, 71].map((day) => Date.parse(story.at.instant(day, '17:00'))),
      );
      const { currentVersion } = await story.api.get<{ currentVersion: number }>(
        `/api/plans/${story.planId}`,
        'physician',
      );
      story.expectEqual('version in force', currentVersion, 4);
      story.expectEqual('open handoffs', (await story.handoffs('&status=open')).length, 0);
    }),
    {
      kind: 'publish',
      day: 80,
      time: '10:00',
      version: 5,
      reason: 'Withdrawal is reported',
      document: withdrawal,
      told: [
        tells('behavioral-health', 'mindful-pain', 'BH-12', 'same-day', 80),
        tells('pharmacy', 'corner-pharmacy', 'RX-16', 'same-day', 80),
        tellsDesk('physician', 'PH-01', 'same-day', 80),
        tellsDesk('scheduling', 'SD-06', 'same-day', 80),
        tellsDesk('patient', 'PX-09', 'same-day', 80),
      ],
      notTold: ['physical-therapy', 'primary-care'],
    },
  ],
};

/** With a gabapentinoid already taken, the pharmacy is to look at once. */
export const b4WithGabapentinoid: CareCase = {
  id: 'B4-sedatives',
  title: 'Opioid beside a gabapentinoid',
  patient: patient('OT2'),
  team,
  steps: [
    background(1, -20, chronicPain),
    background(2, -15, (at) => withGabapentin(at, chronicPain(at))),
    acknowledge(-14, '10:00', 'physical-therapy', 'pt-north', 2),
    {
      kind: 'publish',
      day: 0,
      time: '09:00',
      version: 3,
      reason: 'An opioid beside gabapentin',
      document: (at) => withGabapentin(at, withOpioid(at, { interactingSedatives: ['gabapentin'] })),
      told: [
        tells('pharmacy', 'corner-pharmacy', 'RX-05 RX-13', 'same-day', 0),
        tells('primary-care', 'family-care', 'PC-07', 'urgent', 1),
        tells('physical-therapy', 'pt-north', 'TH-10', 'routine', 3),
        tellsDesk('patient', 'PX-06', 'urgent', 1),
      ],
      notTold: ['behavioral-health'],
    },
  ],
};

const withGabapentin = (at: CaseDates, plan: PlanDocumentInput): PlanDocumentInput =>
  withItem(plan, 'medications', 'm2', {
    ingredient: { display: 'gabapentin' },
    class: 'gabapentinoid',
    dose: 300,
    unit: 'mg',
    status: 'active',
    startedOn: at.date(-15),
  });
