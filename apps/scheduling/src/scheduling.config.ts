import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { businessCalendar } from '#contracts';
import { InvalidSettings } from '#platform';

const clockTimes = z
  .string()
  .transform((text) => text.split(',').map((time) => time.trim()))
  .pipe(z.array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'times such as 11:30,15:30')).max(24));

/** What only scheduling reads from its environment. */
const environment = z.object({
  /** Zone of the pain clinic while the directory has not told its calendar. */
  CLINIC_TIME_ZONE: businessCalendar.shape.timeZone.default('America/New_York'),
  /** The clinic's times of day that are kept free for what cannot wait, until eleven of that day. */
  SAME_DAY_SLOTS: clockTimes.default(['11:30', '15:30']),
});

@Injectable()
export class SchedulingConfig {
  readonly clinicTimeZone: string;
  readonly sameDaySlots: readonly string[];

  constructor() {
    // `NAME=` in a file means: not set.
    const parsed = environment.safeParse({
      CLINIC_TIME_ZONE: process.env['CLINIC_TIME_ZONE'] || undefined,
      SAME_DAY_SLOTS: process.env['SAME_DAY_SLOTS'] || undefined,
    });
    if (!parsed.success) {
      throw new InvalidSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
    }
    this.clinicTimeZone = parsed.data.CLINIC_TIME_ZONE;
    this.sameDaySlots = parsed.data.SAME_DAY_SLOTS;
  }
}
