/** Between an instant with offset and what a `datetime-local` field holds, in the clinic's zone whatever the browser's is. */

export function toLocal(value: unknown, timeZone: string): string {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return '';
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(value));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The instant, with the offset that the zone has at that moment; empty for an empty field. */
export function fromLocal(local: string, timeZone: string): string {
  if (!local) return '';
  const asUtc = Date.parse(`${local}:00Z`);
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  const offset = offsetAt(asUtc - offsetAt(asUtc, timeZone), timeZone);
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${local}:00${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const offsetAt = (time: number, timeZone: string): number =>
  Date.parse(`${toLocal(new Date(time).toISOString(), timeZone)}:00Z`) - Math.floor(time / 60_000) * 60_000;
