import { changesOf, currentRuleset } from '#clinical';
import { changeTypes } from '#contracts';
import { expectedRules } from './corpus.ts';
import { committedMatrix, differencesFrom } from './matrix.ts';
import { silentChanges } from './silent-changes.ts';

/** Loading the ruleset has checked schema, ids, covers, slices and examples already; their sentences are played by the unit tests. */
export function checkRules(print: (line: string) => void): boolean {
  const { rules, version } = currentRuleset;
  const mentioned = new Set(rules.flatMap((rule) => changesOf(rule)));
  const unheard = changeTypes.filter((type) => !mentioned.has(type) && !silentChanges[type]);
  const needless = changeTypes.filter((type) => mentioned.has(type) && silentChanges[type]);
  const faults = [
    ...unheard.map((type) => `${type}: no rule mentions it, and it is not among the silent changes`),
    ...needless.map((type) => `${type}: a rule mentions it, so it is not silent`),
    ...differencesFrom(committedMatrix(), currentRuleset).map((difference) => `test/rules-matrix.json: ${difference}`),
  ];
  const played = new Set([...expectedRules().values()].flatMap((ids) => [...ids]));
  const unplayed = rules.filter(({ id, basis }) => basis !== 'event' && !played.has(id)).map(({ id }) => id);
  const counts = Map.groupBy(rules, ({ status }) => status);
  print(
    `Ruleset ${version}: ${[...counts].map(([status, of]) => `${of.length} ${status}`).join(', ')}; ${rules.length} rules.`,
  );
  print(`In no table of a case, only in their own examples (${unplayed.length}): ${unplayed.join(' ')}`);
  for (const fault of faults) print(`FAULT  ${fault}`);
  if (faults.length === 0) print('The rules are in order.');
  return faults.length === 0;
}
