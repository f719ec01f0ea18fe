import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** When an organization works. Dues are counted in it, in its own zone. */
export const businessCalendar = z.strictObject({
  /** IANA zone, for example America/New_York. */
  timeZone: z.string().refine((zone) => {
    try {
      new Intl.DateTimeFormat('en-US', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'an IANA time zone such as America/New_York'),
  /** ISO weekdays, Monday = 1. */
  workDays: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  opens: clockTime.default('08:00'),
  closes: clockTime.default('17:00'),
  /** Days closed besides the weekly rhythm. */
  closedDates: z.array(z.iso.date()).default([]),
});
export type BusinessCalendar = z.infer<typeof businessCalendar>;
