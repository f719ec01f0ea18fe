/** Back pain with a cancer history: a bone metastasis calls oncology today and holds therapy without saying why. */
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

/** Nobody but the clinic and the cancer team may read one of these anywhere. */
export const wordsHiddenFromTherapy = [
  'cancer',
  'metasta',
  'oncolog',
  'tumor',
  'malign',
  'breast',
  'C79',
  'G89.3',
] as const;

const first = (at: CaseDates): PlanDocumentInput => ({
  patientContext: {
    age: 61,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
    cancerHistory: { value: 'past', site: 'breast' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'M54.59',
      text: 'Chronic low back pain',
      status: 'confirmed',
      generator: 'muscle',
      onset: 'gradual',
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['core-endurance', 'graded-aerobic'],
      dose: { sessionsPerWeek: 1, weeks: 12 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'walk-min',
      baseline: 15,
      baselineDate: at.date(-60),
      target: 40,
      unit: 'min',
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
  safetyNet: { callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' } },
});

const second = (at: CaseDates): PlanDocumentInput =>
  withItem(first(at), 'rehab', 'r1', { dose: { sessionsPerWeek: 2, weeks: 12 } });
const third = (at: CaseDates): PlanDocumentInput =>
  withItem(second(at), 'lifestyle', 'l1', { kind: 'pacing', status: 'active' });

/** What examination found at T8, and the hold; what called for it and what is imaged come on top. */
export const painAtT8 = (at: CaseDates): PlanDocumentInput => {
  let plan = third(at);
  plan = withItem(plan, 'diagnoses', 'd2', {
    code: 'C79.51',
    group: 'cancer-pain',
    text: 'Bone metastasis T8',
    level: ['T8'],
    region: 'T8',
    status: 'suspected',
    generator: 'bone',
    structuralRisk: { value: 'possible', region: 'T8' },
    question: 'staging and systemic options; is T8 stable?',
  });
  plan = withItem(plan, 'diagnoses', 'd3', {
    code: 'G89.3',
    group: 'cancer-pain',
    text: 'Neoplasm-related pain',
    region: 'T8',
    status: 'suspected',
  });
  return withItem(plan, 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'hold-loading', region: 'T8', from: at.date(0), until: 'until-cleared' }],
  });
};

const suspected = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(painAtT8(at), 'redFlags', 'g1', {
    kind: 'cancer-history-pain',
    observedAt: at.instant(0, '09:30'),
    region: 'T8',
    neurologicSign: false,
    status: 'active',
  });
  return withItem(plan, 'imaging', 'i1', {
    modality: 'mri',
    region: 'thoracic spine',
    reason: 'new night pain at T8',
    status: 'ordered',
    by: at.date(7),
    diagnosisId: 'd2',
  });
};

const unstable = (at: CaseDates): PlanDocumentInput => {
  let plan = withItem(suspected(at), 'imaging', 'i1', {
    status: 'resulted',
    changesDiagnosis: true,
    summary: 'pathologic fracture of T8, no cord contact',
  });
  plan = withItem(plan, 'diagnoses', 'd2', { structuralRisk: { value: 'unstable', region: 'T8' } });
  return withItem(plan, 'diagnoses', 'd4', {
    code: 'M84.58XA',
    group: 'cancer-pain',
    text: 'Pathologic fracture of T8',
    level: ['T8'],
    region: 'T8',
    status: 'confirmed',
    generator: 'bone',
    question: 'vertebroplasty?',
  });
};

const stabilized = (at: CaseDates): PlanDocumentInput => {
  let plan = withItem(unstable(at), 'procedures', 'p1', {
    type: 'vertebroplasty',
    intent: 'therapeutic',
    level: ['T8'],
    region: 'T8',
    guidance: 'fluoroscopy',
    status: 'done',
    doneAt: at.instant(7, '11:00'),
    diagnosisId: 'd4',
  });
  plan = withItem(plan, 'diagnoses', 'd2', {
    structuralRisk: { value: 'stable-cleared', region: 'T8', limits: '5 kg' },
  });
  return withItem(plan, 'rehab', 'r1', { restrictions: [] });
};

const pt = ['physical-therapy', 'pt-north'] as const;
const on = ['oncology', 'regional-oncology'] as const;
const ro = ['radiation-oncology', 'regional-oncology'] as const;
const im = ['imaging', 'city-imaging'] as const;
const ir = ['interventional-radiology', 'vertebral-ir'] as const;
const sp = ['spine-surgery', 'spine-group'] as const;

/** The plan and the clinics before anything alarming was found. */
export const painInTheBack: readonly CaseStep[] = [
  background(1, -60, first),
  acknowledge(-59, '10:00', ...pt, 1),
  background(2, -40, second),
  acknowledge(-39, '10:00', ...pt, 2),
  background(3, -20, third),
];

export const belaMarsh: CareCase['patient'] = {
  recordNumber: 'TL-B1',
  name: { given: 'Bela', family: 'Marsh' },
  birthDate: '1965-08-30',
  contactLanguage: 'en',
};
export const beforeOncology = [member(...pt), member('primary-care', 'family-care')] as const;

export const b1BoneMetastasis: CareCase = {
  id: 'B1',
  title: 'Cancer pain: bone metastasis calls radiation oncology',
  patient: belaMarsh,
  team: beforeOncology,
  steps: [
    ...painInTheBack,
    {
      kind: 'publish',
      version: 4,
      day: 0,
      time: '10:00',
      reason: 'New night pain at T8 with a cancer history',
      document: suspected,
      told: [
        tells(...pt, 'PT-31', 'same-day', 0, 'do not load T8: its stability is not yet known'),
        tellsNobody('oncology', 'ON-01 ON-02', 'urgent', 1),
        tellsNobody('radiation-oncology', 'RO-01', 'urgent', 1),
        tellsNobody('palliative-care', 'PA-01', 'urgent', 1),
        tellsNobody('imaging', 'IM-01', 'same-day', 0),
        tellsDesk('coordinator', 'CO-01', 'same-day', 0, 'four roles; imaging first'),
        tellsDesk('authorization', 'AU-06', 'same-day', 0),
        tellsDesk('physician', 'PH-01', 'same-day', 0),
        tellsDesk('patient', 'PX-09', 'same-day', 0, 'what not to lift, when to call'),
      ],
      notTold: ['primary-care', 'behavioral-health', 'spine-surgery', 'interventional-radiology'],
    },
    {
      kind: 'assign',
      day: 0,
      time: '11:00',
      role: 'oncology',
      partner: 'regional-oncology',
      told: tells(...on, 'ON-01 ON-02', 'urgent', 1),
    },
    {
      kind: 'assign',
      day: 0,
      time: '11:00',
      role: 'radiation-oncology',
      partner: 'regional-oncology',
      told: tells(...ro, 'RO-01', 'urgent', 1),
    },
    {
      kind: 'assign',
      day: 0,
      time: '11:00',
      role: 'imaging',
      partner: 'city-imaging',
      told: tells(...im, 'IM-01', 'same-day', 0),
    },
    acknowledge(1, '10:00', ...pt, 4),
    acknowledge(1, '10:00', ...on, 4),
    acknowledge(1, '10:00', ...ro, 4),
    acknowledge(1, '10:00', ...im, 4),
    {
      kind: 'publish',
      version: 5,
      day: 2,
      time: '10:00',
      reason: 'MRI: pathologic fracture of T8, unstable',
      document: unstable,
      told: [
        tells(...on, 'ON-01 ON-04', 'urgent', 3),
        tells(...ro, 'RO-04 AL-05', 'urgent', 3, 'stabilize first?'),
        tellsNobody('palliative-care', 'PA-01', 'urgent', 1, 'takes up the change and keeps its due'),
        tellsNobody('interventional-radiology', 'IR-01', 'urgent', 3, 'vertebroplasty question'),
        tellsNobody('spine-surgery', 'SP-05', 'urgent', 3, 'stabilization question'),
        tellsDesk('coordinator', 'CO-01', 'routine', 3, 'two new roles'),
      ],
      notTold: ['physical-therapy', 'primary-care', 'imaging'],
    },
    {
      kind: 'assign',
      day: 3,
      time: '09:00',
      role: 'interventional-radiology',
      partner: 'vertebral-ir',
      told: tells(...ir, 'IR-01', 'urgent', 6),
    },
    {
      kind: 'assign',
      day: 3,
      time: '09:00',
      role: 'spine-surgery',
      partner: 'spine-group',
      told: tells(...sp, 'SP-05', 'urgent', 6),
    },
    acknowledge(3, '10:00', ...on, 5),
    acknowledge(3, '10:00', ...ro, 5),
    acknowledge(3, '15:00', ...ir, 5),
    acknowledge(3, '15:00', ...sp, 5),
    {
      kind: 'publish',
      version: 6,
      day: 9,
      time: '10:00',
      reason: 'Vertebroplasty done; T8 cleared with a limit of 5 kg',
      document: stabilized,
      told: [
        tells(...pt, 'PT-32', 'routine', 13, 'graded loading, limit 5 kg'),
        tells(...on, 'ON-06', 'urgent', 10),
        tellsDesk('patient', 'PX-02 PX-09', 'same-day', 9),
      ],
      notTold: [
        'primary-care',
        'interventional-radiology',
        'spine-surgery',
        'radiation-oncology',
        'imaging',
        'palliative-care',
      ],
    },
  ],
};
