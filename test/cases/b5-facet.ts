/** Facet pain: two blocks that ask, then an ablation, or another focus. Two courses of the same patient. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  type CareCase,
  type CaseDates,
  type CaseStep,
  member,
  tells,
  tellsDesk,
  withItem,
  look,
} from './case.ts';
import { followUps, on } from './plan-timers.ts';

const block = {
  type: 'medial-branch-block',
  intent: 'diagnostic',
  side: 'right',
  level: ['L4-L5', 'L5-S1'],
  guidance: 'fluoroscopy',
  authorizationRequired: true,
  diagnosisId: 'd1',
} as const;
export const blockAt = (number: 1 | 2) => ({
  ...block,
  level: [...block.level],
  series: { id: 's1', number, of: 2 },
});

export const first = (at: CaseDates): PlanDocumentInput => ({
  stage: { value: 'interventional-diagnostic', since: at.date(0) },
  patientContext: {
    age: 58,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'M47.816',
      group: 'facet',
      text: 'Facet pain, lumbar',
      side: 'right',
      level: ['L4-L5', 'L5-S1'],
      status: 'suspected',
      generator: 'facet',
      onset: 'gradual',
      evidence: [{ kind: 'exam', text: 'axial pain, worse with extension and rotation' }],
    },
  ],
  procedures: [{ id: 'p1', ...blockAt(1), status: 'planned', ifNoBenefit: 'another generator' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['core-endurance', 'hip-hinge'],
      dose: { sessionsPerWeek: 2, weeks: 6 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'stand-min',
      baseline: 10,
      baselineDate: at.date(0),
      target: 45,
      unit: 'min',
      due: at.date(60),
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
  safetyNet: { callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' } },
});

const booked = (at: CaseDates): PlanDocumentInput =>
  withItem(first(at), 'procedures', 'p1', { status: 'scheduled', scheduledAt: at.instant(7, '09:00') });
const done = (at: CaseDates): PlanDocumentInput =>
  withItem(booked(at), 'procedures', 'p1', { status: 'done', doneAt: at.instant(7, '09:30') });
export const concordant = (at: CaseDates): PlanDocumentInput =>
  withItem(done(at), 'procedures', 'p1', {
    result: { reliefPercent: 90, duration: 'PT6H', function: 'better', concordant: true },
  });
export const secondBooked = (at: CaseDates, day: number): PlanDocumentInput =>
  withItem(concordant(at), 'procedures', 'p2', {
    ...blockAt(2),
    status: 'scheduled',
    scheduledAt: at.instant(day, '09:00'),
  });
const secondDone = (at: CaseDates): PlanDocumentInput =>
  withItem(secondBooked(at, 21), 'procedures', 'p2', { status: 'done', doneAt: at.instant(21, '09:30') });

const notConcordant = (at: CaseDates): PlanDocumentInput =>
  withItem(secondDone(at), 'procedures', 'p2', {
    result: { reliefPercent: 40, duration: 'PT2H', function: 'same', concordant: false },
  });
const bothConcordant = (at: CaseDates): PlanDocumentInput =>
  withItem(secondDone(at), 'procedures', 'p2', {
    result: { reliefPercent: 85, duration: 'PT5H', function: 'better', concordant: true },
  });

const ablation = (plan: PlanDocumentInput): PlanDocumentInput =>
  withItem(plan, 'procedures', 'p3', {
    type: 'rfa-medial-branch',
    intent: 'therapeutic',
    side: 'right',
    level: [...block.level],
    guidance: 'fluoroscopy',
    status: 'planned',
    authorizationRequired: true,
    diagnosisId: 'd1',
  });
const override = { reason: 'second block given after a poor night; function was better', by: 'Dr. Physician' };
const ablationBooked = (at: CaseDates): PlanDocumentInput =>
  withItem(ablation(bothConcordant(at)), 'procedures', 'p3', {
    status: 'scheduled',
    scheduledAt: at.instant(41, '09:00'),
  });
const ablationDone = (at: CaseDates): PlanDocumentInput =>
  withItem(ablationBooked(at), 'procedures', 'p3', { status: 'done', doneAt: at.instant(41, '09:40') });

export const pt = ['physical-therapy', 'pt-north'] as const;
const others = ['primary-care', 'imaging', 'pharmacy', 'behavioral-health', 'spine-surgery'] as const;

const twoBlocks: readonly CaseStep[] = [
  {
    kind: 'publish',
    version: 1,
    day: 0,
    time: '09:00',
    reason: 'Facet pain suspected: therapy, and a first block',
    document: first,
    told: [tells(...pt, 'TH-01', 'routine', 2), tellsDesk('authorization', 'AU-01', 'routine', 3)],
    notTold: others,
  },
  {
    kind: 'publish',
    version: 2,
    day: 1,
    time: '09:00',
    reason: 'First block authorized and booked',
    document: booked,
    told: [
      tells(...pt, 'PT-11 TH-01', 'routine', 2, 'one handoff; TH-01 keeps its due'),
      tellsDesk('authorization', 'AU-02', 'urgent', 2),
      tellsDesk('patient', 'PX-01', 'routine', 2),
    ],
    notTold: others,
  },
  acknowledge(2, '10:00', ...pt, 2),
  {
    kind: 'publish',
    version: 3,
    day: 7,
    time: '10:00',
    reason: 'First block done',
    document: done,
    told: [
      tells(...pt, 'PT-15', 'same-day', 7, 'provoking movements today'),
      tellsDesk('scheduling', 'SD-02', 'same-day', 7, 'calls after 6 and 24 hours'),
      tellsDesk('patient', 'PX-02 PX-03', 'same-day', 7),
    ],
    notTold: others,
  },
  acknowledge(7, '11:00', ...pt, 3),
  {
    kind: 'publish',
    version: 4,
    day: 8,
    time: '09:00',
    reason: '90 % for six hours: concordant',
    document: concordant,
    told: [
      tellsDesk('scheduling', 'SD-03', 'routine', 15, 'second block from day 21'),
      tellsDesk('authorization', 'AU-05', 'routine', 15),
    ],
    notTold: ['physical-therapy', ...others],
  },
  {
    kind: 'refuse',
    day: 9,
    time: '08:30',
    reason: 'The second block thirteen days after the first',
    document: (at) => secondBooked(at, 20),
    errors: [{ path: 'procedures[1].scheduledAt', says: ['14 days', '13 days', 'override'] }],
  },
  {
    kind: 'publish',
    version: 5,
    day: 9,
    time: '09:00',
    reason: 'Second block booked',
    document: (at) => secondBooked(at, 21),
    told: [
      tells(...pt, 'PT-11', 'routine', 17),
      tellsDesk('authorization', 'AU-02', 'routine', 14),
      tellsDesk('patient', 'PX-01', 'routine', 16),
    ],
    notTold: others,
  },
  acknowledge(10, '10:00', ...pt, 5),
  {
    kind: 'publish',
    version: 6,
    day: 21,
    time: '10:00',
    reason: 'Second block done',
    document: secondDone,
    told: [
      tells(...pt, 'PT-15', 'same-day', 21),
      tellsDesk('scheduling', 'SD-02', 'same-day', 21),
      tellsDesk('patient', 'PX-02 PX-03', 'same-day', 21),
    ],
    notTold: others,
  },
  acknowledge(21, '11:00', ...pt, 6),
];

const facet = (id: string, title: string, steps: readonly CaseStep[]): CareCase => ({
  id,
  title,
  patient: {
    recordNumber: `TL-${id}`,
    name: { given: 'Franz', family: 'Paulsen' },
    birthDate: '1968-07-19',
    contactLanguage: 'en',
  },
  team: [member(...pt), member('primary-care', 'family-care')],
  steps: [...twoBlocks, ...steps],
});

export const b5NotConcordant = facet('B5-not-concordant', 'Facet pain: the second block does not agree', [
  {
    kind: 'publish',
    version: 7,
    day: 22,
    time: '09:00',
    reason: '40 %: not concordant',
    document: notConcordant,
    told: [
      tells(...pt, 'PT-23', 'routine', 27, 'change the focus'),
      tellsDesk('physician', 'PH-02', 'routine', 27, 'Plan B'),
    ],
    notTold: others,
  },
  {
    kind: 'refuse',
    day: 22,
    time: '10:00',
    reason: 'Ablation without a second concordant block',
    document: (at) => ablation(notConcordant(at)),
    errors: [{ path: 'procedures[2].prerequisite', says: ['90 %', '40 %', '80 %', 'override'] }],
  },
  {
    kind: 'publish',
    version: 8,
    day: 22,
    time: '11:00',
    reason: 'Ablation all the same, with a reason',
    document: (at) => withItem(ablation(notConcordant(at)), 'procedures', 'p3', { override }),
    told: [tellsDesk('authorization', 'AU-01', 'routine', 27)],
    notTold: ['physical-therapy', ...others],
  },
]);

export const b5Concordant = facet('B5-concordant', 'Facet pain: two concordant blocks open the ablation', [
  {
    kind: 'publish',
    version: 7,
    day: 22,
    time: '09:00',
    reason: '85 %: concordant too',
    document: bothConcordant,
    told: [
      tellsDesk('scheduling', 'SD-04', 'routine', 29, 'the path to ablation is open'),
      tellsDesk('authorization', 'AU-05', 'routine', 29),
    ],
    notTold: ['physical-therapy', ...others],
  },
  {
    kind: 'publish',
    version: 8,
    day: 23,
    time: '09:00',
    reason: 'Ablation planned',
    document: (at) => ablation(bothConcordant(at)),
    told: [tellsDesk('authorization', 'AU-01', 'routine', 28)],
    notTold: ['physical-therapy', ...others],
  },
  {
    kind: 'publish',
    version: 9,
    day: 28,
    time: '09:00',
    reason: 'Ablation authorized and booked',
    document: ablationBooked,
    told: [
      tells(...pt, 'PT-11', 'routine', 37),
      tellsDesk('authorization', 'AU-02', 'routine', 34),
      tellsDesk('patient', 'PX-01', 'routine', 36),
    ],
    notTold: others,
  },
  acknowledge(29, '10:00', ...pt, 9),
  {
    kind: 'publish',
    version: 10,
    day: 41,
    time: '10:00',
    reason: 'Ablation done',
    document: ablationDone,
    told: [
      tells(...pt, 'PT-16', 'routine', 43, 'loading from day 48'),
      tells('primary-care', 'family-care', 'PC-10', 'routine', 48),
      tellsDesk('patient', 'PX-02 PX-04', 'same-day', 41),
    ],
    notTold: ['imaging', 'pharmacy', 'behavioral-health', 'spine-surgery'],
  },
  look(42, '09:00', 'the moments after the ablation', async (story) => {
    story.expectEqual(
      'waiting',
      await followUps(story, 'pending', 'neuritis-check', 'relief-window-opens', 'relief-window-closes'),
      [on(story.at, 'neuritis-check', 62), 'relief-window-opens 2027-11-17', 'relief-window-closes 2028-05-17'],
    );
    // The second call of each block fell away: its result came first.
    const calls = await followUps(story, 'fired', 'diary-call');
    story.expectEqual('diary calls that came', calls.length, 2);
  }),
]);
