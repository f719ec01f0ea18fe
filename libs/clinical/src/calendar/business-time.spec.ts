import fc from 'fast-check';
import type { BusinessCalendar } from '#contracts';
import { businessDaysAfter, defaultCalendar } from './business-calendar.js';
import { businessDaysBetween, businessTimeBetween, momentOfShare, shareOfTime } from './business-time.js';

const newYork: BusinessCalendar = { ...defaultCalendar('America/New_York'), closedDates: ['2027-05-31'] };
const at = (iso: string): Date => new Date(`${iso}:00-04:00`);
const hour = 3_600_000;

describe('time used, in opening hours', () => {
  it('leaves out nights, weekends and holidays', () => {
    // Friday 16:00 to Tuesday 10:00, over Memorial Day: one hour and two.
    expect(businessTimeBetween(at('2027-05-28T16:00'), at('2027-06-01T10:00'), newYork)).toBe(3 * hour);
    expect(businessTimeBetween(at('2027-05-29T09:00'), at('2027-05-31T12:00'), newYork)).toBe(0);
    expect(businessTimeBetween(at('2027-06-01T10:00'), at('2027-06-01T09:00'), newYork)).toBe(0);
  });

  it.each([
    ['2027-04-06T09:00', '2027-04-06T16:00', 0],
    ['2027-04-06T09:00', '2027-04-07T08:00', 1],
    ['2027-04-09T09:00', '2027-04-11T12:00', 0],
    ['2027-04-09T09:00', '2027-04-12T07:00', 1],
    ['2027-05-28T09:00', '2027-06-01T09:00', 1],
    ['2027-04-07T09:00', '2027-04-06T09:00', 0],
  ])('from %s to %s lie %i business days', (from, to, days) => {
    expect(businessDaysBetween(at(from), at(to), newYork)).toBe(days);
  });

  it('is a half, the whole, and half as much again', () => {
    const span = { from: at('2027-04-06T08:00'), due: at('2027-04-07T17:00') };
    expect(shareOfTime(span, at('2027-04-06T17:00'), newYork)).toBe(0.5);
    expect(shareOfTime(span, at('2027-04-06T23:00'), newYork)).toBe(0.5);
    expect(shareOfTime(span, span.due, newYork)).toBe(1);
    expect(momentOfShare(span, 1.5, newYork)).toEqual(at('2027-04-08T17:00'));
  });

  it('goes by the clock where no opening hour lies in it', () => {
    const span = { from: at('2027-04-10T02:00'), due: at('2027-04-10T03:00') };
    expect(shareOfTime(span, at('2027-04-10T02:30'), newYork)).toBe(0.5);
    expect(momentOfShare(span, 1.5, newYork)).toEqual(at('2027-04-10T03:30'));
    expect(shareOfTime({ from: span.from, due: span.from }, at('2027-04-10T02:30'), newYork)).toBe(1);
  });

  it('what is used at the moment of a share is that share', () => {
    const moments = fc
      .integer({ min: 0, max: 400 * 24 * 60 })
      .map((minutes) => new Date(Date.UTC(2027, 0, 1) + minutes * 60_000));
    const zones = fc.constantFrom('America/New_York', 'America/Phoenix', 'Europe/Berlin', 'Asia/Kolkata');
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 0, max: 10 }),
        zones,
        fc.constantFrom(0.5, 1, 1.5),
        (from, n, zone, share) => {
          const calendar = { ...newYork, timeZone: zone };
          const span = { from, due: businessDaysAfter(from, n, calendar) };
          expect(shareOfTime(span, momentOfShare(span, share, calendar), calendar)).toBeCloseTo(share, 6);
        },
      ),
    );
  });
});
