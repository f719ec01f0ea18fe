import { parseArgs } from 'node:util';
import { checkRules } from './check.ts';
import { explainChange } from './explain.ts';
import { mutateRules } from './mutate.ts';
import { readRuleset } from './read-rules.ts';
import { tryRules } from './try.ts';
import { WrongInput } from './wrong-input.ts';

const usage = `Usage: npm run rules -- COMMAND
  check                             are the rules in order, and does every change reach somebody
  explain CHANGE                    who hears of a change or an event, why, by when: for example procedure.scheduled
  try BEFORE AFTER [--at INSTANT]   two plan documents (JSON files): who would be told what; at an instant other than now
  mutate                            is the loss of any rule noticed, and what else is`;

/** False: it was done, and something is at fault. Reads the YAML files as they are now. */
export function runRules(args: readonly string[], now: Date, print: (line: string) => void): boolean {
  const { values, positionals } = parse(args);
  const [command = '', ...given] = positionals;
  const need = (count: number): void => {
    if (given.length !== count) throw new WrongInput(usage);
  };
  switch (command) {
    case 'check':
      need(0);
      return checkRules(readRuleset(), print);
    case 'mutate':
      need(0);
      return mutateRules(readRuleset(), print);
    case 'explain':
      need(1);
      explainChange(readRuleset(), given[0] ?? '', print);
      return true;
    case 'try':
      need(2);
      tryRules(readRuleset(), { before: given[0] ?? '', after: given[1] ?? '' }, momentOf(values.at) ?? now, print);
      return true;
    default:
      throw new WrongInput(command === '' ? usage : `There is no command "${command}".\n${usage}`);
  }
}

function momentOf(at: string | undefined): Date | null {
  if (at === undefined) return null;
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) throw new WrongInput(`"${at}" is no instant, such as 2027-04-06T09:00:00-04:00.`);
  return moment;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { at: { type: 'string' } } });
  } catch (error) {
    throw new WrongInput(`${(error as Error).message}\n${usage}`);
  }
}
