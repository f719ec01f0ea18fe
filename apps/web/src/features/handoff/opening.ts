import type { BusinessCalendar, PartnerAbsence } from '#contracts';

export interface Opening {
  isOpen: boolean;
  /** When that changes: the closing time of today, or the next day that it opens. Null when no day within a month is open. */
  next: { date: string; time: string } | null;
}

const dayMs = 86_400_000;

/** Whether an organization is open at that moment, in its own zone, and until or from when. */
export function openingOf(calendar: BusinessCalendar, absences: readonly PartnerAbsence[], now: Date): Opening {
  const { date, time } = wallClock(now, calendar.timeZone);
  const works = (on: string): boolean =>
    calendar.workDays.includes(isoWeekday(on)) &&
    !calendar.closedDates.includes(on) &&
    !absences.some(({ from, until }) => from <= on && on <= until);
  if (works(date) && time >= calendar.opens && time < calendar.closes)
    return { isOpen: true, next: { date, time: calendar.closes } };
  for (let after = works(date) && time < calendar.opens ? 0 : 1; after <= 31; after += 1) {
    const on = new Date(Date.parse(`${date}T00:00:00Z`) + after * dayMs).toISOString().slice(0, 10);
    if (works(on)) return { isOpen: false, next: { date: on, time: calendar.opens } };
  }
  return { isOpen: false, next: null };
}

/** Monday is 1. */
const isoWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

function wallClock(now: Date, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as Intl.DateTimeFormatOptions).formatToParts(now);
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}
