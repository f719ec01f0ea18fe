/**
 * `npm run rules -- check | explain CHANGE | try BEFORE.json AFTER.json | mutate`: for the people who write rules. Reads nothing but this
 * repository; needs no server.
 */
import { changesOf, currentRuleset } from '#clinical';
import { changeTypes } from '#contracts';
import { checkRules } from './rules/check.ts';
import { mutateRules } from './rules/mutate.ts';
import { silentChanges } from './rules/silent-changes.ts';
import { tryRules } from './rules/try.ts';
import { ruleLines } from './rules/words.ts';

const usage = `npm run rules -- check                  are the rules whole, in order, and does every change reach somebody
npm run rules -- explain CHANGE         who hears of a change, why, by when: for example procedure.scheduled
npm run rules -- try BEFORE AFTER       two plan documents (JSON): who would be told what
npm run rules -- mutate                 is the loss of any rule noticed`;

const print = (line: string): void => console.log(line);
const [command, ...args] = process.argv.slice(2);

function explain(change: string | undefined): boolean {
  const rules = currentRuleset.rules.filter((rule) =>
    'event' in rule.when
      ? rule.when.event.includes(change ?? '')
      : (changesOf(rule) as readonly string[]).includes(change ?? ''),
  );
  const type = changeTypes.find((one) => one === change);
  if (!type && rules.length === 0) {
    print(`There is no change or event "${change ?? ''}". Changes: ${changeTypes.join(', ')}`);
    return false;
  }
  for (const rule of rules) print(`${ruleLines(rule).join('\n')}\n`);
  if (rules.length === 0 && type) print(`Nobody is told of ${type}: ${silentChanges[type] ?? 'no rule'}.`);
  return true;
}

function run(): boolean {
  switch (command) {
    case 'check':
      return checkRules(print);
    case 'explain':
      return explain(args[0]);
    case 'try':
      if (!args[0] || !args[1]) break;
      tryRules(args[0], args[1], new Date(), print);
      return true;
    case 'mutate':
      return mutateRules(print);
    default:
      break;
  }
  print(usage);
  return false;
}

try {
  process.exitCode = run() ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
