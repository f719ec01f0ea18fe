import { DateTime } from 'luxon';
import type { BusinessCalendar } from '#contracts';

/** A calendar that is closed for longer than this is a fault, not an endless loop. */
const longestSearchDays = 400;

/** The next moment of the daily mail: this wall time on the next business day of the organization, today included. Null when there is none. */
export function nextDigest(now: Date, digestAt: string, calendar: BusinessCalendar): Date | null {
  const here = DateTime.fromJSDate(now).setZone(calendar.timeZone);
  const [hour = 0, minute = 0] = digestAt.split(':').map(Number);
  for (let days = 0; days <= longestSearchDays; days += 1) {
    const moment = here.plus({ days }).set({ hour, minute, second: 0, millisecond: 0 });
    const isOpen =
      calendar.workDays.includes(moment.weekday) && !calendar.closedDates.includes(moment.toISODate() ?? '');
    if (isOpen && moment.toMillis() > now.getTime()) return moment.toJSDate();
  }
  return null;
}
