/**
 * How long it takes to compare two versions of the largest real plan, and to assess a version for members who are far behind. In this
 * process alone; beside it, what merely copying or writing down such a document takes.
 */
import type { PlanDocument } from '../../libs/contracts/src/plan/plan-document.ts';
import { type Summary, summarize } from './summary.ts';

export interface DiffBenchmark {
  medications: number;
  procedures: number;
  documentBytes: number;
  changes: number;
  diffMs: Summary;
  unchangedMs: Summary;
  floorStringifyMs: Summary;
  floorCloneMs: Summary;
  assessVersionsBehind: number;
  assessMs: Summary;
}

const versionsBehind = 20;
const rounds = 400;
const assessRounds = 10;

export async function benchDiff(): Promise<DiffBenchmark> {
  const { planDocument } = await load<typeof import('../../libs/contracts/src/index.ts')>('contracts');
  const clinical = await load<typeof import('../../libs/clinical/src/index.ts')>('clinical');
  const parse = (version: number): PlanDocument => planDocument.parse(largePlan(version));
  const [before, after, same] = [parse(1), parse(2), parse(1)];
  const history = Array.from({ length: versionsBehind + 1 }, (_, index) => ({
    version: index + 1,
    document: parse(index + 1),
    publishedAt: new Date(Date.UTC(2027, 3, 6 + index, 14)),
  }));
  const calendar = clinical.defaultCalendar('America/New_York');
  const members = (['physical-therapy', 'pharmacy', 'primary-care', 'neurology'] as const).map((role) => ({
    memberId: role,
    role,
    partnerId: role,
    engagedFor: [],
    acknowledgedVersion: 1,
    joinedAt: new Date(Date.UTC(2027, 3, 6, 14)),
    calendar,
  }));
  const ruleset = clinical.currentRuleset;
  return {
    medications: before.medications.length,
    procedures: before.procedures.length,
    documentBytes: JSON.stringify(before).length,
    changes: clinical.diffPlans(before, after).length,
    diffMs: measure(() => clinical.diffPlans(before, after), rounds),
    unchangedMs: measure(() => clinical.diffPlans(before, same), rounds),
    floorStringifyMs: measure(() => JSON.stringify(after), rounds),
    floorCloneMs: measure(() => structuredClone(after), rounds),
    assessVersionsBehind: versionsBehind,
    assessMs: measure(
      () => clinical.assessImpact({ history, members, clinicCalendar: calendar, ruleset }),
      assessRounds,
    ),
  };
}

const load = async <Library>(name: string): Promise<Library> =>
  (await import(new URL(`../../dist/libs/${name}/src/index.js`, import.meta.url).href)) as Library;

function measure(work: () => unknown, times: number): Summary {
  for (let warmUp = 0; warmUp < Math.ceil(times / 4); warmUp += 1) work();
  return summarize(
    Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

/** 60 medicines and 40 procedures; each version changes a dose, a booking and the therapy. */
function largePlan(version: number): unknown {
  const day = (offset: number): string => new Date(Date.UTC(2027, 3, 6 + offset)).toISOString().slice(0, 10);
  return {
    patientContext: {
      age: 67,
      dutyDemands: ['lifting', 'standing'],
      allergies: { state: 'known', items: [{ kind: 'drug', text: 'penicillin' }] },
      anticoagulation: { class: 'none' },
    },
    diagnoses: Array.from({ length: 8 }, (_, n) => ({
      id: `d${n}`,
      code: 'M54.17',
      group: 'lumbar-radiculopathy',
      text: 'Radiculopathy',
      side: 'right',
      level: ['L5-S1'],
      status: 'confirmed',
      evidence: [{ kind: 'exam', text: 'straight leg raise', concordance: 'concordant' }, { kind: 'imaging' }],
    })),
    medications: Array.from({ length: 60 }, (_, n) => ({
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
    })),
    procedures: Array.from({ length: 40 }, (_, n) => ({
      id: `p${n}`,
      type: 'trigger-point',
      intent: 'therapeutic',
      side: n % 2 ? 'left' : 'right',
      level: ['L5'],
      guidance: 'ultrasound',
      status: n % 2 ? 'done' : 'scheduled',
      ...(n % 2
        ? { doneAt: `${day(-n)}T10:00:00-04:00`, result: { reliefPercent: 40, function: 'better' } }
        : { scheduledAt: `${day(40 + n + (n === version ? 1 : 0))}T10:00:00-04:00` }),
      diagnosisId: `d${n % 8}`,
      ifBenefit: 'repeat',
    })),
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
    targets: Array.from({ length: 6 }, (_, n) => ({
      id: `t${n}`,
      kind: 'function',
      measure: 'walk-min',
      baseline: 10,
      target: 30,
      trainedBy: 'physical-therapy',
      status: 'open',
    })),
    notes: `Version ${version}`,
  };
}
