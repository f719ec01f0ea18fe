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
