import { DateTime } from 'luxon';
import type { BusinessCalendar } from '#contracts';
import { inZone, isBusinessDay, longestSearchDays, timeOn } from './business-calendar.js';

interface Span {
  opens: DateTime;
  closes: DateTime;
}

const hoursOf = (day: DateTime, { opens, closes }: BusinessCalendar): Span => ({
  opens: timeOn(day, opens),
  closes: timeOn(day, closes),
});

/** Open hours from a moment on (or back from it), day by day: what is left of today first. */
function* openHours(from: DateTime, calendar: BusinessCalendar, direction: 1 | -1): Generator<Span> {
  for (let tried = 0; tried < longestSearchDays; tried += 1) {
    const day = from.plus({ days: direction * tried });
    if (!isBusinessDay(day, calendar)) continue;
    const { opens, closes } = hoursOf(day, calendar);
    const span =
      tried > 0
        ? { opens, closes }
        : direction === 1
          ? { opens: DateTime.max(opens, from), closes }
          : { opens, closes: DateTime.min(closes, from) };
    if (span.opens < span.closes) yield span;
  }
}

/** The moment that lies so many opening hours after `from`; hours when the organization is closed do not count. */
export function businessHoursAfter(from: Date, hours: number, calendar: BusinessCalendar): Date {
  let left = hours * 3_600_000;
  for (const { opens, closes } of openHours(inZone(from, calendar), calendar, 1)) {
    const length = closes.toMillis() - opens.toMillis();
    if (left <= length) return opens.plus(left).toJSDate();
    left -= length;
  }
  throw new Error('this calendar has no business hours within a year');
}

/** The moment that lies so many opening hours before `from`. */
export function businessHoursBefore(from: Date, hours: number, calendar: BusinessCalendar): Date {
  let left = hours * 3_600_000;
  for (const { opens, closes } of openHours(inZone(from, calendar), calendar, -1)) {
    const length = closes.toMillis() - opens.toMillis();
    if (left <= length) return closes.minus(left).toJSDate();
    left -= length;
  }
  throw new Error('this calendar has no business hours within a year');
}

const mostDays = 1000;

/** Opening hours between two moments; 0 when the second is not later. */
export function businessHoursBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  let left = 0;
  let day = inZone(from, calendar).startOf('day');
  const end = inZone(to, calendar);
  for (let counted = 0; day <= end && counted < mostDays; counted += 1) {
    if (isBusinessDay(day, calendar)) {
      const { opens, closes } = hoursOf(day, calendar);
      const start = DateTime.max(opens, inZone(from, calendar));
      const stop = DateTime.min(closes, end);
      if (start < stop) left += stop.toMillis() - start.toMillis();
    }
    day = day.plus({ days: 1 });
  }
  return left / 3_600_000;
}
