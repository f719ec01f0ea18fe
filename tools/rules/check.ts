import { changesOf, playExample, type Ruleset } from '#clinical';
import { changeTypes } from '#contracts';
import { corpus, type CorpusCase, playCase } from './corpus.ts';
import { committedMatrix, differencesFrom, matrixPath } from './matrix.ts';
import { silentChanges } from './silent-changes.ts';

/** In the order in which a rule rises; also those of which there is none are worth a number. */
const statuses = ['draft', 'reviewed', 'active', 'retired'] as const;

/**
 * What loading a ruleset cannot see: examples that do not hold, changes that reach nobody by oversight, rules that are not in the committed
 * table, cases whose tables do not hold. Which rules no case plays is told, and no fault.
 */
export function checkRules(
  ruleset: Ruleset,
  print: (line: string) => void,
  played: readonly CorpusCase[] = corpus(),
): boolean {
  const { rules, version } = ruleset;
  const cases = played.map((one) => ({ ...one, ...playCase(one, ruleset) }));
  const faults = [
    ...faultsOfExamples(ruleset),
    ...faultsOfSilence(ruleset),
    ...differencesFrom(committedMatrix(), ruleset).map((difference) => `${matrixPath}: ${difference}`),
    ...cases.flatMap(({ careCase, holds }) => (holds ? [] : `case ${careCase.id}: a table does not hold`)),
  ];
  const counts = statuses.map((status) => `${rules.filter((rule) => rule.status === status).length} ${status}`);
  const examples = rules.flatMap((rule) => rule.examples).length;
  print(`Ruleset ${version}: ${rules.length} rules (${counts.join(', ')}), ${examples} examples.`);
  const ofPlan = rules.filter(({ basis }) => basis !== 'event');
  const [inTables, told] = [
    new Set(cases.flatMap(({ expected }) => [...expected])),
    new Set(cases.flatMap((one) => [...one.told])),
  ];
  const never = ofPlan.filter(({ id }) => !told.has(id)).map(({ id }) => id);
  const unchecked = ofPlan.filter(({ id }) => told.has(id) && !inTables.has(id)).map(({ id }) => id);
  print(`Fire in no case, only in their own examples (${never.length}): ${never.join(' ') || 'none'}`);
  print(`Fire in cases, but in no table of them (${unchecked.length}): ${unchecked.join(' ') || 'none'}`);
  for (const fault of faults) print(`FAULT  ${fault}`);
  if (faults.length === 0) print('The rules are in order.');
  return faults.length === 0;
}

const faultsOfExamples = ({ rules }: Ruleset): string[] =>
  rules.flatMap((rule) =>
    rule.examples.flatMap((example, index) => {
      const where = `${rule.id}, example ${index + 1} (${example.expect})`;
      try {
        return playExample(rule, example).map((fault) => `${where}: ${fault}`);
      } catch (error) {
        return [`${where}: ${error instanceof Error ? error.message : String(error)}`];
      }
    }),
  );

function faultsOfSilence({ rules }: Ruleset): string[] {
  const mentioned = new Set(rules.filter(({ status }) => status !== 'retired').flatMap(changesOf));
  return changeTypes.flatMap((type) => {
    if (!mentioned.has(type) && !silentChanges[type])
      return [`${type}: no rule mentions it, and it is not among the silent changes`];
    return mentioned.has(type) && silentChanges[type] ? [`${type}: a rule mentions it, so it is not silent`] : [];
  });
}
