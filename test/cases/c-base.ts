/** What the cases of the loop start from: a lumbar plan at version 3 that everybody works from. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  type CareCase,
  type CaseDates,
  type CaseMember,
  type CaseStep,
  member,
  background,
} from './case.ts';

export const lumbarPlan = (at: CaseDates): PlanDocumentInput => ({
  stage: { value: 'conservative', since: at.date(-14) },
  patientContext: { age: 50, allergies: { state: 'none-known' }, diabetes: { value: 'no' } },
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
      onset: at.date(-40),
      evidence: [
        { kind: 'exam', text: 'straight leg raise positive left', concordance: 'concordant' },
        { kind: 'imaging', text: 'left paracentral herniation', concordance: 'concordant' },
      ],
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
      status: 'titrating',
      startedOn: at.date(-14),
      steps: [
        { date: at.date(-14), dose: 300 },
        { date: at.date(-7), dose: 600 },
        { date: at.date(7), dose: 900 },
      ],
    },
    {
      id: 'm2',
      ingredient: { display: 'lidocaine' },
      class: 'topical',
      dose: 1,
      unit: '%',
      route: 'patch',
      status: 'active',
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['walking-intervals', 'nerve-glides', 'core-endurance'],
      ...sessions(2),
      targets: ['t1'],
      status: 'active',
    },
  ],
  lifestyle: [{ id: 'l1', kind: 'footwear', text: 'Cushioned soles' }],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'walk-min',
      baseline: 10,
      baselineDate: at.date(-14),
      target: 40,
      trainedBy: 'physical-therapy',
      status: 'open',
    },
    { id: 't2', kind: 'sleep', measure: 'sleep-h', baseline: 4, target: 7, status: 'open' },
  ],
  safetyNet: {
    watchFor: ['new weakness', 'numbness in the saddle'],
    callWhom: { name: 'Pain Clinic', number: '+1 212 555 0100' },
    instructions: 'Call us the same day.',
  },
  reviewDate: at.date(60),
  notes: 'Background.',
});

/** The prescription with so many sessions a week. */
export const sessions = (sessionsPerWeek: number) => ({ dose: { sessionsPerWeek, weeks: 8, minutes: 45 } });

export const lumbarTeam: readonly CaseMember[] = [
  member('physical-therapy', 'pt-north'),
  member('primary-care', 'family-care'),
  member('imaging', 'city-imaging'),
  member('pharmacy', 'corner-pharmacy'),
];

/** Versions 1 to 3, and the acknowledgements of those whom they concern. */
export const upToVersion3 = (plan: (at: CaseDates) => PlanDocumentInput = lumbarPlan): CaseStep[] => [
  background(1, -14, plan),
  background(2, -12, (at) => ({ ...plan(at), notes: 'Seen again.' })),
  background(3, -7, (at) => ({ ...plan(at), notes: 'As before.' })),
  acknowledge(-6, '10:00', 'physical-therapy', 'pt-north', 3),
  acknowledge(-6, '10:05', 'pharmacy', 'corner-pharmacy', 3),
];

export const lumbarCase = (id: string, title: string, steps: readonly CaseStep[]): CareCase => ({
  id,
  title,
  patient: {
    recordNumber: `LP-${id}`,
    name: { given: 'Lee', family: 'Park' },
    birthDate: '1977-02-11',
    contactLanguage: 'en',
  },
  team: lumbarTeam,
  steps: [...upToVersion3(), ...steps],
});
