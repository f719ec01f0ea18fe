/** Nurse, 44: right L5-S1 radiculopathy after lifting a patient. Therapy early, one epidural, back to full shifts. */
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
    age: 44,
    occupation: 'nurse',
    dutyDemands: ['patient-handling'],
    workGoal: { text: 'full shifts', targetId: 't3' },
    lifeGoal: { text: 'sleep through', targetId: 't2' },
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'M54.17',
      group: 'lumbar-radiculopathy',
      text: 'Lumbosacral radiculopathy',
      side: 'right',
      status: 'suspected',
      generator: 'nerve-root',
      onset: at.date(-9),
      evidence: [{ kind: 'exam', text: 'straight leg raise positive right' }],
    },
  ],
  deficits: [
    {
      id: 'f1',
      kind: 'motor',
      text: 'great-toe extension weak',
      side: 'right',
      progression: 'stable',
      observedAt: at.instant(0, '08:30'),
    },
  ],
  medications: [
    {
      id: 'm1',
      ingredient: { display: 'prednisone' },
      class: 'steroid-taper',
      status: 'active',
      startedOn: at.date(0),
      until: at.date(5),
      steps: [
        { date: at.date(0), dose: 40 },
        { date: at.date(3), dose: 20 },
        { date: at.date(5), dose: 0 },
      ],
      unit: 'mg',
    },
    {
      id: 'm2',
      ingredient: { display: 'gabapentin' },
      class: 'gabapentinoid',
      dose: 300,
      unit: 'mg',
      frequency: 'nightly',
      status: 'titrating',
      startedOn: at.date(0),
      until: at.date(56),
      steps: [
        { date: at.date(0), dose: 300 },
        { date: at.date(7), dose: 600 },
        { date: at.date(14), dose: 900 },
        { date: at.date(45), dose: 300 },
        { date: at.date(56), dose: 0 },
      ],
      judgedBy: ['t2'],
    },
  ],
  imaging: [
    {
      id: 'i1',
      modality: 'mri',
      region: 'lumbar spine',
      reason: 'radicular pain with a stable deficit',
      status: 'ordered',
      networkRequired: true,
      diagnosisId: 'd1',
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['positional-unloading', 'walking-intervals'],
      dose: { sessionsPerWeek: 2, weeks: 6, minutes: 45 },
      progression: { measure: 'walk-min', op: 'gte', value: 10, then: 'hip hinge, then carries' },
      restrictions: [
        { id: 'x1', kind: 'no-flexion-loading', region: 'lumbar spine', from: at.date(0), until: at.date(42) },
      ],
      targets: ['t1', 't3'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'symptom',
      measure: 'nrs',
      baseline: 8,
      baselineDate: at.date(0),
      target: 3,
      due: at.date(42),
      trainedBy: 'physical-therapy',
      status: 'open',
    },
    {
      id: 't2',
      kind: 'life-goal',
      measure: 'sleep-h',
      baseline: 3,
      baselineDate: at.date(0),
      target: 6,
      unit: 'h',
      due: at.date(42),
      status: 'open',
    },
    {
      id: 't3',
      kind: 'work-goal',
      measure: 'duty-h',
      baseline: 0,
      baselineDate: at.date(0),
      target: 12,
      unit: 'h',
      due: at.date(60),
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
  safetyNet: {
    watchFor: ['new weakness', 'loss of bladder control'],
    callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' },
  },
  reviewDate: at.date(90),
});

const imaged = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(first(at), 'imaging', 'i1', {
    status: 'resulted',
    changesDiagnosis: true,
    summary: 'right L5-S1 paracentral herniation, concordant with the symptoms',
  });
  return withItem(plan, 'diagnoses', 'd1', {
    code: 'M51.17',
    text: 'L5-S1 disc herniation with radiculopathy',
    level: ['L5-S1'],
    status: 'confirmed',
  });
};

const epiduralPlanned = (at: CaseDates): PlanDocumentInput => ({
  ...withItem(imaged(at), 'procedures', 'p1', {
    type: 'esi-transforaminal',
    intent: 'therapeutic',
    side: 'right',
    level: ['S1'],
    approach: 'transforaminal',
    guidance: 'fluoroscopy',
    steroid: { agent: 'dexamethasone', mg: 10 },
    status: 'planned',
    authorizationRequired: true,
    diagnosisId: 'd1',
    ifNoBenefit: 'surgical consultation',
  }),
  stage: { value: 'interventional-therapeutic', since: at.date(6) },
});

const epiduralScheduled = (at: CaseDates): PlanDocumentInput =>
  withItem(epiduralPlanned(at), 'procedures', 'p1', { status: 'scheduled', scheduledAt: at.instant(13, '10:00') });

const epiduralDone = (at: CaseDates): PlanDocumentInput =>
  withItem(epiduralScheduled(at), 'procedures', 'p1', { status: 'done', doneAt: at.instant(13, '10:30') });

const painTargetMet = (at: CaseDates): PlanDocumentInput =>
  withItem(
    withItem(epiduralDone(at), 'procedures', 'p1', { result: { reliefPercent: 62, function: 'better' } }),
    'targets',
    't1',
    { status: 'met' },
  );

const maintenance = (at: CaseDates): PlanDocumentInput => {
  let plan = painTargetMet(at);
  plan = withItem(plan, 'targets', 't2', { status: 'met' });
  plan = withItem(plan, 'targets', 't3', { status: 'met' });
  plan = withItem(plan, 'rehab', 'r1', { status: 'completed', cause: 'goals reached' });
  plan = withItem(plan, 'medications', 'm1', { status: 'stopped', stopReason: { kind: 'completed' } });
  plan = withItem(plan, 'medications', 'm2', { status: 'stopped', stopReason: { kind: 'completed' } });
  plan = withItem(plan, 'medications', 'm3', {
    ingredient: { display: 'diclofenac gel' },
    class: 'topical',
    route: 'topical',
    frequency: 'as-needed',
    status: 'active',
    startedOn: at.date(59),
  });
  return { ...plan, stage: { value: 'maintenance', since: at.date(59) } };
};

const pt = ['physical-therapy', 'pt-north'] as const;

export const a1Nurse: CareCase = {
  id: 'A1',
  title: 'Nurse, 44: right L5-S1 radiculopathy',
  patient: {
    recordNumber: 'TL-A1',
    name: { given: 'Anna', family: 'Nowak' },
    birthDate: '1982-09-14',
    contactLanguage: 'en',
  },
  team: [
    member('physical-therapy', 'pt-north'),
    member('primary-care', 'family-care'),
    member('imaging', 'city-imaging'),
    proposed('spine-surgery', 'spine-group'),
  ],
  steps: [
    {
      kind: 'publish',
      version: 1,
      day: 0,
      time: '09:00',
      reason: 'First visit: suspected radiculopathy, conservative start',
      document: first,
      told: [
        tells(
          ...pt,
          'TH-01 TH-10',
          'routine',
          2,
          'prescription with restriction and targets; drowsiness, no drug name',
        ),
        tells('imaging', 'city-imaging', 'IM-01', 'routine', 2, 'MRI lumbar, in-network'),
        tellsDesk('authorization', 'AU-06', 'routine', 2, 'network and permission'),
        tellsDesk('patient', 'PX-05', 'routine', 1, 'medicine steps'),
      ],
      notTold: ['primary-care', 'spine-surgery', 'behavioral-health', 'pharmacy'],
    },
    acknowledge(1, '10:00', ...pt, 1),
    acknowledge(1, '10:00', 'imaging', 'city-imaging', 1),
    {
      kind: 'publish',
      version: 2,
      day: 3,
      time: '10:00',
      reason: 'MRI: right L5-S1 herniation, concordant; diagnosis confirmed',
      document: imaged,
      told: [tells(...pt, 'PT-07', 'routine', 7, 'no flexion-loaded lifts early, slow nerve glides')],
      notTold: ['imaging', 'primary-care', 'spine-surgery'],
    },
    { kind: 'complete', day: 3, time: '10:30', role: 'imaging', partner: 'city-imaging' },
    {
      kind: 'publish',
      version: 3,
      day: 6,
      time: '15:00',
      reason: 'Leg pain unchanged: one transforaminal epidural planned',
      document: epiduralPlanned,
      told: [tellsDesk('authorization', 'AU-01', 'routine', 9, 'submit')],
      notTold: ['physical-therapy', 'primary-care', 'spine-surgery', 'imaging'],
    },
    {
      kind: 'publish',
      version: 4,
      day: 8,
      time: '11:00',
      reason: 'Epidural authorized and booked',
      document: epiduralScheduled,
      told: [
        tells(
          ...pt,
          'PT-07 PT-11',
          'routine',
          7,
          'one handoff from version 1; PT-07 keeps its due; window of the epidural',
        ),
        tellsDesk('authorization', 'AU-02', 'urgent', 9, 'covers date, units, side, level'),
        tellsDesk('patient', 'PX-01', 'routine', 8, 'preparation'),
      ],
      notTold: ['primary-care', 'spine-surgery', 'imaging'],
    },
    acknowledge(8, '14:00', ...pt, 4),
    {
      kind: 'publish',
      version: 5,
      day: 13,
      time: '11:30',
      reason: 'Epidural done',
      document: epiduralDone,
      told: [
        tells(...pt, 'PT-14', 'routine', 15, 'loading from day 15: walking, core endurance, hip hinge'),
        tellsDesk('patient', 'PX-02', 'same-day', 13, 'aftercare'),
      ],
      notTold: ['primary-care', 'spine-surgery', 'imaging'],
    },
    look(
      13,
      '12:00',
      'the next steroid into the low back: not before day 27, one of four sessions in a year',
      async (story) => {
        const { injections } = await story.api.get<{ injections: unknown[] }>(
          `/api/plans/${story.planId}/pathway`,
          'physician',
        );
        story.expectEqual('spacing', injections, [
          {
            region: 'low back',
            last: story.at.date(13),
            notBefore: story.at.date(27),
            sessionsInYear: 1,
            mostInYear: 4,
          },
        ]);
      },
    ),
    acknowledge(14, '10:00', ...pt, 5),
    {
      kind: 'publish',
      version: 6,
      day: 20,
      time: '10:00',
      reason: 'Pain 3 of 10, relief 62 %: pain target met',
      document: painTargetMet,
      told: [tells(...pt, 'TH-13', 'routine', 27, 'pain target met'), tellsDesk('physician', 'PH-04', 'routine', 27)],
      notTold: ['primary-care', 'spine-surgery', 'imaging'],
    },
    acknowledge(21, '10:00', ...pt, 6),
    {
      kind: 'publish',
      version: 7,
      day: 59,
      time: '10:00',
      reason: 'Full shifts, rare flares: therapy completed, maintenance',
      document: maintenance,
      told: [
        tells(...pt, 'TH-06 TH-13 AL-04', 'routine', 63, 'discharge summary; home program'),
        tells('primary-care', 'family-care', 'AL-04', 'routine', 66, 'when to come back; nothing beyond identity'),
        tellsDesk('physician', 'PH-04', 'routine', 66),
        tellsDesk('patient', 'PX-05 PX-10', 'routine', 62),
      ],
      notTold: ['spine-surgery', 'imaging', 'pharmacy'],
    },
    acknowledge(62, '10:00', ...pt, 7),
    acknowledge(62, '10:00', 'primary-care', 'family-care', 7),
    look(63, '12:00', 'of all moments the plan review is left', async (story) => {
      story.expectEqual('waiting', await followUps(story, 'pending'), [on(story.at, 'plan-review', 90)]);
      story.expectEqual('titration checks that came', await followUps(story, 'fired', 'titration-check'), [
        on(story.at, 'titration-check', 3),
        on(story.at, 'titration-check', 10),
        on(story.at, 'titration-check', 17),
      ]);
      const asked = (await story.workItems()).filter(({ ask }) => ask.ruleId === 'PH-11');
      story.expectEqual('checkpoints that the physician heard of', asked.length, 0);
    }),
  ],
};
