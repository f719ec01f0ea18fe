import type { BusinessCalendar, PartnerRole, ReferralState, Urgency } from '#contracts';
import {
  businessDaysAfter,
  businessDaysBefore,
  inZone,
  isBusinessDay,
  nextBusinessDay,
  sameDay,
  timeOn,
} from '../calendar/business-calendar.js';
import { businessHoursAfter, businessHoursBefore, businessHoursBetween } from '../calendar/business-hours.js';
import { referralServiceLevels, type ServiceLevel, type ServiceLevelRung } from './service-levels.js';

/** Of a referral, what its clocks count from. */
export interface ReferralMoments {
  state: ReferralState;
  role: PartnerRole;
  urgency: Urgency;
  enteredAt: Date;
  sentAt: Date;
  /** A visit that took place, or the time set for it. */
  visitAt: Date | null;
  reportedAt: Date | null;
  nextReportOn: string | null;
  /** A day in the zone of the clinic. */
  reviewOn: string | null;
  /** Somebody was asked after it, or the clinic has read how it ended: nothing runs any more. */
  isSettled: boolean;
}

export interface ReferralCalendars {
  clinic: BusinessCalendar;
  partner: BusinessCalendar;
}

export type Within = Partial<Record<Urgency, string>>;

export interface ReferralClock {
  level: ServiceLevel;
  dueAt: Date;
  rungs: { name: string; at: Date; rung: ServiceLevelRung }[];
}

const hourMs = 3_600_000;

/** Closing time on a day, or, where that day is closed, on the next one that is not. */
const closingOn = (day: string, calendar: BusinessCalendar): Date => {
  const start = timeOn(inZone(new Date(`${day}T12:00:00Z`), calendar), calendar.closes);
  return (isBusinessDay(start, calendar) ? start : nextBusinessDay(start, calendar, 1)).toJSDate();
};

/** The moment that `2bd`, `sd` or `1h` means, counted from another. */
export function serviceLevelMoment(within: string, from: Date, calendar: BusinessCalendar): Date {
  if (within === 'sd') return sameDay(from, calendar);
  const count = Number.parseInt(within, 10);
  if (within.endsWith('bd')) return businessDaysAfter(from, count, calendar);
  return new Date(from.getTime() + count * hourMs);
}

function anchorOf({ from }: ServiceLevel, moments: ReferralMoments, calendar: BusinessCalendar): Date | null {
  switch (from) {
    case 'entered':
      return moments.enteredAt;
    case 'sent':
      return moments.sentAt;
    case 'visit':
      return moments.reportedAt ? null : moments.visitAt;
    case 'report':
      return moments.reportedAt;
    case 'review-date':
      return moments.reviewOn === null ? null : closingOn(moments.reviewOn, calendar);
  }
}

const momentOf = (
  level: ServiceLevel,
  moments: ReferralMoments,
  calendar: BusinessCalendar,
  agreed: Within,
): Date | null => {
  const anchor = anchorOf(level, moments, calendar);
  if (anchor === null || level.from === 'review-date') return anchor;
  if (level.from === 'report' && moments.nextReportOn !== null) return closingOn(moments.nextReportOn, calendar);
  return serviceLevelMoment(agreed[moments.urgency] ?? level.within[moments.urgency], anchor, calendar);
};

const runsFor = (level: ServiceLevel, { state, role, isSettled }: ReferralMoments): boolean =>
  level.runs.includes(state) && !level.notFor.includes(role) && !isSettled;

/** The rungs of a ladder around a moment: a moment at closing time counts as that day. */
export const rungsOf = (level: ServiceLevel, dueAt: Date, calendar: BusinessCalendar): ReferralClock['rungs'] =>
  level.ladder.map((rung, index) => {
    const justBefore = new Date(dueAt.getTime() - 1);
    const at =
      rung.after === 0
        ? dueAt
        : rung.after > 0
          ? businessDaysAfter(justBefore, rung.after, calendar)
          : businessDaysBefore(justBefore, -rung.after, calendar);
    return { name: `${index + 1}-${rung.tell}`, at, rung };
  });

/**
 * The clocks that run for a referral in its present state, first the one that its waiting is shown by. `agreed`: what was settled with this
 * partner instead, per clock. `noSooner`: a clock is not due before that (a handoff allows more time than the general service level).
 */
export function referralClocks(
  moments: ReferralMoments,
  calendars: ReferralCalendars,
  { agreed = {}, noSooner = {} }: { agreed?: Record<string, Within>; noSooner?: Record<string, Date> } = {},
): ReferralClock[] {
  return referralServiceLevels.clocks
    .filter((level) => runsFor(level, moments))
    .flatMap((level) => {
      const calendar = calendars[level.in];
      const moment = momentOf(level, moments, calendar, agreed[level.id] ?? {});
      if (moment === null) return [];
      const floor = noSooner[level.id];
      const dueAt = floor && floor > moment ? floor : moment;
      return [{ level, dueAt, rungs: rungsOf(level, dueAt, calendar) }];
    });
}

/**
 * A clock that was stopped goes on with the opening hours it had left, at least one business day. What is left ends with the day in which
 * it runs out; less than an hour of a day is none.
 */
export function resumedDue(clock: { dueAt: Date; stoppedAt: Date }, resumedAt: Date, calendar: BusinessCalendar): Date {
  const left = businessHoursBetween(clock.stoppedAt, clock.dueAt, calendar);
  const atLeast = businessDaysAfter(resumedAt, 1, calendar);
  if (left <= 0) return atLeast;
  const end = businessHoursAfter(resumedAt, left, calendar);
  const due = businessDaysAfter(businessHoursBefore(end, 1, calendar), 0, calendar);
  return due > atLeast ? due : atLeast;
}

/** Partners keep somebody waiting no longer than this before another one is offered. */
export const longestWaitBusinessDays = 10;

/** Whether a day on a waiting list lies further away than that. */
export const isLongWait = (now: Date, reviewOn: string, calendar: BusinessCalendar): boolean =>
  closingOn(reviewOn, calendar) > businessDaysAfter(now, longestWaitBusinessDays, calendar);
