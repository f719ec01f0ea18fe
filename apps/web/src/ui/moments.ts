/** Times as clinics write them: day, month in letters, four-digit year, and the zone that counts; whatever the browser prefers. */

/** Of the clinic; dates of partners in other zones are written with theirs beside. */
export const clinicZone = 'America/New_York';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it, and a list uses few of them very often. */
function formatOf(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${options.timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-US', options);
  formats.set(key, known);
  return known;
}
const distance = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

const part = (parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string =>
  parts.find((one) => one.type === type)?.value ?? '';

/** `Mon 16 Mar 2026, 17:00 EDT`. */
export function moment(instant: string, timeZone = clinicZone): string {
  const parts = formatOf('moment', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(new Date(instant));
  return `${part(parts, 'weekday')} ${part(parts, 'day')} ${part(parts, 'month')} ${part(parts, 'year')}, ${part(parts, 'hour')}:${part(parts, 'minute')} ${part(parts, 'timeZoneName')}`;
}

/** `EST`: as the zone is called at that time of the year. */
export const zoneName = (timeZone: string, at: Date): string =>
  part(new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(at), 'timeZoneName');

/** `16 Mar 2026`, of an instant in a zone or of a calendar date. */
export function day(at: string, timeZone = clinicZone): string {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(at);
  const parts = formatOf('day', {
    timeZone: isDate ? 'UTC' : timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(new Date(isDate ? `${at}T00:00:00Z` : at));
  return `${part(parts, 'day')} ${part(parts, 'month')} ${part(parts, 'year')}`;
}

/** Full years between a birth date and a day. */
export function ageOn(birthDate: string, on: Date): number {
  const [year = 0, month = 1, date = 1] = birthDate.split('-').map(Number);
  const had = on.getMonth() + 1 > month || (on.getMonth() + 1 === month && on.getDate() >= date);
  return on.getFullYear() - year - (had ? 0 : 1);
}

/** Beside a date, never alone: `in 3 h`, `2 days ago`. */
export function fromNow(instant: string, now: Date): string {
  const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
  const [value, unit] =
    Math.abs(minutes) < 60
      ? [minutes, 'minute' as const]
      : Math.abs(minutes) < 2880
        ? [Math.round(minutes / 60), 'hour' as const]
        : [Math.round(minutes / 1440), 'day' as const];
  return distance.format(value, unit);
}

/** `Mon 16 Mar 2026`, of a calendar date. */
export function weekday(date: string): string {
  const name = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', weekday: 'short' });
  return `${name} ${day(date)}`;
}
