/** A courier in a process of its own that can be killed: `node --import .../typescript.mjs courier-child.ts <json>`. */
import 'reflect-metadata';
import { TestClock } from '#platform/testing';
import { createNotificationTest } from '../notification.context.js';

const { databaseUrl, now } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string; now: string };
const clock = new TestClock();
clock.set(now);
const instance = await createNotificationTest({ leaseSeconds: 2 }, { databaseUrl, clock });
await instance.sendDue();
await instance.close();
