import type { BusinessCalendar, PartnerAbsence } from '#contracts';

/** How an organization stands at a moment, in its own zone. */
export type Openness =
  | { kind: 'open'; until: string }
  | { kind: 'closed'; opens: { day: number; at: string } | null }
  | { kind: 'away'; until: string };

interface WallTime {
  date: string;
  /** ISO weekday, Monday = 1. */
  weekday: number;
  time: string;
}

const wallTime = (at: Date, timeZone: string): WallTime => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return { date, weekday: weekdayOf(date), time: `${part('hour')}:${part('minute')}` };
};

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Whether somebody is there now; else when they open next, at most two weeks ahead. */
export function openness(
  { timeZone, workDays, opens, closes, closedDates }: BusinessCalendar,
  absences: readonly PartnerAbsence[],
  now: Date,
): Openness {
  const here = wallTime(now, timeZone);
  const away = absences.find(({ from, until }) => from <= here.date && here.date <= until);
  if (away) return { kind: 'away', until: away.until };
  const works = (date: string): boolean => workDays.includes(weekdayOf(date)) && !closedDates.includes(date);
  if (works(here.date) && opens <= here.time && here.time < closes) return { kind: 'open', until: closes };
  let date = works(here.date) && here.time < opens ? here.date : dayAfter(here.date);
  for (let ahead = 0; ahead < 14; ahead += 1, date = dayAfter(date))
    if (works(date)) return { kind: 'closed', opens: { day: weekdayOf(date), at: opens } };
  return { kind: 'closed', opens: null };
}
