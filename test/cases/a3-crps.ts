/** Office worker, 36: CRPS after an ankle fracture. Early therapy and psychology, a block series, a stimulator. */
import type { PlanDocumentInput } from '#contracts';
import { acknowledge, look, member, tells, tellsDesk, withItem, type CareCase, type CaseDates } from './case.ts';
import { followUps, on } from './plan-timers.ts';

const blocks = ['p1', 'p2', 'p3'] as const;
const blockDays = [9, 16, 23] as const;

const first = (at: CaseDates): PlanDocumentInput => ({
  stage: { value: 'conservative', since: at.date(0) },
  patientContext: {
    age: 36,
    occupation: 'office work',
    dutyDemands: ['sitting'],
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'G90.521',
      group: 'crps',
      text: 'Complex regional pain syndrome of the lower limb',
      side: 'right',
      region: 'ankle',
      status: 'confirmed',
      generator: 'sympathetic',
    },
  ],
  medications: [
    {
      id: 'm1',
      ingredient: { display: 'gabapentin' },
      class: 'gabapentinoid',
      dose: 300,
      unit: 'mg',
      frequency: 'nightly',
      status: 'active',
      startedOn: at.date(0),
    },
  ],
  procedures: blocks.map((id, index) => ({
    id,
    type: 'sympathetic-block',
    intent: 'therapeutic',
    side: 'right',
    level: ['L2'],
    guidance: 'fluoroscopy',
    status: 'planned',
    series: { id: 's1', number: index + 1, of: blocks.length },
    authorizationRequired: true,
    diagnosisId: 'd1',
  })),
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['desensitization', 'graded-motor-imagery'],
      dose: { sessionsPerWeek: 3, weeks: 8 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  behavioral: [{ id: 'b1', kind: 'pain-psychology', status: 'requested', targets: ['t2'] }],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'walk-min',
      baseline: 10,
      baselineDate: at.date(0),
      target: 40,
      unit: 'min',
      trainedBy: 'physical-therapy',
      status: 'open',
    },
    {
      id: 't2',
      kind: 'sleep',
      measure: 'sleep-h',
      baseline: 4,
      baselineDate: at.date(0),
      target: 7,
      unit: 'h',
      trainedBy: 'behavioral-health',
      status: 'open',
    },
  ],
  safetyNet: { callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' } },
});

const scheduled = (at: CaseDates): PlanDocumentInput =>
  blocks.reduce(
    (plan, id, index) =>
      withItem(plan, 'procedures', id, {
        status: 'scheduled',
        scheduledAt: at.instant(blockDays[index] ?? 0, '13:00'),
      }),
    first(at),
  );

const blocksDone = (at: CaseDates, count: number): PlanDocumentInput =>
  blocks
    .slice(0, count)
    .reduce(
      (plan, id, index) =>
        withItem(plan, 'procedures', id, { status: 'done', doneAt: at.instant(blockDays[index] ?? 0, '13:30') }),
      scheduled(at),
    );

const advanced = (at: CaseDates): PlanDocumentInput => {
  let plan = blocksDone(at, 3);
  for (const id of blocks)
    plan = withItem(plan, 'procedures', id, { result: { reliefPercent: 35, duration: 'P4D', function: 'same' } });
  plan = withItem(plan, 'behavioral', 'b2', {
    kind: 'pre-implant-evaluation',
    status: 'requested',
    clearance: 'pending',
  });
  plan = withItem(plan, 'procedures', 'p4', {
    type: 'drg-trial',
    intent: 'trial',
    side: 'right',
    level: ['L5', 'S1'],
    region: 'foot',
    guidance: 'fluoroscopy',
    status: 'planned',
    trialDays: 7,
    authorizationRequired: true,
    diagnosisId: 'd1',
  });
  return { ...plan, stage: { value: 'advanced', since: at.date(30), reason: 'partial response to the block series' } };
};

const implant = {
  type: 'drg-implant',
  intent: 'implant',
  side: 'right',
  level: ['L5', 'S1'],
  region: 'right buttock',
  guidance: 'fluoroscopy',
  diagnosisId: 'd1',
} as const;

const implantTooEarly = (at: CaseDates): PlanDocumentInput =>
  withItem(advanced(at), 'procedures', 'p5', { ...implant, level: [...implant.level], status: 'planned' });

const cleared = (at: CaseDates): PlanDocumentInput =>
  withItem(advanced(at), 'behavioral', 'b2', { status: 'completed', clearance: 'cleared' });

const trialScheduled = (at: CaseDates): PlanDocumentInput =>
  withItem(cleared(at), 'procedures', 'p4', { status: 'scheduled', scheduledAt: at.instant(56, '09:00') });

const trialDone = (at: CaseDates): PlanDocumentInput =>
  withItem(trialScheduled(at), 'procedures', 'p4', { status: 'done', doneAt: at.instant(56, '10:30') });

const trialResult = (at: CaseDates): PlanDocumentInput =>
  withItem(trialDone(at), 'procedures', 'p4', { result: { reliefPercent: 60, duration: 'P7D', function: 'better' } });

const implanted = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(trialResult(at), 'procedures', 'p5', {
    ...implant,
    level: [...implant.level],
    status: 'done',
    doneAt: at.instant(84, '10:00'),
  });
  return {
    ...plan,
    patientContext: {
      ...plan.patientContext,
      implantedDevices: [
        { id: 'v1', kind: 'drg', region: 'right buttock', mriConditions: 'conditional', mriText: '1.5 T, normal mode' },
      ],
    },
  };
};

const backAtWork = (at: CaseDates): PlanDocumentInput => ({
  ...withItem(implanted(at), 'medications', 'm1', {
    status: 'tapering',
    steps: [
      { date: at.date(121), dose: 200 },
      { date: at.date(135), dose: 100 },
      { date: at.date(149), dose: 0 },
    ],
    until: at.date(149),
  }),
  work: { status: 'full' },
});

const pt = ['physical-therapy', 'pt-north'] as const;
const bh = ['behavioral-health', 'mindful-pain'] as const;
const pc = ['primary-care', 'family-care'] as const;

const blockDoneStep = (version: number, count: 1 | 2 | 3) => {
  const day = blockDays[count - 1] ?? 0;
  return {
    kind: 'publish' as const,
    version,
    day,
    time: '14:00',
    reason: `Sympathetic block ${count} of 3 done`,
    document: (at: CaseDates) => blocksDone(at, count),
    told: [
      tells(...pt, 'PT-19', 'same-day', day, 'desensitization and graded motor imagery today'),
      tellsDesk('patient', 'PX-02', 'same-day', day),
    ],
    notTold: ['behavioral-health', 'primary-care'] as const,
  };
};

export const a3Crps: CareCase = {
  id: 'A3',
  title: 'CRPS, 36, after an ankle fracture',
  patient: {
    recordNumber: 'TL-A3',
    name: { given: 'Carla', family: 'Reyes' },
    birthDate: '1990-07-21',
    contactLanguage: 'en',
  },
  team: [member(...pt), member(...bh), member(...pc)],
  steps: [
    {
      kind: 'publish',
      version: 1,
      day: 0,
      time: '09:00',
      reason: 'First visit: CRPS confirmed, early therapy and psychology',
      document: first,
      told: [
        tells(...pt, 'TH-01 PT-10 TH-10', 'urgent', 2, 'early, no forced immobilization'),
        tells(...bh, 'BH-01 BH-03 BH-07', 'urgent', 2, 'question and targets, no medication list'),
        tellsDesk('authorization', 'AU-01', 'routine', 3, 'three items'),
        tellsDesk('patient', 'PX-05', 'routine', 1),
      ],
      notTold: ['primary-care'],
    },
    acknowledge(1, '10:00', ...pt, 1),
    acknowledge(1, '10:00', ...bh, 1),
    {
      kind: 'publish',
      version: 2,
      day: 3,
      time: '09:00',
      reason: 'Block series booked',
      document: scheduled,
      told: [
        tells(...pt, 'PT-11', 'routine', 7, 'three asks, the first due first: session the same day after each block'),
        tellsDesk('authorization', 'AU-02', 'urgent', 6),
        tellsDesk('patient', 'PX-01', 'routine', 6),
      ],
      notTold: ['behavioral-health', 'primary-care'],
    },
    acknowledge(6, '10:00', ...pt, 2),
    blockDoneStep(3, 1),
    acknowledge(10, '10:00', ...pt, 3),
    blockDoneStep(4, 2),
    acknowledge(17, '10:00', ...pt, 4),
    blockDoneStep(5, 3),
    acknowledge(24, '10:00', ...pt, 5),
    {
      kind: 'publish',
      version: 6,
      day: 30,
      time: '10:00',
      reason: 'Series helped 35 % for four days: stimulator trial considered',
      document: advanced,
      told: [
        tells(...pt, 'PT-33', 'routine', 35, 'baseline tests'),
        tells(...bh, 'BH-02', 'routine', 35, 'pre-implant evaluation'),
        tells(...pc, 'PC-13', 'routine', 35, 'first message ever'),
        tellsDesk('authorization', 'AU-01', 'routine', 37, 'trial packet'),
      ],
      notTold: [],
    },
    acknowledge(31, '10:00', ...pt, 6),
    acknowledge(31, '10:00', ...bh, 6),
    acknowledge(31, '10:00', ...pc, 6),
    {
      kind: 'refuse',
      day: 31,
      time: '11:00',
      reason: 'Permanent stimulator at once',
      document: implantTooEarly,
      errors: [
        { path: 'procedures[4].prerequisite', says: ['trial', 'none found', 'override'] },
        { path: 'procedures[4].prerequisite', says: ['pre-implant evaluation', 'pending', 'no override'] },
      ],
    },
    {
      kind: 'publish',
      version: 7,
      day: 44,
      time: '10:00',
      reason: 'Pre-implant evaluation: cleared',
      document: cleared,
      told: [],
      notTold: ['physical-therapy', 'behavioral-health', 'primary-care'],
    },
    {
      kind: 'publish',
      version: 8,
      day: 48,
      time: '09:00',
      reason: 'Stimulator trial booked',
      document: trialScheduled,
      told: [
        tells(...pt, 'PT-20', 'urgent', 51, 'over the holiday'),
        tellsDesk('authorization', 'AU-02', 'routine', 48),
        tellsDesk('patient', 'PX-01', 'routine', 50),
      ],
      notTold: ['behavioral-health', 'primary-care'],
    },
    acknowledge(49, '10:00', ...pt, 8),
    {
      kind: 'publish',
      version: 9,
      day: 56,
      time: '11:00',
      reason: 'Trial leads placed',
      document: trialDone,
      told: [
        tells(...pt, 'PT-21', 'same-day', 56, 'measure now, on days 2 and 5'),
        tellsDesk('scheduling', 'SD-09', 'same-day', 56, 'interrogation, lead removal'),
        tellsDesk('patient', 'PX-02', 'same-day', 56),
      ],
      notTold: ['behavioral-health', 'primary-care'],
    },
    acknowledge(57, '10:00', ...pt, 9),
    {
      kind: 'publish',
      version: 10,
      day: 63,
      time: '10:00',
      reason: 'Trial: 60 % relief, function better',
      document: trialResult,
      told: [tellsDesk('authorization', 'AU-05', 'routine', 70), tellsDesk('scheduling', 'SD-12', 'routine', 70)],
      notTold: ['behavioral-health', 'primary-care', 'physical-therapy'],
    },
    {
      kind: 'publish',
      version: 11,
      day: 84,
      time: '11:00',
      reason: 'Stimulator implanted',
      document: implanted,
      told: [
        tells(...pt, 'PT-22', 'urgent', 85, 'restrictions 6-8 weeks'),
        tells(...pc, 'PC-11', 'urgent', 85, 'device card, MRI conditions'),
        tellsDesk('patient', 'PX-02', 'same-day', 84),
      ],
      notTold: ['behavioral-health', 'imaging'],
    },
    acknowledge(85, '10:00', ...pt, 11),
    acknowledge(85, '10:00', ...pc, 11),
    {
      kind: 'publish',
      version: 12,
      day: 120,
      time: '09:00',
      reason: 'Full-time office work; gabapentin steps down',
      document: backAtWork,
      told: [tells(...pt, 'TH-07', 'routine', 122, 'work conditioning'), tellsDesk('patient', 'PX-05', 'routine', 121)],
      notTold: ['primary-care', 'behavioral-health', 'pharmacy'],
    },
    acknowledge(121, '10:00', ...pt, 12),
    look(121, '12:00', 'what the evaluation and the trial made the clinic come back to', async (story) => {
      const kinds = ['pre-implant-evaluation', 'trial-interrogation', 'trial-ends', 'result-missing'];
      story.expectEqual('came', await followUps(story, 'fired', ...kinds), [
        on(story.at, 'pre-implant-evaluation', 44),
        on(story.at, 'trial-interrogation', 58),
        on(story.at, 'trial-ends', 63),
      ]);
      story.expectEqual('fell away: the result came', await followUps(story, 'cancelled', ...kinds), [
        on(story.at, 'result-missing', 64),
      ]);
      story.expectEqual('still waiting', await followUps(story, 'pending', ...kinds), []);
    }),
  ],
};
