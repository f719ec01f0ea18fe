import { changesOf, type Ruleset } from '#clinical';
import { changeTypes } from '#contracts';
import { silentChanges } from './silent-changes.ts';
import { ruleLines } from './words.ts';
import { WrongInput } from './wrong-input.ts';

/** Every rule that a change, or an event, can reach, in words; or why there is none. */
export function explainChange({ rules }: Ruleset, change: string, print: (line: string) => void): void {
  const reached = rules.filter((rule) =>
    'event' in rule.when ? rule.when.event.includes(change) : (changesOf(rule) as readonly string[]).includes(change),
  );
  for (const rule of reached) print(`${ruleLines(rule).join('\n')}\n`);
  if (reached.length > 0) return;
  const type = changeTypes.find((one) => one === change);
  if (!type) {
    const events = new Set(rules.flatMap(({ when }) => ('event' in when ? when.event : [])));
    throw new WrongInput(
      `There is no change or event "${change}".\nChanges: ${changeTypes.join(', ')}\nEvents: ${[...events].sort().join(', ')}`,
    );
  }
  print(`Nobody is told of ${type} by itself: ${silentChanges[type] ?? 'no rule mentions it'}.`);
}
