import type { BusinessCalendar } from '#contracts';
import { inZone, isBusinessDay, timeOn } from './business-calendar.js';
import { businessHoursAfter } from './business-hours.js';

export interface Span {
  from: Date;
  due: Date;
}

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

interface Day {
  next: number;
  opens: number;
  closes: number;
  isOpen: boolean;
}

const mostRemembered = 4000;
const memory = new WeakMap<BusinessCalendar, Map<number, Day>>();

/** The day that begins at this instant; lists count from the same few days for many rows. */
function dayAt(start: number, calendar: BusinessCalendar): Day {
  const before = memory.get(calendar);
  const known = before && before.size < mostRemembered ? before : new Map<number, Day>();
  memory.set(calendar, known);
  const seen = known.get(start);
  if (seen) return seen;
  const day = inZone(new Date(start), calendar);
  const found = {
    next: day.plus({ days: 1 }).startOf('day').toMillis(),
    opens: timeOn(day, calendar.opens).toMillis(),
    closes: timeOn(day, calendar.closes).toMillis(),
    isOpen: isBusinessDay(day, calendar),
  };
  known.set(start, found);
  return found;
}

function* daysOf(from: Date, to: Date, calendar: BusinessCalendar): Generator<Day> {
  let start = inZone(from, calendar).startOf('day').toMillis();
  while (start <= to.getTime()) {
    const day = dayAt(start, calendar);
    yield day;
    start = day.next;
  }
}

/** Opening hours between two moments, in milliseconds; 0 when the second is not later. */
export function businessTimeBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  let sum = 0;
  for (const { opens, closes, isOpen } of daysOf(from, to, calendar)) {
    if (!isOpen) continue;
    sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
  }
  return sum;
}

/** Business days from the day of one moment to the day of the other: 0 on the same day, 1 on the next business day. */
export function businessDaysBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  let days = -1;
  let isFirst = true;
  for (const { isOpen } of daysOf(from, to, calendar)) {
    if (isFirst || isOpen) days += 1;
    isFirst = false;
  }
  return Math.max(0, days);
}

/**
 * How much of its time is used: 0 at the start, 1 when it is due, more after it. Counted in opening hours; by the clock where the
 * time holds none (an emergency at night).
 */
export function shareOfTime({ from, due }: Span, now: Date, calendar: BusinessCalendar): number {
  if (now <= from) return 0;
  const whole = businessTimeBetween(from, due, calendar);
  if (whole > 0) return businessTimeBetween(from, now, calendar) / whole;
  const byClock = due.getTime() - from.getTime();
  return byClock > 0 ? (now.getTime() - from.getTime()) / byClock : 1;
}

/** When that share of the time is used. */
export function momentOfShare({ from, due }: Span, share: number, calendar: BusinessCalendar): Date {
  const whole = businessTimeBetween(from, due, calendar);
  if (whole > 0) return businessHoursAfter(from, (whole * share) / hourMs, calendar);
  const byClock = Math.min(Math.max(0, due.getTime() - from.getTime()), 400 * dayMs);
  return new Date(from.getTime() + byClock * share);
}
