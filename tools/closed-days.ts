import Holidays from 'date-holidays';

/**
 * The days from Monday to Friday on which US federal offices are closed, as ISO dates in order, both years included.
 * A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103). Computed from
 * the holidays themselves, because the package's own substitute days are not complete (Veterans Day 2028 lacks one).
 */
export function usFederalClosedDays(fromYear: number, toYear: number): string[] {
  const calendar = new Holidays('US', { types: ['public'] });
  const days = new Set<string>();
  // One year more: a New Year's Day on a Saturday closes the last Friday of the year before.
  for (let year = fromYear; year <= toYear + 1; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      if (!holiday.substitute) days.add(observedOn(holiday.date.slice(0, 10)));
    }
  }
  return [...days].filter((day) => day >= `${fromYear}-01-01` && day <= `${toYear}-12-31`).sort();
}

const dayMs = 24 * 60 * 60 * 1000;
const saturday = 6;
const sunday = 0;

function observedOn(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  const shift = date.getUTCDay() === saturday ? -dayMs : date.getUTCDay() === sunday ? dayMs : 0;
  return new Date(date.getTime() + shift).toISOString().slice(0, 10);
}
