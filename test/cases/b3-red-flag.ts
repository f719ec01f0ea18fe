/**
 * Weakness of both legs and new incontinence in a lumbar patient: an emergency. The same patient with weakness of one leg: today. And
 * a pelvic patient whose incontinence is known: nothing.
 */
import type { PlanDocumentInput, TriageAnswer, WorkItem } from '#contracts';
import {
  acknowledge,
  type CareCase,
  type CaseDates,
  type CaseStep,
  member,
  tells,
  tellsDesk,
  tellsNobody,
  then,
  type Told,
  withItem,
  background,
} from './case.ts';
import type { Story } from './story.ts';

const first = (at: CaseDates): PlanDocumentInput => ({
  stage: { value: 'conservative', since: at.date(-30) },
  patientContext: {
    age: 52,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'M51.17',
      group: 'lumbar-radiculopathy',
      text: 'Lumbosacral radiculopathy',
      side: 'left',
      level: ['L5-S1'],
      status: 'confirmed',
      generator: 'nerve-root',
      onset: at.date(-45),
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['walking-intervals', 'nerve-glides'],
      dose: { sessionsPerWeek: 1, weeks: 8 },
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
      baselineDate: at.date(-30),
      target: 40,
      unit: 'min',
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
  safetyNet: {
    watchFor: ['new weakness', 'loss of bladder control'],
    callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' },
  },
});

const second = (at: CaseDates): PlanDocumentInput =>
  withItem(first(at), 'rehab', 'r1', { dose: { sessionsPerWeek: 2, weeks: 8 } });
const third = (at: CaseDates): PlanDocumentInput =>
  withItem(second(at), 'lifestyle', 'l1', { kind: 'pacing', status: 'active' });
const fourth = (at: CaseDates): PlanDocumentInput =>
  withItem(third(at), 'rehab', 'r1', { program: ['walking-intervals', 'nerve-glides', 'core-endurance'] });
const fifth = (at: CaseDates): PlanDocumentInput => ({ ...fourth(at), notes: 'Steady.' });

/** The plan as it is, the flag, its hold and its pictures: what an alarm makes of a plan. */
const alarmed = (
  at: CaseDates,
  flag: NonNullable<PlanDocumentInput['redFlags']>[number],
  urgency: 'emergency' | 'same-day',
): PlanDocumentInput => {
  const hold = urgency === 'emergency' ? 'hold-all' : 'hold-loading';
  let plan = withItem(fifth(at), 'redFlags', flag.id, flag);
  plan = withItem(plan, 'imaging', 'i1', {
    modality: 'mri',
    region: 'lumbar spine',
    reason: 'new neurologic signs',
    urgency,
    by: at.date(urgency === 'emergency' ? 0 : 1),
    status: 'ordered',
    diagnosisId: 'd1',
  });
  return withItem(plan, 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: hold, cause: 'urgent medical review', from: at.date(0), until: 'until-cleared' }],
  });
};

const emergency = (at: CaseDates): PlanDocumentInput =>
  alarmed(
    at,
    {
      id: 'g1',
      kind: 'cauda-equina',
      observedAt: at.instant(0, '16:30'),
      side: 'bilateral',
      level: ['L5-S1'],
      region: 'lumbar spine',
      neurologicSign: true,
      status: 'active',
    },
    'emergency',
  );

const cleared = (at: CaseDates): PlanDocumentInput => {
  let plan = withItem(emergency(at), 'redFlags', 'g1', {
    status: 'cleared',
    clearedBy: 'Dr. Physician',
    clearedAt: at.instant(3, '09:30'),
    finding: 'spine excluded',
  });
  plan = withItem(plan, 'imaging', 'i1', { status: 'resulted', summary: 'no compression of the cauda equina' });
  return withItem(plan, 'rehab', 'r1', { restrictions: [] });
};

const sameDay = (at: CaseDates): PlanDocumentInput =>
  withItem(
    alarmed(
      at,
      {
        id: 'g1',
        kind: 'progressive-weakness',
        observedAt: at.instant(0, '09:40'),
        side: 'left',
        level: ['L5-S1'],
        region: 'lumbar spine',
        neurologicSign: true,
        status: 'active',
      },
      'same-day',
    ),
    'deficits',
    'f1',
    {
      kind: 'motor',
      text: 'foot lift weak',
      side: 'left',
      progression: 'progressive',
      observedAt: at.instant(0, '09:40'),
    },
  );

const pt = ['physical-therapy', 'pt-north'] as const;

const upToVersion5: readonly CaseStep[] = [
  background(1, -30, first),
  acknowledge(-29, '10:00', ...pt, 1),
  background(2, -24, second),
  acknowledge(-23, '10:00', ...pt, 2),
  background(3, -17, third),
  background(4, -10, fourth),
  acknowledge(-9, '10:00', ...pt, 4),
  background(5, -3, fifth),
];

const lumbar = (id: string, title: string, steps: readonly CaseStep[]): CareCase => ({
  id,
  title,
  patient: {
    recordNumber: `TL-${id}`,
    name: { given: 'Nora', family: 'West' },
    birthDate: '1974-11-02',
    contactLanguage: 'en',
  },
  team: [member(...pt), member('primary-care', 'family-care')],
  steps: [...upToVersion5, ...steps],
});

const at1740 = (told: Told): Told => ({ ...told, due: { day: 0, time: '17:40' } });
const others = [
  'primary-care',
  'pharmacy',
  'behavioral-health',
  'neurology',
  'orthopedics',
  'urology',
  'pelvic-floor-therapy',
] as const;

/** Whom new weakness of both legs calls, within the hour. */
const alarm: readonly Told[] = [
  at1740(tells(...pt, 'PT-30', 'emergency', 0, 'hold all treatment, and not why')),
  at1740(tellsNobody('spine-surgery', 'SP-02', 'emergency', 0)),
  at1740(tellsNobody('imaging', 'IM-01', 'emergency', 0, 'MRI of the lumbar spine')),
  at1740(tellsDesk('physician', 'PH-01', 'emergency', 0)),
  at1740(tellsDesk('coordinator', 'CO-01 CO-02', 'emergency', 0, 'phone the patient and therapy')),
  { ...tellsDesk('authorization', 'AU-06', 'same-day', 0, 'never holds the MRI'), due: { day: 0, time: '18:40' } },
  at1740(tellsDesk('patient', 'PX-08', 'emergency', 0, 'go to the emergency department')),
];

export const b3RedFlag = lumbar('B3', 'Weakness of both legs and incontinence: an emergency', [
  {
    kind: 'publish',
    version: 6,
    day: 0,
    time: '16:40',
    reason: 'Therapy reports weakness of both legs and new incontinence',
    document: emergency,
    told: alarm,
    notTold: others,
  },
  acknowledge(1, '10:00', ...pt, 6),
  {
    kind: 'publish',
    version: 7,
    day: 3,
    time: '10:00',
    reason: 'Spine excluded: the flag is cleared, treatment goes on',
    document: cleared,
    told: [
      tells(...pt, 'AL-07', 'routine', 6, 'resume as prescribed'),
      tellsDesk('patient', 'PX-09', 'urgent', 6, 'what is allowed again'),
    ],
    notTold: [...others, 'spine-surgery', 'imaging'],
  },
]);

export const b3SameDay = lumbar('B3-same-day', 'Weakness of one leg got worse: the same day', [
  {
    kind: 'publish',
    version: 6,
    day: 0,
    time: '10:00',
    reason: 'Weakness of the left foot got worse, no bladder sign',
    document: sameDay,
    told: [
      tells(...pt, 'PT-30', 'same-day', 0, 'hold loading'),
      tellsNobody('spine-surgery', 'SP-02', 'same-day', 0, 'within 24 hours'),
      tellsNobody('imaging', 'IM-01', 'same-day', 0),
      tellsDesk('scheduling', 'SD-06', 'same-day', 0, 'slot today'),
      tellsDesk('physician', 'PH-01', 'same-day', 0),
      tellsDesk('coordinator', 'CO-01', 'same-day', 0),
      tellsDesk('authorization', 'AU-06', 'same-day', 0),
      tellsDesk('patient', 'PX-09', 'same-day', 0),
    ],
    notTold: others,
  },
]);

/** The same, as it really comes in: therapy reports it, the patient calls too, and it rings until the physician takes it. */
export const b3Reported = lumbar('B3-reported', 'The emergency is reported, twice, and taken', [
  then(0, '16:40', 'PT-North reports weakness of both legs and new incontinence', async (story) => {
    const answer = await report(story, 'partner:pt-north');
    story.expectEqual('the answer', [answer.urgency, answer.version, answer.alreadyKnown], ['emergency', 6, false]);
    await story.untilRouted(6);
    story.expectTold('the report', await story.toldOf(6), alarm);
  }),
  then(0, '16:50', 'the patient calls with the same finding: no second alarm', async (story) => {
    const answer = await report(story, 'coordinator');
    story.expectEqual('the answer', [answer.version, answer.alreadyKnown], [null, true]);
    story.expectEqual('the version in force', (await story.team()).currentVersion, 6);
    story.expectTold('still the same', await story.toldOf(6), alarm);
  }),
  then(0, '16:57', 'it rang again', async (story) => {
    story.expectEqual('rings', (await alarmOf(story))?.alarms, 1);
  }),
  then(0, '16:58', 'the physician takes it', async (story) => {
    const item = await alarmOf(story);
    await story.api.post(`/api/work-items/${item?.id}/take`, 'physician', {});
  }),
  then(0, '17:30', 'and it is silent', async (story) => {
    story.expectEqual('rings', (await alarmOf(story))?.alarms, 1);
    const ringing = (await story.workItems()).filter(({ alarms }) => alarms > 1);
    story.expectEqual('others', ringing.length, 0);
  }),
]);

const report = (story: Story, as: string): Promise<TriageAnswer> =>
  story.api.post<TriageAnswer>(`/api/patients/${story.patientId}/triage`, as, {
    redFlags: [
      { kind: 'cauda-equina', side: 'bilateral', level: ['L5-S1'], region: 'lumbar spine', neurologicSign: true },
    ],
    note: 'Both legs weak since noon.',
  });

const alarmOf = async (story: Story): Promise<WorkItem | undefined> =>
  (await story.workItems('&desk=physician')).find(({ ask }) => ask.ruleId === 'PH-01');

const pelvic = (at: CaseDates): PlanDocumentInput => ({
  patientContext: {
    age: 47,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
    pregnancy: 'no',
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'R10.23',
      group: 'pelvic-pain',
      text: 'Pelvic pain',
      side: 'bilateral',
      status: 'confirmed',
      generator: 'muscle',
      history: 'neither',
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'pelvic-floor-therapy',
      diagnosisId: 'd1',
      program: ['down-training', 'breath-work'],
      dose: { sessionsPerWeek: 1, weeks: 10 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'sit-min',
      baseline: 10,
      baselineDate: at.date(-30),
      target: 45,
      unit: 'min',
      trainedBy: 'pelvic-floor-therapy',
      status: 'open',
    },
  ],
});

const knownIncontinence = (at: CaseDates): PlanDocumentInput =>
  withItem(pelvic(at), 'redFlags', 'g1', {
    kind: 'cauda-equina',
    onset: 'known',
    observedAt: at.instant(0, '09:30'),
    status: 'active',
  });

export const b3NoAlarm: CareCase = {
  id: 'B3-no-alarm',
  title: 'Incontinence that is known and unchanged alarms nobody',
  patient: {
    recordNumber: 'TL-B3-no-alarm',
    name: { given: 'Irma', family: 'Lund' },
    birthDate: '1979-05-21',
    contactLanguage: 'en',
  },
  team: [member('pelvic-floor-therapy', 'pelvic-rehab'), member('primary-care', 'family-care')],
  steps: [
    background(1, -30, pelvic),
    acknowledge(-29, '10:00', 'pelvic-floor-therapy', 'pelvic-rehab', 1),
    {
      kind: 'publish',
      version: 2,
      day: 0,
      time: '10:00',
      reason: 'Incontinence, known since the last birth and unchanged',
      document: knownIncontinence,
      told: [],
      notTold: ['pelvic-floor-therapy', 'primary-care', 'spine-surgery', 'imaging', 'urology', 'gynecology'],
    },
  ],
};
