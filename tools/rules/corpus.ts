/** The acceptance cases as far as one thread can play them: what they expect of each rule, and whether they notice other rules. */
import { changesOf, diffPlans, type Rule, type Ruleset } from '#clinical';
import { emptyPlan, type PlanDocument, planDocument } from '#contracts';
import { caseDates, type CareCase, scenarioDay0, scenarioZone } from '../../test/cases/case.ts';
import { everyCase } from '../../test/cases/every-case.ts';
import { alone, PurePlay, type Row } from '../../test/support/pure-play.ts';

export interface CorpusCase {
  careCase: CareCase;
  /** Ids in its tables. */
  expected: ReadonlySet<string>;
  /** Types of all changes that its versions make, from the one before and from nothing. */
  changes: ReadonlySet<string>;
}

/** A step that needs the whole system ends what can be said of a case. */
export const corpus = (): CorpusCase[] =>
  everyCase.map((one) => {
    const careCase = alone(one);
    return { careCase, expected: expectedIn(careCase), changes: changesIn(careCase) };
  });

const expectedIn = ({ steps }: CareCase): Set<string> =>
  new Set(
    steps.flatMap((step) => {
      if (step.kind === 'publish') return (step.told ?? []).flatMap(({ rules }) => rules);
      return step.kind === 'assign' ? step.told.rules : [];
    }),
  );

function changesIn({ day0, steps }: CareCase): Set<string> {
  const at = caseDates(day0 ?? scenarioDay0, scenarioZone);
  const types = new Set<string>();
  let before: PlanDocument = emptyPlan;
  for (const step of steps) {
    if (step.kind !== 'publish') continue;
    const after = planDocument.parse(step.document(at));
    for (const { type } of [...diffPlans(before, after), ...diffPlans(emptyPlan, after)]) types.add(type);
    before = after;
  }
  return types;
}

/** Only these can notice that a rule is gone or asks otherwise. */
export const expecting = (cases: readonly CorpusCase[], { id }: Rule): CorpusCase[] =>
  cases.filter(({ expected }) => expected.has(id));

/** Only these can notice that a rule fires more often. */
export const touching = (cases: readonly CorpusCase[], rule: Rule): CorpusCase[] =>
  cases.filter(({ changes }) => changesOf(rule).some((type) => changes.has(type)));

/** Whether the tables of a case hold with these rules; with the rules that it told of, up to the first row that does not hold. */
export function playCase({ careCase }: CorpusCase, ruleset: Ruleset): { holds: boolean; told: Set<string> } {
  const play = new PurePlay(careCase, ruleset);
  const told = new Set<string>();
  for (const step of careCase.steps) {
    if (step.kind === 'acknowledge') play.acknowledge(step.role, step.version);
    else if (step.kind === 'complete') play.leave(step.role);
    else if (step.kind === 'publish') {
      const rows = play.publish(step);
      for (const id of rows.flatMap(({ rules }) => rules)) told.add(id);
      const isQuiet = rows.every(({ to }) => !(step.notTold as readonly string[]).includes(to));
      if (!isQuiet || (step.told !== null && !same(rows, play.expected(step.told)))) return { holds: false, told };
    } else if (step.kind === 'assign') {
      const row = play.assign(step);
      for (const id of row?.rules ?? []) told.add(id);
      if (!row || !same([row], [play.rowOf(step.told)])) return { holds: false, told };
    }
  }
  return { holds: true, told };
}

const same = (told: readonly Row[], expected: readonly Row[]): boolean =>
  JSON.stringify(told) === JSON.stringify(expected);
