import type { INestApplicationContext } from '@nestjs/common';
import { TimerFiring } from '../timer-firing.js';

/** Fires everything that is due by the application's clock, in due order, until nothing is due; how many. */
export const fireDue = (app: INestApplicationContext): Promise<number> =>
  app.get(TimerFiring, { strict: false }).fireAll();
