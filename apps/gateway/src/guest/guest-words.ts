/** Dates and names as people at a partner read them. */

/** `Mon 16 Mar 2026, 17:00 EDT`: day, month in letters, year, and the zone that counts. */
export function moment(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
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
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('weekday')} ${of('day')} ${of('month')} ${of('year')}, ${of('hour')}:${of('minute')} ${of('timeZoneName')}`;
}

/** `16 Mar 2026` of a calendar date. */
export const day = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );

const isDate = /^\d{4}-\d\d-\d\d$/;
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A field's value as a person reads it. */
export function inWords(value: string, timeZone: string): string {
  if (isDate.test(value)) return day(value);
  return isInstant.test(value) ? moment(value, timeZone) : value;
}

const known: Readonly<Record<string, string>> = {
  lightUntil: 'only light activity until',
  loadingFrom: 'loading from',
  contactLanguage: 'language',
  birthDate: 'born',
  bornOn: 'born',
};

/** `sessionsPerWeek` is `sessions per week`. */
export const label = (name: string): string =>
  known[name] ??
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const urgencyWords: Readonly<Record<string, string>> = {
  emergency: 'Emergency',
  'same-day': 'Today',
  urgent: 'Urgent',
  routine: 'Routine',
};
