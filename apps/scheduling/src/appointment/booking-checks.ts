import { DateTime } from 'luxon';
import { inZone, isBusinessDay, timeOn } from '#clinical';
import type { BusinessCalendar, FieldError } from '#contracts';
import type { Site } from '../site/site.repository.js';
import type { StoredAppointment } from './appointment.repository.js';
import { isLive } from './appointment.states.js';

/** A rule that a wanted time does not meet, in one sentence and in its parts. */
export const refused = (path: string, needed: string, found: string, overridable = false): FieldError => ({
  path,
  message: `${needed}; ${found}${overridable ? '; an override with a reason is allowed' : ''}`,
  needed,
  found,
  overridable,
});

export interface Span {
  startsAt: Date;
  minutes: number;
}
const endOf = ({ startsAt, minutes }: Span): Date => new Date(startsAt.getTime() + minutes * 60_000);
const overlap = (one: Span, other: Span): boolean => one.startsAt < endOf(other) && other.startsAt < endOf(one);

/** `Mon 19 Apr 2027 10:00 EDT` */
export const onTheClock = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at).setZone(timeZone).setLocale('en-US').toFormat('ccc d LLL yyyy HH:mm ZZZZ');

/** A site is open from the first to the last minute, by its own clock. */
export function outsideHours({ name, calendar, absences, active }: Site, span: Span): FieldError[] {
  const start = inZone(span.startsAt, calendar);
  const end = inZone(endOf(span), calendar);
  const found = `found ${onTheClock(span.startsAt, calendar.timeZone)}`;
  const day = start.toISODate() ?? '';
  const absence = absences.find(({ from, until }) => from <= day && day <= until);
  if (!active) return [refused('partnerId', `${name} takes no patients any more`, 'it has left the directory')];
  if (absence) return [refused('startsAt', `${name} is away until ${absence.until}`, found)];
  if (!isBusinessDay(start, calendar)) return [refused('startsAt', `${name} is closed on that day`, found)];
  const isOpen = start >= timeOn(start, calendar.opens) && end <= timeOn(start, calendar.closes);
  const hours = `${calendar.opens} to ${calendar.closes} (${calendar.timeZone})`;
  return isOpen ? [] : [refused('startsAt', `${name} is open from ${hours}`, found)];
}

/** One patient is in one place, a room holds one patient. */
export function conflicts(
  wanted: Span & { id: string; resource: string | null },
  taken: { ofPatient: readonly StoredAppointment[]; ofResource: readonly StoredAppointment[] },
): FieldError[] {
  const isTaken = (other: StoredAppointment): boolean =>
    other.id !== wanted.id && other.kind !== 'diary-call' && isLive(other) && overlap(wanted, other);
  const patient = taken.ofPatient.some(isTaken)
    ? [refused('startsAt', 'a time at which the patient is free', 'the patient has another appointment then')]
    : [];
  const room = taken.ofResource.some(isTaken)
    ? [refused('resource', `a time at which ${wanted.resource} is free`, 'it is taken then')]
    : [];
  return [...patient, ...room];
}

/** From this hour on what nobody urgent has taken is open to all. */
const releaseAt = '11:00';

/** The times of this day that are kept for what cannot wait. */
export const slotsOn = (day: DateTime, slots: readonly string[]): Date[] =>
  slots.map((time) => timeOn(day, time).toJSDate());

export function heldBack(
  span: Span,
  { slots, calendar, now }: { slots: readonly string[]; calendar: BusinessCalendar; now: Date },
): FieldError[] {
  const day = inZone(span.startsAt, calendar);
  const release = timeOn(day, releaseAt);
  if (DateTime.fromJSDate(now) >= release || !isBusinessDay(day, calendar)) return [];
  const kept = slotsOn(day, slots).find((slot) => overlap(span, { startsAt: slot, minutes: 30 }));
  if (!kept) return [];
  const needed = `a time that is not kept for what cannot wait (until ${onTheClock(release.toJSDate(), calendar.timeZone)})`;
  return [refused('startsAt', needed, `${onTheClock(kept, calendar.timeZone)} is kept`)];
}

/** Whoever did not come this often in a row is booked again by the coordinator, who has talked with them. */
const missesBeforeCoordinator = 2;

type Place = Pick<StoredAppointment, 'itemId' | 'kind' | 'partnerId'>;
export const isSameVisit = (one: Place, other: Place): boolean =>
  one.itemId === other.itemId && one.kind === other.kind && one.partnerId === other.partnerId;

/** How often in a row the patient has not come for this, at this place; what was called off in time does not count. */
export function missedInRow(place: Place, appointments: readonly StoredAppointment[]): number {
  const past = appointments
    .filter((one) => isSameVisit(one, place) && (one.state === 'no-show' || one.state === 'fulfilled'))
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  const came = past.findIndex(({ state }) => state === 'fulfilled');
  return came === -1 ? past.length : came;
}

export const missedTooOften = (missed: number, isCoordinator: boolean): FieldError[] =>
  missed < missesBeforeCoordinator || isCoordinator
    ? []
    : [refused('startsAt', 'the coordinator books after two missed visits', `missed ${missed} times in a row`)];
