/**
 * How long it takes to compare two versions of the largest real plan, and to assess a version for members who are far behind. In this
 * process alone; beside it, what merely copying or writing down such a document takes.
 */
import type { PlanDocument } from '../../libs/contracts/src/plan/plan-document.ts';
import { largePlan } from './large-plan.ts';
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

/** Members who have acknowledged nothing, on a plan with as many versions. */
const versionsBehind = 20;
const rounds = 400;
const assessRounds = 10;

export async function benchDiff(): Promise<DiffBenchmark> {
  const { planDocument } = await load<typeof import('../../libs/contracts/src/index.ts')>('contracts');
  const clinical = await load<typeof import('../../libs/clinical/src/index.ts')>('clinical');
  const parse = (version: number): PlanDocument => planDocument.parse(largePlan(version));
  const [before, after, same] = [parse(1), parse(2), parse(1)];
  const history = Array.from({ length: versionsBehind }, (_, index) => ({
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
    acknowledgedVersion: 0,
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
