import { playExample, type Rule, type Ruleset } from '#clinical';
import { corpus, type CorpusCase, expecting, playCase, touching } from './corpus.ts';
import { committedMatrix, differencesFrom } from './matrix.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

const without = ({ rules }: Ruleset, id: string): Ruleset => ({
  version: `without ${id}`,
  rules: rules.filter((rule) => rule.id !== id),
});

const withInstead = ({ rules }: Ruleset, instead: Rule): Ruleset => ({
  version: `other ${instead.id}`,
  rules: rules.map((rule) => (rule.id === instead.id ? instead : rule)),
});

/** Takes each rule away, and bends it, and asks whether a committed expectation notices. False when the loss of a rule goes unnoticed. */
export function mutateRules(ruleset: Ruleset, print: (line: string) => void): boolean {
  const cases = corpus();
  const broken = cases.filter((one) => !playCase(one, ruleset).holds).map(({ careCase }) => careCase.id);
  if (broken.length > 0) {
    // What does not hold anyway notices nothing.
    print(`The tables of ${broken.join(', ')} do not hold as it is: \`npm run rules -- check\` first.`);
    return false;
  }
  const isWell = takeAway(ruleset, cases, print);
  bend(ruleset, cases, print);
  return isWell;
}

function takeAway(ruleset: Ruleset, cases: readonly CorpusCase[], print: (line: string) => void): boolean {
  const matrix = committedMatrix();
  const losses = ruleset.rules.map((rule) => {
    const rest = without(ruleset, rule.id);
    return {
      id: rule.id,
      byTable: differencesFrom(matrix, rest).length > 0,
      byCases: expecting(cases, rule).some((one) => !playCase(one, rest).holds),
    };
  });
  const unnoticed = losses.filter(({ byTable, byCases }) => !byTable && !byCases).map(({ id }) => id);
  const count = (noticed: (loss: (typeof losses)[number]) => boolean): number => losses.filter(noticed).length;
  print(
    `Rules taken away: noticed ${losses.length - unnoticed.length} of ${losses.length} (${count(({ byTable }) => byTable)} by the table of rules, ${count(({ byCases }) => byCases)} by the cases).`,
  );
  const byTableOnly = losses.filter(({ byTable, byCases }) => byTable && !byCases).map(({ id }) => id);
  // Its own examples go with a rule: of these only the table would speak.
  if (byTableOnly.length > 0) print(`By the table alone (${byTableOnly.length}): ${byTableOnly.join(' ')}`);
  if (unnoticed.length > 0) print(`Unnoticed: ${unnoticed.join(' ')}`);
  return unnoticed.length === 0;
}

/** Its own examples first: they cost next to nothing. */
function isNoticed(mutant: Mutant, ruleset: Ruleset, cases: readonly CorpusCase[]): boolean {
  const { rule, isLooser } = mutant;
  if (rule.examples.some((example) => playExample(rule, example).length > 0)) return true;
  const able = isLooser ? touching(cases, rule) : expecting(cases, rule);
  const bent = withInstead(ruleset, rule);
  return able.some((one) => !playCase(one, bent).holds);
}

/** For information: where an example or a row of a case is worth writing. */
function bend(ruleset: Ruleset, cases: readonly CorpusCase[], print: (line: string) => void): void {
  const tried = ruleset.rules
    .flatMap(mutantsOf)
    .map((mutant) => ({ ...mutant, noticed: isNoticed(mutant, ruleset, cases) }));
  const noticed = tried.filter((one) => one.noticed).length;
  print(
    `Rules bent: noticed ${noticed} of ${tried.length} by the rule's own examples and the cases (information only).`,
  );
  for (const [kind, of] of Map.groupBy(tried, (one) => one.kind)) {
    const missed = of.filter((one) => !one.noticed);
    print(`  ${kind}: ${of.length - missed.length} of ${of.length}`);
    if (kind === 'urgency' || kind === 'due') continue;
    for (const { rule, what } of missed) print(`      unnoticed: ${rule.id} without ${what}`);
  }
}
