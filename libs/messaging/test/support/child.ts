/** An instance in a process of its own that can be killed: `node --import ./typescript.mjs child.ts <json>`. */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { BatchWorker } from '../../src/transport/batch-worker.js';
import { receivedBatch } from './received-batch.js';
import { type CrashPoint, die } from './crash-points.js';
import { type InstanceOptions, startInstance } from './instance.js';
import { steps } from './steps.js';

export interface ChildOptions extends InstanceOptions {
  /** Committed as soon as the child runs: key, from, to. */
  publish?: [key: string, from: number, to: number];
  crashPoint?: CrashPoint;
  /** The handler dies at this step. */
  dieAtStep?: number;
  /** How long the handler takes at which step, in milliseconds. */
  pauseAtStep?: Record<number, number>;
  /** A batch to work on, as if a partition had brought it; the child ends when it is done. */
  batch?: { key: string; value: string }[];
}

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const instance = await startInstance(options);
instance.script.before = async (event) => {
  await pause(options.pauseAtStep?.[event.data.step] ?? 0);
  if (event.data.step === options.dieAtStep) die();
};
if (options.publish) await instance.publish(...steps(...options.publish));
process.send?.('running');
if (options.batch) {
  await instance.app.get(BatchWorker, { strict: false }).work(receivedBatch(options.batch));
  await instance.close();
  process.exit(0);
}
process.on('disconnect', () => process.exit(0)); // the test is gone
