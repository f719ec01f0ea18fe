import { DateTime } from 'luxon';
import type { BusinessCalendar } from '#contracts';
import { inZone, nextBusinessDay, timeOn } from '../calendar/business-calendar.js';

/** Opening time of a calendar date in the clinic's zone. */
export function openingOf(date: string, calendar: BusinessCalendar): Date {
  return timeOn(DateTime.fromISO(date, { zone: calendar.timeZone }), calendar.opens).toJSDate();
}

/** Opening time of the n-th business day before (negative) or after a date; the date itself for 0. */
export function businessDayFrom(date: string, n: number, calendar: BusinessCalendar): Date {
  let day: DateTime = DateTime.fromISO(date, { zone: calendar.timeZone });
  for (let counted = 0; counted < Math.abs(n); counted += 1) day = nextBusinessDay(day, calendar, n < 0 ? -1 : 1);
  return openingOf(day.toISODate() ?? date, calendar);
}

/** Elapsed hours by the clock, whatever the clocks are set to in between. */
export const hoursAfter = (instant: string, hours: number): Date =>
  DateTime.fromISO(instant).plus({ hours }).toJSDate();

/** Opening time so many calendar days, weeks or months after an instant's own day in the clinic's zone. */
export function openingAfter(
  from: string | Date,
  span: { days?: number; weeks?: number; months?: number },
  calendar: BusinessCalendar,
): Date {
  const zone = calendar.timeZone;
  const start = typeof from === 'string' ? DateTime.fromISO(from, { zone }) : inZone(from, calendar);
  return openingOf(start.startOf('day').plus(span).toISODate() ?? '', calendar);
}

export const dateOf = (instant: Date, calendar: BusinessCalendar): string =>
  inZone(instant, calendar).toISODate() ?? '';
