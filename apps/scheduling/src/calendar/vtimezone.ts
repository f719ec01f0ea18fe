import { DateTime } from 'luxon';

const pad = (n: number): string => String(n).padStart(2, '0');
const offsetText = (minutes: number): string => {
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}${pad(absolute % 60)}`;
};

interface Change {
  at: DateTime;
  before: number;
  after: number;
}

/** When the clocks of a zone change in a span, to the minute. */
function changes(from: DateTime, until: DateTime): Change[] {
  const found: Change[] = [];
  for (let day = from; day < until; day = day.plus({ days: 1 })) {
    const next = day.plus({ days: 1 });
    if (day.offset === next.offset) continue;
    let [low, high] = [day.toMillis(), next.toMillis()];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (DateTime.fromMillis(middle, { zone: day.zone }).offset === day.offset) low = middle;
      else high = middle;
    }
    found.push({ at: DateTime.fromMillis(high, { zone: day.zone }), before: day.offset, after: next.offset });
  }
  return found;
}

/** Wall time before the change, as iCalendar wants an observance to begin. */
const wall = ({ at, before }: Change): string => at.toUTC().plus({ minutes: before }).toFormat("yyyyMMdd'T'HHmmss");

/**
 * The VTIMEZONE of one zone around a moment: every change of its clocks in the year before and after. RFC 5545 wants it beside a local time,
 * so that a calendar that does not know the zone's name shows the right hour all the same.
 */
export function vtimezone(timeZone: string, around: Date): string {
  const middle = DateTime.fromJSDate(around, { zone: timeZone });
  const from = middle.minus({ years: 1 }).startOf('year');
  const found = changes(from, middle.plus({ years: 1 }).endOf('year'));
  const first: Change = { at: from, before: from.offset, after: from.offset };
  const observances = [first, ...found].map((change) => {
    const name = change.at.isInDST ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${wall(change)}`,
      `TZOFFSETFROM:${offsetText(change.before)}`,
      `TZOFFSETTO:${offsetText(change.after)}`,
      `END:${name}`,
    ].join('\r\n');
  });
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}
