import type { BusinessCalendar } from '#contracts';
import { DateTime } from 'luxon';

/** When desks answer (domain guide 6.2), in the clinic's own hours and zone. */
const isOpen = (day: DateTime, calendar: BusinessCalendar): boolean =>
  calendar.workDays.includes(day.weekday) && !calendar.closedDates.includes(day.toISODate() ?? '');

const closing = (day: DateTime, calendar: BusinessCalendar): DateTime => {
  const [hour = 17, minute = 0] = calendar.closes.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

const nextOpenDay = (after: DateTime, calendar: BusinessCalendar): DateTime => {
  let day = after.plus({ days: 1 });
  // A calendar that closes for more than a year is a mistake; count on instead of searching for ever.
  for (let tried = 0; tried < 366 && !isOpen(day, calendar); tried += 1) day = day.plus({ days: 1 });
  return day;
};

/** Closing time of the n-th business day after today; after closing or on a closed day, counted from the next business day. */
export const inBusinessDays = (days: number, now: Date, calendar: BusinessCalendar): Date => {
  const local = DateTime.fromJSDate(now, { zone: calendar.timeZone });
  let day = isOpen(local, calendar) && local < closing(local, calendar) ? local : nextOpenDay(local, calendar);
  for (let counted = 0; counted < days; counted += 1) day = nextOpenDay(day, calendar);
  return closing(day, calendar).toJSDate();
};

/** Closing time today when it is a business day and at least two hours are left, otherwise in two hours by the clock. */
export const sameDay = (now: Date, calendar: BusinessCalendar): Date => {
  const local = DateTime.fromJSDate(now, { zone: calendar.timeZone });
  const inTwoHours = local.plus({ hours: 2 });
  const closes = closing(local, calendar);
  return (isOpen(local, calendar) && inTwoHours <= closes ? closes : inTwoHours).toJSDate();
};
