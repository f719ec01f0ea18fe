/**
 * `npm run rules -- check | explain CHANGE | try BEFORE.json AFTER.json | mutate`: for the people who write rules. Reads nothing but this
 * repository; needs no server. Ends with 1 when something is at fault, with 2 when it could not be done.
 */
import { build } from './build.ts';

const { faults } = await build();
for (const fault of faults) console.error(fault);
// Only what is built can be loaded.
const { runRules } = await import('./rules/run-rules.ts');
const { WrongInput } = await import('./rules/wrong-input.ts');

try {
  const isWell = runRules(process.argv.slice(2), new Date(), (line) => console.log(line));
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof WrongInput ? 2 : 1;
}
