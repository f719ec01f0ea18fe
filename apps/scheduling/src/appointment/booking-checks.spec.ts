import { defaultCalendar } from '#clinical';
import { unbooked, type StoredAppointment } from './appointment.repository.js';
import { conflicts, heldBack, missedInRow, missedTooOften, outsideHours } from './booking-checks.js';

const calendar = { ...defaultCalendar('America/New_York'), closedDates: ['2027-05-31'] };
const site = { partnerId: 'pt-north', name: 'PT-North', calendar, absences: [], active: true };
const at = (iso: string, minutes = 45) => ({ startsAt: new Date(iso), minutes });
const stored = (facts: Partial<StoredAppointment>): StoredAppointment => ({
  ...unbooked,
  ...{ id: 'a', planId: 'p', patientId: 'q', itemId: 'r1', kind: 'visit', title: 'Visit', state: 'booked' },
  startsAt: new Date('2027-04-13T14:00:00Z'),
  createdAt: new Date('2027-04-06T13:00:00Z'),
  changedAt: new Date('2027-04-06T13:00:00Z'),
  ...facts,
});

describe('the hours of a site', () => {
  it.each([
    ['from the first minute', '2027-04-13T08:00:00-04:00', 45, true],
    ['to the last', '2027-04-13T16:15:00-04:00', 45, true],
    ['not a minute longer', '2027-04-13T16:16:00-04:00', 45, false],
    ['nor earlier', '2027-04-13T07:59:00-04:00', 45, false],
    ['not on a weekend', '2027-04-10T10:00:00-04:00', 45, false],
    ['not on a holiday', '2027-05-31T10:00:00-04:00', 45, false],
    ['by its own clock, the day after it changed', '2027-11-08T08:00:00-05:00', 45, true],
    ['and not by the old one', '2027-11-08T07:00:00-05:00', 45, false],
  ])('%s', (_, startsAt, minutes, isOpen) => {
    expect(outsideHours(site, at(startsAt, minutes)).length === 0).toBe(isOpen);
  });

  it('end with its part in the directory', () => {
    expect(outsideHours({ ...site, active: false }, at('2027-04-13T10:00:00-04:00'))).toHaveLength(1);
  });
});

describe('two at one time', () => {
  const wanted = { ...at('2027-04-13T14:00:00Z'), id: 'new', resource: 'C-arm 1' };
  it.each([
    ['overlap', { startsAt: new Date('2027-04-13T14:44:00Z') }, 1],
    ['do not when one ends as the other begins', { startsAt: new Date('2027-04-13T14:45:00Z') }, 0],
    ['do not when one is cancelled', { state: 'cancelled' }, 0],
    ['do not with a call', { kind: 'diary-call' }, 0],
    ['are one when it is moved', { id: 'new' }, 0],
  ] as const)('%s', (_, other, count) => {
    const taken = [stored(other)];
    expect(conflicts(wanted, { ofPatient: taken, ofResource: [] })).toHaveLength(count);
    expect(conflicts(wanted, { ofPatient: [], ofResource: taken })).toHaveLength(count);
  });
});

describe('kept times', () => {
  const kept = (startsAt: string, now: string): number =>
    heldBack(at(startsAt), { slots: ['11:30'], calendar, now: new Date(now) }).length;

  it('are kept until eleven of their own day', () => {
    expect(kept('2027-04-13T11:30:00-04:00', '2027-04-06T09:00:00-04:00')).toBe(1);
    expect(kept('2027-04-13T11:30:00-04:00', '2027-04-13T10:59:00-04:00')).toBe(1);
    expect(kept('2027-04-13T11:30:00-04:00', '2027-04-13T11:00:00-04:00')).toBe(0);
  });

  it('are no others', () => {
    expect(kept('2027-04-13T12:00:00-04:00', '2027-04-06T09:00:00-04:00')).toBe(0);
    expect(kept('2027-04-13T11:00:00-04:00', '2027-04-06T09:00:00-04:00')).toBe(1);
  });
});

describe('misses in a row', () => {
  const on = (day: number, state: StoredAppointment['state'], more: Partial<StoredAppointment> = {}) =>
    stored({ startsAt: new Date(Date.UTC(2027, 3, day, 14)), state, partnerId: 'pt-north', ...more });
  const place = { itemId: 'r1', kind: 'visit' as const, partnerId: 'pt-north' };

  it.each([
    ['none at first', [], 0],
    ['counts the last ones', [on(6, 'no-show'), on(13, 'no-show')], 2],
    ['begins anew with a visit', [on(6, 'no-show'), on(7, 'fulfilled'), on(13, 'no-show')], 1],
    ['passes over what was called off', [on(6, 'no-show'), on(7, 'cancelled'), on(13, 'no-show')], 2],
    ['of this place alone', [on(6, 'no-show', { partnerId: 'pt-south' }), on(13, 'no-show')], 1],
    ['of this item alone', [on(6, 'no-show', { itemId: 'r2' }), on(13, 'no-show')], 1],
  ] as const)('%s', (_, appointments, count) => {
    expect(missedInRow(place, appointments)).toBe(count);
  });

  it('stop a partner after two, and never the coordinator', () => {
    expect([1, 2, 3].map((missed) => missedTooOften(missed, false).length)).toEqual([0, 1, 1]);
    expect(missedTooOften(5, true)).toEqual([]);
  });
});
