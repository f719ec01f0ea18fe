import type { BusinessCalendar, Urgency } from '#contracts';
import { businessDaysAfter, businessDaysBefore, isWithinBusinessDays, sameDay } from '../calendar/business-calendar.js';
import { type Facts, readFact } from './conditions.js';
import type { Due } from './rule.js';

const hourMs = 3_600_000;
/** Less time than this before a date-bound due is no time. */
const leastTimeMs = 4 * hourMs;
/** From here on, a missed date-bound due has to be answered today. */
const nearBusinessDays = 2;

export interface DueContext {
  /** What the due counts from. */
  from: Date;
  calendar: BusinessCalendar;
  facts: Facts;
}

/**
 * The moment a due means. A due counted backwards from a date that has passed, or is under four hours away,
 * becomes same-day when the date is within two business days, else urgent within one. `1h` is an emergency, same-day is same-day.
 */
export function dueMoment(due: Due, urgency: Urgency, context: DueContext): { at: Date; urgency: Urgency } {
  const { from, calendar, facts } = context;
  if ('hours' in due) return { at: new Date(from.getTime() + due.hours * hourMs), urgency: 'emergency' };
  if ('sameDay' in due) return { at: sameDay(from, calendar), urgency: urgency === 'emergency' ? urgency : 'same-day' };
  if ('businessDays' in due) return { at: businessDaysAfter(from, due.businessDays, calendar), urgency };
  const dateText = readFact(facts, due.date);
  if (typeof dateText !== 'string') return { at: businessDaysAfter(from, 1, calendar), urgency: 'urgent' };
  const date = new Date(dateText);
  const at = businessDaysBefore(date, due.businessDaysBefore, calendar);
  if (at.getTime() - from.getTime() >= leastTimeMs) return { at, urgency };
  if (isWithinBusinessDays(from, date, nearBusinessDays, calendar))
    return { at: sameDay(from, calendar), urgency: 'same-day' };
  return { at: businessDaysAfter(from, 1, calendar), urgency: 'urgent' };
}
