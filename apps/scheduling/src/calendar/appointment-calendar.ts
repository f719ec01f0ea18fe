import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import type { CalendarEntry } from '../appointment/appointment.queries.js';
import { vtimezone } from './vtimezone.js';

/** A calendar is read over shoulders and synchronised to who knows where: no clinical word, no name, no place. */
const neutralTitles: Readonly<Record<CalendarEntry['kind'], string>> = {
  procedure: 'Clinic visit',
  imaging: 'Clinic visit',
  visit: 'Clinic visit',
  'diary-call': 'Clinic call',
};

/**
 * An appointment as iCalendar (RFC 5545, iTIP of RFC 5546): the invitation, its update under the same UID with a higher SEQUENCE, or its
 * cancellation.
 */
export function appointmentCalendar(entry: CalendarEntry): string {
  const { id, kind, startsAt, minutes, timeZone, isCancelled, isConfirmed, sequence, createdAt, changedAt } = entry;
  const start = DateTime.fromJSDate(startsAt, { zone: timeZone });
  const calendar = ical({
    prodId: { company: 'Throughline', product: 'scheduling', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: timeZone, generator: () => vtimezone(timeZone, startsAt) },
  });
  calendar.createEvent({
    id: `${id}@appointments.throughline`,
    sequence,
    start,
    end: start.plus({ minutes }),
    timezone: timeZone,
    summary: neutralTitles[kind],
    stamp: changedAt,
    created: createdAt,
    lastModified: changedAt,
    status: isCancelled
      ? ICalEventStatus.CANCELLED
      : isConfirmed
        ? ICalEventStatus.CONFIRMED
        : ICalEventStatus.TENTATIVE,
    organizer: { name: 'Clinic', email: 'appointments@throughline.invalid' },
  });
  return calendar.toString();
}
