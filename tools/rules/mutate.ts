import { currentRuleset, type Rule, type Ruleset } from '#clinical';
import { expectedRules, holdsWith } from './corpus.ts';
import { committedMatrix, differencesFrom } from './matrix.ts';

const without = (id: string): Ruleset => ({
  version: `without ${id}`,
  rules: currentRuleset.rules.filter((rule) => rule.id !== id),
});

const changed = (rule: Rule, fields: Partial<Rule>): Ruleset => ({
  version: `changed ${rule.id}`,
  rules: currentRuleset.rules.map((one) => (one.id === rule.id ? { ...one, ...fields } : one)),
});

/** The cases that expect a rule; only they can notice what happens to it. */
const casesOf = (id: string): string[] =>
  [...expectedRules()].filter(([, rules]) => rules.has(id)).map(([caseId]) => caseId);

const otherUrgency = { R: 'U', U: 'S', S: 'R', E: 'R' } as const;

/** Takes each rule away, and bends it, and asks whether a committed expectation notices. False when the loss of a rule goes unnoticed. */
export function mutateRules(print: (line: string) => void): boolean {
  const matrix = committedMatrix();
  const unnoticed: string[] = [];
  let byCases = 0;
  const bent = { tried: 0, noticed: 0 };
  for (const rule of currentRuleset.rules) {
    const inTable = differencesFrom(matrix, without(rule.id)).length > 0;
    const cases = casesOf(rule.id);
    const inCases = cases.some((id) => !holdsWith(id, without(rule.id)));
    if (inCases) byCases += 1;
    if (!inTable && !inCases) unnoticed.push(rule.id);
    if (cases.length === 0) continue;
    const mutants = [
      changed(rule, { urgency: otherUrgency[rule.urgency] }),
      changed(rule, { due: { businessDays: 30 }, dueWhen: [] }),
      ...rule.where.map((_, dropped) => changed(rule, { where: rule.where.filter((__, at) => at !== dropped) })),
    ];
    bent.tried += mutants.length;
    bent.noticed += mutants.filter((mutant) => cases.some((id) => !holdsWith(id, mutant))).length;
  }
  const { length } = currentRuleset.rules;
  print(
    `Rules taken away: ${length - unnoticed.length} of ${length} noticed, ${byCases} of them by the tables of the cases.`,
  );
  if (unnoticed.length > 0) print(`Unnoticed: ${unnoticed.join(' ')}`);
  print(
    `Rules of the cases bent (urgency, due, a condition dropped): ${bent.noticed} of ${bent.tried} noticed by the same cases.`,
  );
  return unnoticed.length === 0;
}
