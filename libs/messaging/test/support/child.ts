/** An instance in a process of its own that can be killed: `node --import ./typescript.mjs child.ts <json>`. */
import 'reflect-metadata';
import { type CrashPoint, die } from './crash-points.js';
import { type InstanceOptions, startInstance } from './instance.js';
import { steps } from './steps.js';

export interface ChildOptions extends InstanceOptions {
  /** Committed as soon as the child runs: key, from, to. */
  publish?: [key: string, from: number, to: number];
  crashPoint?: CrashPoint;
  /** The handler dies at this step. */
  dieAtStep?: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const instance = await startInstance(options);
instance.script.before = async (event) => {
  if (event.data.step === options.dieAtStep) die();
};
if (options.publish) await instance.publish(...steps(...options.publish));
process.send?.('running');
process.on('disconnect', () => process.exit(0)); // the test is gone
