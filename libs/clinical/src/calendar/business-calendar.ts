import { DateTime } from 'luxon';
import type { BusinessCalendar } from '#contracts';

/** Monday to Friday, 08:00 to 17:00, no closed days: what we count with until an organization has told its own. */
export const defaultCalendar = (timeZone: string): BusinessCalendar => ({
  timeZone,
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: [],
});

/** The instant as wall time of this calendar's zone. */
export const inZone = (instant: Date, { timeZone }: BusinessCalendar): DateTime =>
  DateTime.fromJSDate(instant).setZone(timeZone);

export const isBusinessDay = (day: DateTime, calendar: BusinessCalendar): boolean =>
  calendar.workDays.includes(day.weekday) && !calendar.closedDates.includes(day.toISODate() ?? '');

const mostRemembered = 2000;
const memory = new WeakMap<BusinessCalendar, Map<string, Date>>();

/** One assessment counts from the same few moments for many asks; a calendar that lives long forgets and starts again. */
function remembered(calendar: BusinessCalendar, question: string, answer: () => Date): Date {
  const before = memory.get(calendar);
  const known = before && before.size < mostRemembered ? before : new Map<string, Date>();
  memory.set(calendar, known);
  const date = known.get(question) ?? answer();
  known.set(question, date);
  return new Date(date);
}

/** Longest run of closed days we believe in; a calendar that is closed for ever is a fault, not an endless loop. */
export const longestSearchDays = 400;

/** The same time on the next business day, or on the one before. */
export const nextBusinessDay = (from: DateTime, calendar: BusinessCalendar, direction: 1 | -1): DateTime => {
  for (let tried = 1; tried <= longestSearchDays; tried += 1) {
    const day = from.plus({ days: direction * tried });
    if (isBusinessDay(day, calendar)) return day;
  }
  throw new Error('this calendar has no business day within a year');
};

/** A wall time (`HH:MM`) on the day of this moment, in its zone. */
export const timeOn = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

const atClosing = (day: DateTime, { closes }: BusinessCalendar): DateTime => timeOn(day, closes);

/**
 * Closing time on the n-th business day after the day of `from`. At or after closing time, or on a closed day, counting starts
 * with the next business day.
 */
export const businessDaysAfter = (from: Date, n: number, calendar: BusinessCalendar): Date =>
  remembered(calendar, `after ${from.getTime()} ${n}`, () => countAfter(from, n, calendar));

function countAfter(from: Date, n: number, calendar: BusinessCalendar): Date {
  const start = inZone(from, calendar);
  const isOpenDay = isBusinessDay(start, calendar) && start < atClosing(start, calendar);
  let day = isOpenDay ? start : nextBusinessDay(start, calendar, 1);
  for (let counted = 0; counted < n; counted += 1) day = nextBusinessDay(day, calendar, 1);
  return atClosing(day, calendar).toJSDate();
}

/** Closing time on the n-th business day before the day of `date`. */
export const businessDaysBefore = (date: Date, n: number, calendar: BusinessCalendar): Date =>
  remembered(calendar, `before ${date.getTime()} ${n}`, () => countBefore(date, n, calendar));

function countBefore(date: Date, n: number, calendar: BusinessCalendar): Date {
  let day = inZone(date, calendar);
  for (let counted = 0; counted < n; counted += 1) day = nextBusinessDay(day, calendar, -1);
  return atClosing(day, calendar).toJSDate();
}

/** True when `date` lies at most n business days after `from` (days, not hours, are compared). */
export const isWithinBusinessDays = (from: Date, date: Date, n: number, calendar: BusinessCalendar): boolean =>
  date <= remembered(calendar, `end ${from.getTime()} ${n}`, () => endOfDayAfter(from, n, calendar));

function endOfDayAfter(from: Date, n: number, calendar: BusinessCalendar): Date {
  let last = inZone(from, calendar);
  for (let counted = 0; counted < n; counted += 1) last = nextBusinessDay(last, calendar, 1);
  return last.endOf('day').toJSDate();
}

const sameDayGraceHours = 2;

/** Closing time today when two hours are left until then (a business day, before 15:00 where one closes at 17:00), else two hours by the clock. */
export function sameDay(from: Date, calendar: BusinessCalendar): Date {
  const start = inZone(from, calendar);
  const soonest = start.plus({ hours: sameDayGraceHours });
  const closing = atClosing(start, calendar);
  return (isBusinessDay(start, calendar) && soonest <= closing ? closing : soonest).toJSDate();
}

/** RFC 3339 with the zone's offset. */
export const toInstant = (date: Date, calendar: BusinessCalendar): string =>
  inZone(date, calendar).toISO({ suppressMilliseconds: true }) ?? date.toISOString();
