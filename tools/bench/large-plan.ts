/** The largest plan that a clinic is expected to keep: 60 medicines and 40 procedures. */
const day = (offset: number): string => new Date(Date.UTC(2027, 3, 6 + offset)).toISOString().slice(0, 10);
const many = <Item>(length: number, item: (n: number) => Item): Item[] => Array.from({ length }, (_, n) => item(n));

const diagnosis = (n: number) => ({
  id: `d${n}`,
  code: 'M54.17',
  group: 'lumbar-radiculopathy',
  text: 'Radiculopathy',
  side: 'right',
  level: ['L5-S1'],
  status: 'confirmed',
  evidence: [{ kind: 'exam', text: 'straight leg raise', concordance: 'concordant' }, { kind: 'imaging' }],
});

const medicine = (n: number, version: number) => ({
  id: `m${n}`,
  ingredient: { code: String(1000 + n), display: `medicine ${n}` },
  class: n % 2 ? 'nsaid' : 'gabapentinoid',
  dose: n % 20 === version % 20 ? 600 : 300,
  unit: 'mg',
  frequency: 'nightly',
  status: 'active',
  startedOn: day(-30),
  steps: [
    { date: day(-30), dose: 100 },
    { date: day(-20), dose: 200 },
  ],
  judgedBy: ['t0'],
  monitoring: [{ what: 'creatinine', nextDue: day(60) }],
});

const procedure = (n: number, version: number) => ({
  id: `p${n}`,
  type: 'trigger-point',
  intent: 'therapeutic',
  side: n % 2 ? 'left' : 'right',
  level: ['L5'],
  guidance: 'ultrasound',
  diagnosisId: `d${n % 8}`,
  ifBenefit: 'repeat',
  ...(n % 2
    ? { status: 'done', doneAt: `${day(-n)}T10:00:00-04:00`, result: { reliefPercent: 40, function: 'better' } }
    : { status: 'scheduled', scheduledAt: `${day(40 + n + (n === version ? 1 : 0))}T10:00:00-04:00` }),
});

const target = (n: number) => ({
  id: `t${n}`,
  kind: 'function',
  measure: 'walk-min',
  baseline: 10,
  target: 30,
  trainedBy: 'physical-therapy',
  status: 'open',
});

/** Each version changes some doses, a booking and the therapy. */
export const largePlan = (version: number): unknown => ({
  patientContext: {
    age: 67,
    dutyDemands: ['lifting', 'standing'],
    allergies: { state: 'known', items: [{ kind: 'drug', text: 'penicillin' }] },
    anticoagulation: { class: 'none' },
  },
  diagnoses: many(8, diagnosis),
  medications: many(60, (n) => medicine(n, version)),
  procedures: many(40, (n) => procedure(n, version)),
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd0',
      program: ['walking-intervals', 'core-endurance'],
      dose: { sessionsPerWeek: 1 + (version % 3), weeks: 8 },
      restrictions: [{ id: 'x1', kind: 'no-impact', from: day(0), until: day(40) }],
      targets: ['t0'],
      status: 'active',
    },
  ],
  targets: many(6, target),
  notes: `Version ${version}`,
});
