import fc from 'fast-check';
import type { BusinessCalendar } from '#contracts';
import { dueMoment } from '../impact/due.js';
import {
  businessDaysAfter,
  businessDaysBefore,
  defaultCalendar,
  inZone,
  isBusinessDay,
  isWithinBusinessDays,
  sameDay,
} from './business-calendar.js';

const newYork: BusinessCalendar = {
  ...defaultCalendar('America/New_York'),
  closedDates: ['2027-05-31', '2027-06-18', '2027-07-05'],
};
const utc = (iso: string): string => new Date(iso).toISOString();
const after = (from: string, n: number, calendar = newYork): string =>
  businessDaysAfter(new Date(from), n, calendar).toISOString();

describe('businessDaysAfter', () => {
  it.each([
    // Tuesday 6 April 2027 is day 0.
    ['counts from the day after', '2027-04-06T09:00:00-04:00', 2, '2027-04-08T17:00:00-04:00'],
    ['goes over a weekend', '2027-04-09T10:00:00-04:00', 2, '2027-04-13T17:00:00-04:00'],
    ['goes over a weekend and a holiday', '2027-05-27T10:00:00-04:00', 2, '2027-06-01T17:00:00-04:00'],
    ['starts with the next business day at closing time', '2027-04-06T17:00:00-04:00', 1, '2027-04-08T17:00:00-04:00'],
    ['still counts today a minute before', '2027-04-06T16:59:00-04:00', 1, '2027-04-07T17:00:00-04:00'],
    ['starts with Monday when published on a Saturday', '2027-04-10T10:00:00-04:00', 1, '2027-04-13T17:00:00-04:00'],
    ['starts after a closed day', '2027-05-31T10:00:00-04:00', 1, '2027-06-02T17:00:00-04:00'],
    ['counts before opening as that day', '2027-04-06T05:00:00-04:00', 1, '2027-04-07T17:00:00-04:00'],
  ])('%s', (_, from, n, expected) => {
    expect(after(from, n)).toBe(utc(expected));
  });

  it('is closing time of the recipient, over a change of clocks that not every zone makes', () => {
    const friday = '2027-11-05T16:00:00-04:00';
    expect(after(friday, 2)).toBe(utc('2027-11-09T17:00:00-05:00'));
    expect(after(friday, 2, defaultCalendar('America/Chicago'))).toBe(utc('2027-11-09T17:00:00-06:00'));
    expect(after('2027-05-27T10:00:00-04:00', 2, { ...newYork, timeZone: 'America/Los_Angeles' })).toBe(
      utc('2027-06-01T17:00:00-07:00'),
    );
    expect(after(friday, 2, defaultCalendar('America/Phoenix'))).toBe(utc('2027-11-09T17:00:00-07:00'));
    expect(after('2027-03-12T16:00:00-05:00', 2)).toBe(utc('2027-03-16T17:00:00-04:00'));
  });

  it('follows an organization with its own week and closing time', () => {
    const clinic: BusinessCalendar = { ...newYork, workDays: [1, 2, 3, 4], closes: '15:30' };
    expect(after('2027-04-08T10:00:00-04:00', 1, clinic)).toBe(utc('2027-04-12T15:30:00-04:00'));
  });

  it('refuses a calendar that is never open instead of searching for ever', () => {
    const closedDates = Array.from({ length: 500 }, (_, day) =>
      new Date(Date.UTC(2027, 3, 6 + day)).toISOString().slice(0, 10),
    );
    expect(() => after('2027-04-06T09:00:00-04:00', 1, { ...newYork, closedDates })).toThrow('no business day');
  });
});

describe('businessDaysBefore', () => {
  it.each([
    ['2027-04-19T10:00:00-04:00', 2, '2027-04-15T17:00:00-04:00'],
    ['2027-04-19T10:00:00-04:00', 5, '2027-04-12T17:00:00-04:00'],
    ['2027-06-01T09:00:00-04:00', 2, '2027-05-27T17:00:00-04:00'],
    ['2027-06-01T09:00:00-04:00', 5, '2027-05-24T17:00:00-04:00'],
  ])('of %s, %i days', (date, n, expected) => {
    expect(businessDaysBefore(new Date(date), n, newYork).toISOString()).toBe(utc(expected));
  });
});

describe('sameDay', () => {
  it.each([
    ['before 15:00 is closing time', '2027-04-15T14:00:00-04:00', '2027-04-15T17:00:00-04:00'],
    ['at 15:00 is two hours by the clock', '2027-04-15T15:00:00-04:00', '2027-04-15T17:00:00-04:00'],
    ['later is two hours by the clock', '2027-04-15T16:10:00-04:00', '2027-04-15T18:10:00-04:00'],
    ['on a closed day is two hours by the clock', '2027-05-31T09:00:00-04:00', '2027-05-31T11:00:00-04:00'],
  ])('%s', (_, from, expected) => {
    expect(sameDay(new Date(from), newYork).toISOString()).toBe(utc(expected));
  });
});

describe('sameDay of an organization that closes early', () => {
  it.each([
    ['2027-04-15T10:00:00-04:00', '2027-04-15T13:00:00-04:00'],
    ['2027-04-15T12:30:00-04:00', '2027-04-15T14:30:00-04:00'],
    ['2027-04-15T14:00:00-04:00', '2027-04-15T16:00:00-04:00'],
  ])('published %s is due %s, never in the past', (from, expected) => {
    expect(sameDay(new Date(from), { ...newYork, closes: '13:00' }).toISOString()).toBe(utc(expected));
  });
});

describe('isWithinBusinessDays', () => {
  it('compares days, not hours', () => {
    const friday = new Date('2027-04-09T16:00:00-04:00');
    expect(isWithinBusinessDays(friday, new Date('2027-04-13T08:00:00-04:00'), 2, newYork)).toBe(true);
    expect(isWithinBusinessDays(friday, new Date('2027-04-14T08:00:00-04:00'), 2, newYork)).toBe(false);
  });
});

describe('a due before a date', () => {
  const due = (publishedAt: string, procedureAt: string, businessDays: number) => {
    const { at, urgency } = dueMoment({ businessDaysBefore: businessDays, date: 'item.at' }, 'routine', {
      from: new Date(publishedAt),
      calendar: newYork,
      facts: { item: { at: procedureAt } },
    });
    return [at.toISOString(), urgency];
  };
  const procedure = '2027-04-19T10:00:00-04:00';

  it('is closing time that many business days before it', () => {
    expect(due('2027-04-14T11:00:00-04:00', procedure, 2)).toEqual([utc('2027-04-15T17:00:00-04:00'), 'routine']);
    expect(due('2027-04-14T11:00:00-04:00', procedure, 3)).toEqual([utc('2027-04-14T17:00:00-04:00'), 'routine']);
  });

  it('is urgent, one business day, when that has passed or is under four hours away', () => {
    expect(due('2027-04-14T11:00:00-04:00', procedure, 5)).toEqual([utc('2027-04-15T17:00:00-04:00'), 'urgent']);
    expect(due('2027-04-14T13:30:00-04:00', procedure, 3)).toEqual([utc('2027-04-15T17:00:00-04:00'), 'urgent']);
  });

  it('is the same day when the procedure is within two business days', () => {
    expect(due('2027-04-16T11:00:00-04:00', procedure, 2)).toEqual([utc('2027-04-16T17:00:00-04:00'), 'same-day']);
  });

  it('is seven business days before an epidural under a blood thinner', () => {
    expect(due('2027-04-06T09:00:00-04:00', '2027-04-22T09:00:00-04:00', 7)).toEqual([
      utc('2027-04-13T17:00:00-04:00'),
      'routine',
    ]);
  });

  it('is one urgent business day when the date is not known', () => {
    const context = { from: new Date('2027-04-06T09:00:00-04:00'), calendar: newYork, facts: {} };
    const { at, urgency } = dueMoment({ businessDaysBefore: 2, date: 'item.at' }, 'routine', context);
    expect([at.toISOString(), urgency]).toEqual([utc('2027-04-07T17:00:00-04:00'), 'urgent']);
  });
});

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Phoenix',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
];
const anyCalendar: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  workDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  opens: fc.constant('08:00'),
  closes: fc.constantFrom('12:00', '13:00', '15:30', '17:00', '20:00'),
  closedDates: fc.subarray(['2027-03-15', '2027-05-31', '2027-07-05', '2027-11-08', '2027-11-25', '2027-12-24']),
});
const anyMoment = fc.date({
  min: new Date('2027-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const anyCount = fc.integer({ min: 1, max: 15 });

describe('for any calendar and moment, over changes of clocks', () => {
  const closing = (date: Date, calendar: BusinessCalendar): boolean =>
    isBusinessDay(inZone(date, calendar), calendar) &&
    inZone(date, calendar).toFormat('HH:mm:ss') === `${calendar.closes}:00`;

  it('business days after end at closing time of a business day, later than the moment, a day more a day later', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyCount, (calendar, from, n) => {
        const due = businessDaysAfter(from, n, calendar);
        expect(closing(due, calendar)).toBe(true);
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        expect(businessDaysAfter(from, n + 1, calendar).getTime()).toBeGreaterThan(due.getTime());
      }),
    );
  });

  it('business days before end at closing time of a business day before the day', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyCount, (calendar, date, n) => {
        const due = businessDaysBefore(date, n, calendar);
        expect(closing(due, calendar)).toBe(true);
        expect(inZone(due, calendar).toISODate() ?? '').not.toBe(inZone(date, calendar).toISODate());
        expect(due.getTime()).toBeLessThan(date.getTime());
      }),
    );
  });

  it('the same day leaves two hours, and is closing time or exactly these two hours', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, (calendar, from) => {
        const [due, twoHours] = [sameDay(from, calendar), new Date(from.getTime() + 2 * 3_600_000)];
        expect(due.getTime()).toBeGreaterThanOrEqual(twoHours.getTime());
        expect(due.getTime() === twoHours.getTime() || closing(due, calendar)).toBe(true);
      }),
    );
  });

  it('no due of a rule lies before the publication, whatever the date it counts from', () => {
    const anyDue = fc.oneof(
      anyCount.map((businessDays) => ({ businessDays })),
      fc.constant({ sameDay: true as const }),
      fc.constant({ hours: 1 }),
      anyCount.map((businessDaysBefore) => ({ businessDaysBefore, date: 'item.at' })),
    );
    fc.assert(
      fc.property(anyDue, anyCalendar, anyMoment, anyMoment, (due, calendar, from, date) => {
        const facts = { item: { at: date.toISOString() } };
        expect(dueMoment(due, 'routine', { from, calendar, facts }).at.getTime()).toBeGreaterThan(from.getTime());
      }),
    );
  });

  it('one moment is one moment, however often it is asked for', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyCount, (calendar, from, n) => {
        const first = businessDaysAfter(from, n, calendar);
        businessDaysAfter(from, n, calendar).setFullYear(1999);
        expect(businessDaysAfter(from, n, calendar)).toEqual(first);
      }),
    );
  });
});
