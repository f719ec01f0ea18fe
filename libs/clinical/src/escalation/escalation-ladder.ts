import type { BusinessCalendar, Urgency } from '#contracts';
import { businessDaysAfter } from '../calendar/business-calendar.js';
import { businessHoursAfter, businessHoursBefore } from '../calendar/business-hours.js';

export type EscalationStep = 'reminder' | 'coordinator' | 'physician';

export interface Rung {
  step: EscalationStep;
  at: Date;
}

const hourMs = 3_600_000;
const graceHours = 4;

/** A due is closing time of its day: the day after it is one business day later. */
const businessDaysLater = (due: Date, n: number, calendar: BusinessCalendar): Date =>
  businessDaysAfter(new Date(due.getTime() - 1), n, calendar);

/**
 * Who hears of an unanswered handoff, and when, in the partner's hours. Routine: the partner is reminded when it is due, the coordinator
 * hears one business day later, the physician two. Urgent: half a day before, half a day after, a day after. Same day: one hour, two hours.
 * An emergency has no ladder: its alarm rings until somebody takes it.
 */
export function ladderOf(handoff: { urgency: Urgency; dueAt: Date; calendar: BusinessCalendar }): Rung[] {
  const { urgency, dueAt, calendar } = handoff;
  switch (urgency) {
    case 'routine':
      return [
        { step: 'reminder', at: dueAt },
        { step: 'coordinator', at: businessDaysLater(dueAt, 1, calendar) },
        { step: 'physician', at: businessDaysLater(dueAt, 2, calendar) },
      ];
    case 'urgent':
      return [
        { step: 'reminder', at: businessHoursBefore(dueAt, graceHours, calendar) },
        { step: 'coordinator', at: businessHoursAfter(dueAt, graceHours, calendar) },
        { step: 'physician', at: businessDaysLater(dueAt, 1, calendar) },
      ];
    case 'same-day':
      return [
        { step: 'coordinator', at: new Date(dueAt.getTime() + hourMs) },
        { step: 'physician', at: new Date(dueAt.getTime() + 2 * hourMs) },
      ];
    case 'emergency':
      return [];
  }
}

/** How often an emergency rings until somebody takes it. */
export const alarmEveryMinutes = 15;

/** The next ring after now, counted from when it was opened: rings that nobody could hear are not made up for. */
export function nextAlarm(openedAt: Date, now: Date): Date {
  const every = alarmEveryMinutes * 60_000;
  const rings = Math.floor((now.getTime() - openedAt.getTime()) / every) + 1;
  return new Date(openedAt.getTime() + rings * every);
}
