/** Retiree, 68: knee osteoarthritis. An anti-inflammatory that the stomach refuses, a strong block, ablation, nine holes. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  member,
  proposed,
  tells,
  tellsDesk,
  withItem,
  type CareCase,
  type CaseDates,
  look,
} from './case.ts';
import { followUps, on } from './plan-timers.ts';

const first = (at: CaseDates): PlanDocumentInput => ({
  stage: { value: 'conservative', since: at.date(0) },
  patientContext: {
    age: 68,
    occupation: 'retired',
    lifeGoal: { text: 'play nine holes', targetId: 't1' },
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'M17.11',
      group: 'knee-oa',
      text: 'Knee osteoarthritis',
      side: 'right',
      status: 'confirmed',
      generator: 'joint',
      onset: 'gradual',
    },
  ],
  medications: [
    {
      id: 'm1',
      ingredient: { display: 'naproxen' },
      class: 'nsaid',
      dose: 500,
      unit: 'mg',
      frequency: 'twice daily',
      status: 'active',
      startedOn: at.date(0),
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['quad-strengthening', 'walking-intervals'],
      dose: { sessionsPerWeek: 2, weeks: 8 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  lifestyle: [
    { id: 'l1', kind: 'footwear', status: 'active' },
    { id: 'l2', kind: 'weight', status: 'active' },
  ],
  targets: [
    {
      id: 't1',
      kind: 'life-goal',
      measure: 'own',
      label: 'holes without a cart',
      baseline: 0,
      baselineDate: at.date(0),
      target: 9,
      direction: 'up',
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
  safetyNet: { callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' } },
});

const switched = (at: CaseDates): PlanDocumentInput =>
  withItem(
    withItem(first(at), 'medications', 'm1', {
      status: 'stopped',
      stopReason: { kind: 'side-effect', effect: 'stomach pain' },
    }),
    'medications',
    'm2',
    {
      ingredient: { display: 'duloxetine' },
      class: 'snri',
      dose: 30,
      unit: 'mg',
      frequency: 'daily',
      status: 'titrating',
      startedOn: at.date(7),
      steps: [
        { date: at.date(7), dose: 30 },
        { date: at.date(21), dose: 60 },
      ],
    },
  );

const blockPlanned = (at: CaseDates): PlanDocumentInput => ({
  ...withItem(switched(at), 'procedures', 'p1', {
    type: 'genicular-block',
    intent: 'diagnostic',
    side: 'right',
    region: 'knee',
    guidance: 'ultrasound',
    status: 'planned',
    authorizationRequired: true,
    diagnosisId: 'd1',
  }),
  stage: { value: 'interventional-diagnostic', since: at.date(14) },
});

const blockScheduled = (at: CaseDates): PlanDocumentInput =>
  withItem(blockPlanned(at), 'procedures', 'p1', { status: 'scheduled', scheduledAt: at.instant(27, '09:00') });

const blockDone = (at: CaseDates): PlanDocumentInput =>
  withItem(blockScheduled(at), 'procedures', 'p1', { status: 'done', doneAt: at.instant(27, '10:30') });

const blockResult = (at: CaseDates): PlanDocumentInput =>
  withItem(blockDone(at), 'procedures', 'p1', {
    result: { reliefPercent: 85, duration: 'PT8H', function: 'better', concordant: true },
  });

const withAblation = (plan: PlanDocumentInput, at: CaseDates): PlanDocumentInput => ({
  ...withItem(plan, 'procedures', 'p2', {
    type: 'rfa-genicular',
    intent: 'therapeutic',
    side: 'right',
    region: 'knee',
    guidance: 'fluoroscopy',
    status: 'planned',
    authorizationRequired: true,
    diagnosisId: 'd1',
  }),
  stage: { value: 'interventional-therapeutic', since: at.date(29) },
});

const ablationPlanned = (at: CaseDates): PlanDocumentInput => withAblation(blockResult(at), at);

const ablationScheduled = (at: CaseDates): PlanDocumentInput =>
  withItem(ablationPlanned(at), 'procedures', 'p2', { status: 'scheduled', scheduledAt: at.instant(48, '09:00') });

const ablationDone = (at: CaseDates): PlanDocumentInput =>
  withItem(ablationScheduled(at), 'procedures', 'p2', { status: 'done', doneAt: at.instant(48, '10:00') });

const maintenance = (at: CaseDates): PlanDocumentInput => ({
  ...withItem(ablationDone(at), 'targets', 't1', { status: 'met' }),
  stage: { value: 'maintenance', since: at.date(108) },
});

const pt = ['physical-therapy', 'pt-south'] as const;
const pc = ['primary-care', 'family-care'] as const;
const rx = ['pharmacy', 'corner-pharmacy'] as const;

export const a2Retiree: CareCase = {
  id: 'A2',
  title: 'Retiree, 68: knee osteoarthritis',
  patient: {
    recordNumber: 'TL-A2',
    name: { given: 'Robert', family: 'Grant' },
    birthDate: '1958-11-02',
    contactLanguage: 'en',
  },
  team: [member(...pt), member(...pc), member(...rx), proposed('orthopedics', 'ortho-center')],
  steps: [
    {
      kind: 'publish',
      version: 1,
      day: 0,
      time: '09:00',
      reason: 'First visit: knee osteoarthritis, conservative start',
      document: first,
      told: [
        tells(...pt, 'TH-01', 'routine', 2),
        tells(...rx, 'RX-10', 'urgent', 1, 'anti-inflammatory at 68'),
        tells(...pc, 'PC-04 PC-17', 'urgent', 1, 'stomach and kidney protection; weight'),
        tellsDesk('patient', 'PX-05', 'routine', 1),
      ],
      notTold: ['orthopedics'],
    },
    acknowledge(1, '10:00', ...pt, 1),
    acknowledge(1, '10:00', ...rx, 1),
    acknowledge(1, '10:00', ...pc, 1),
    {
      kind: 'publish',
      version: 2,
      day: 7,
      time: '09:00',
      reason: 'Naproxen stopped for stomach pain; duloxetine started low',
      document: switched,
      told: [
        tells(...rx, 'RX-04 RX-01', 'urgent', 8, 'cancel refills, intolerance; steps'),
        tells(...pc, 'PC-05', 'routine', 10, 'record intolerance'),
        tells(...pt, 'TH-10', 'routine', 10, 'balance, no drug name'),
        tellsDesk('patient', 'PX-05', 'routine', 8),
      ],
      notTold: ['orthopedics'],
    },
    acknowledge(8, '10:00', ...rx, 2),
    acknowledge(8, '10:00', ...pc, 2),
    acknowledge(8, '10:00', ...pt, 2),
    {
      kind: 'publish',
      version: 3,
      day: 14,
      time: '09:00',
      reason: 'Genicular block planned as a test',
      document: blockPlanned,
      told: [tellsDesk('authorization', 'AU-01', 'routine', 17)],
      notTold: ['physical-therapy', 'primary-care', 'pharmacy', 'orthopedics'],
    },
    {
      kind: 'publish',
      version: 4,
      day: 20,
      time: '09:00',
      reason: 'Genicular block booked',
      document: blockScheduled,
      told: [
        tells(...pt, 'PT-11', 'routine', 23, 'no new loading that day'),
        tellsDesk('authorization', 'AU-02', 'routine', 20),
        tellsDesk('patient', 'PX-01', 'routine', 22),
      ],
      notTold: ['primary-care', 'pharmacy', 'orthopedics'],
    },
    acknowledge(21, '10:00', ...pt, 4),
    {
      kind: 'publish',
      version: 5,
      day: 27,
      time: '10:30',
      reason: 'Genicular block done',
      document: blockDone,
      told: [
        tells(...pt, 'PT-15', 'same-day', 27, 'walk test today'),
        tellsDesk('scheduling', 'SD-02', 'same-day', 27, 'diary calls'),
        tellsDesk('patient', 'PX-02 PX-03', 'same-day', 27),
      ],
      notTold: ['primary-care', 'pharmacy', 'orthopedics'],
    },
    acknowledge(28, '10:00', ...pt, 5),
    {
      kind: 'refuse',
      day: 28,
      time: '10:30',
      reason: 'Ablation before the block has a result',
      document: (at) => withAblation(blockDone(at), at),
      errors: [
        {
          path: 'procedures[1].prerequisite',
          says: ['one genicular block', 'same knee', 'at least 50 %', 'none found'],
        },
      ],
    },
    {
      kind: 'publish',
      version: 6,
      day: 28,
      time: '11:00',
      reason: 'Block: 85 % relief for 8 hours, concordant',
      document: blockResult,
      told: [
        tellsDesk('authorization', 'AU-05', 'routine', 35, 'ablation request with the result'),
        tellsDesk('scheduling', 'SD-04', 'routine', 35),
      ],
      notTold: ['physical-therapy', 'primary-care', 'pharmacy', 'orthopedics'],
    },
    {
      kind: 'publish',
      version: 7,
      day: 29,
      time: '09:00',
      reason: 'Genicular ablation planned',
      document: ablationPlanned,
      told: [tellsDesk('authorization', 'AU-01', 'routine', 34)],
      notTold: ['physical-therapy', 'primary-care', 'pharmacy', 'orthopedics'],
    },
    {
      kind: 'publish',
      version: 8,
      day: 41,
      time: '09:00',
      reason: 'Genicular ablation booked',
      document: ablationScheduled,
      told: [
        tells(...pt, 'PT-11', 'routine', 44, 'loading from day 55'),
        tellsDesk('authorization', 'AU-02', 'routine', 41),
        tellsDesk('patient', 'PX-01', 'routine', 43),
      ],
      notTold: ['primary-care', 'pharmacy', 'orthopedics'],
    },
    acknowledge(42, '10:00', ...pt, 8),
    {
      kind: 'publish',
      version: 9,
      day: 48,
      time: '10:30',
      reason: 'Genicular ablation done',
      document: ablationDone,
      told: [
        tells(...pt, 'PT-16', 'routine', 50, 'soreness, numbness; loading from day 55'),
        tells(...pc, 'PC-10', 'routine', 56, 'over the holiday'),
        tellsDesk('patient', 'PX-02 PX-04', 'same-day', 48),
      ],
      notTold: ['pharmacy', 'orthopedics'],
    },
    acknowledge(49, '10:00', ...pt, 9),
    acknowledge(49, '10:00', ...pc, 9),
    {
      kind: 'publish',
      version: 10,
      day: 108,
      time: '09:00',
      reason: 'Nine holes without a cart: target met, maintenance',
      document: maintenance,
      told: [
        tells(...pt, 'TH-13 AL-04', 'routine', 115),
        tells(...pc, 'AL-04', 'routine', 115),
        tells(...rx, 'AL-04', 'routine', 115),
        tellsDesk('physician', 'PH-04', 'routine', 115),
        tellsDesk('patient', 'PX-10', 'routine', 115),
      ],
      notTold: ['orthopedics'],
    },
    acknowledge(111, '10:00', ...pt, 10),
    acknowledge(111, '10:00', ...pc, 10),
    acknowledge(111, '10:00', ...rx, 10),
    look(112, '12:00', 'the relief window of the ablation lies ahead', async (story) => {
      story.expectEqual(
        'waiting',
        await followUps(story, 'pending', 'relief-window-opens', 'relief-window-closes', 'neuritis-check'),
        ['relief-window-opens 2027-11-24', 'relief-window-closes 2028-05-24'],
      );
      story.expectEqual('the neuritis check', await followUps(story, 'fired', 'neuritis-check'), [
        on(story.at, 'neuritis-check', 69),
      ]);
    }),
    look(232, '12:00', 'it opens, once', async (story) => {
      story.expectEqual('opened', await followUps(story, 'fired', 'relief-window-opens'), [
        'relief-window-opens 2027-11-24',
      ]);
      const offered = await story.until(
        'scheduling to offer a re-evaluation',
        async () => (await story.workItems('&desk=scheduling')).filter(({ ask }) => ask.ruleId === 'FU-04'),
        (found) => found.length > 0,
      );
      story.expectEqual('offers', offered.length, 1);
    }),
  ],
};
