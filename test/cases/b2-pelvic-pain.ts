/** A shoulder patient with new pelvic pain: pelvic-floor therapy and gynecology, and not a word to the shoulder clinic. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  background,
  member,
  tells,
  tellsDesk,
  tellsNobody,
  withItem,
  type CareCase,
  type CaseDates,
  type CaseStep,
} from './case.ts';

/** Nobody but the pelvic roles and the clinic may read one of these anywhere. */
export const wordsHiddenFromOthers = [
  'pelvi',
  'pudend',
  'gynec',
  'bladder',
  'sit-min',
  'R10.2',
  'down-training',
] as const;

const first = (at: CaseDates): PlanDocumentInput => ({
  patientContext: {
    age: 39,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
    pregnancy: 'no',
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'M75.41',
      group: 'shoulder',
      text: 'Shoulder impingement',
      side: 'right',
      status: 'confirmed',
      generator: 'tendon',
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['scapular-stabilization', 'rotator-cuff'],
      dose: { sessionsPerWeek: 1, weeks: 8 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'quickdash',
      baseline: 48,
      baselineDate: at.date(-40),
      target: 20,
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
  safetyNet: { callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' } },
});

const second = (at: CaseDates): PlanDocumentInput =>
  withItem(first(at), 'rehab', 'r1', { dose: { sessionsPerWeek: 2, weeks: 8 } });

/** `history` decides between gynecology and urology. */
export const pelvicPlan = (
  at: CaseDates,
  history: 'gynecological' | 'both' | 'unknown' = 'gynecological',
): PlanDocumentInput => {
  let plan = withItem(second(at), 'diagnoses', 'd2', {
    code: 'R10.23',
    group: 'pelvic-pain',
    text: 'Pelvic pain',
    side: 'bilateral',
    status: 'suspected',
    generator: 'muscle',
    history,
    question: 'organ causes of pain with sitting?',
  });
  plan = withItem(plan, 'rehab', 'r2', {
    discipline: 'pelvic-floor-therapy',
    diagnosisId: 'd2',
    program: ['down-training', 'breath-work'],
    dose: { sessionsPerWeek: 1, weeks: 10 },
    targets: ['t2'],
    status: 'active',
  });
  return withItem(plan, 'targets', 't2', {
    kind: 'function',
    measure: 'sit-min',
    baseline: 10,
    baselineDate: at.date(0),
    target: 45,
    unit: 'min',
    trainedBy: 'pelvic-floor-therapy',
    status: 'open',
  });
};

type History = Parameters<typeof pelvicPlan>[1];
const third = (at: CaseDates, history?: History): PlanDocumentInput => pelvicPlan(at, history);

const blockScheduled = (at: CaseDates, history?: History): PlanDocumentInput =>
  withItem(third(at, history), 'procedures', 'p1', {
    type: 'pudendal-block',
    intent: 'therapeutic',
    side: 'bilateral',
    guidance: 'ultrasound',
    status: 'scheduled',
    scheduledAt: at.instant(10, '09:00'),
    authorizationRequired: true,
    diagnosisId: 'd2',
  });

const blockDone = (at: CaseDates, history?: History): PlanDocumentInput =>
  withItem(blockScheduled(at, history), 'procedures', 'p1', { status: 'done', doneAt: at.instant(10, '09:30') });

export const blockResult = (at: CaseDates, history?: History): PlanDocumentInput =>
  withItem(blockDone(at, history), 'procedures', 'p1', {
    result: { reliefPercent: 50, duration: 'P3D', function: 'same' },
  });

const pf = ['pelvic-floor-therapy', 'pelvic-rehab'] as const;
const gy = ['gynecology', 'womens-health'] as const;

/** The plan before anything pelvic was found. */
export const painInTheShoulder: readonly CaseStep[] = [
  background(1, -40, first),
  acknowledge(-39, '10:00', 'physical-therapy', 'pt-north', 1),
  background(2, -20, second),
  acknowledge(-19, '10:00', 'physical-therapy', 'pt-north', 2),
];

export const petraFoss: CareCase['patient'] = {
  recordNumber: 'TL-B2',
  name: { given: 'Petra', family: 'Foss' },
  birthDate: '1987-05-12',
  contactLanguage: 'en',
};

export const b2PelvicPain: CareCase = {
  id: 'B2',
  title: 'Pelvic pain: pelvic-floor therapy and gynecology',
  patient: petraFoss,
  team: [member('physical-therapy', 'pt-north'), member(...gy)],
  steps: [
    ...painInTheShoulder,
    {
      kind: 'publish',
      version: 3,
      day: 0,
      time: '09:00',
      reason: 'New pelvic pain: evaluation and pelvic-floor therapy',
      document: (at) => third(at),
      told: [
        tells(...gy, 'GY-01', 'routine', 3, 'question asked'),
        tellsNobody('pelvic-floor-therapy', 'PF-01 TH-01', 'routine', 2),
        tellsDesk('coordinator', 'CO-01', 'routine', 1),
      ],
      notTold: ['physical-therapy', 'urology', 'behavioral-health'],
    },
    {
      kind: 'assign',
      day: 1,
      time: '09:00',
      role: 'pelvic-floor-therapy',
      partner: 'pelvic-rehab',
      told: tells(...pf, 'PF-01 TH-01', 'routine', 3),
    },
    acknowledge(1, '10:00', ...gy, 3),
    acknowledge(2, '10:00', ...pf, 3),
    {
      kind: 'publish',
      version: 4,
      day: 6,
      time: '09:00',
      reason: 'Pudendal block booked',
      document: (at) => blockScheduled(at),
      told: [
        tells(...pf, 'PF-03', 'routine', 8),
        tellsDesk('authorization', 'AU-02', 'urgent', 7),
        tellsDesk('patient', 'PX-01', 'routine', 7, 'neutral title'),
      ],
      notTold: ['physical-therapy', 'gynecology'],
    },
    acknowledge(7, '10:00', ...pf, 4),
    {
      kind: 'publish',
      version: 5,
      day: 10,
      time: '10:00',
      reason: 'Pudendal block done',
      document: (at) => blockDone(at),
      told: [
        tells(...pf, 'PF-02', 'urgent', 14, 'down-training day 11 to day 15'),
        tellsDesk('patient', 'PX-02', 'same-day', 10),
      ],
      notTold: ['physical-therapy', 'gynecology'],
    },
    acknowledge(13, '09:30', ...pf, 5),
    {
      kind: 'publish',
      version: 6,
      day: 13,
      time: '10:00',
      reason: 'Block: 50 % relief for three days',
      document: (at) => blockResult(at),
      told: [tells(...pf, 'PF-05', 'routine', 16), tells(...gy, 'GY-02', 'routine', 16)],
      notTold: ['physical-therapy'],
    },
  ],
};
