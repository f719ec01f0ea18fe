import { openingOf } from './opening.js';

const calendar = {
  timeZone: 'America/Chicago',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: ['2026-11-26'],
};

describe('whether a partner is open', () => {
  it('counts in the zone of the partner', () => {
    // Tuesday, 22:30 UTC is 16:30 in Chicago.
    expect(openingOf(calendar, [], new Date('2026-11-24T22:30:00Z'))).toEqual({
      isOpen: true,
      next: { date: '2026-11-24', time: '17:00' },
    });
  });

  it('opens later the same day, or on the next day that is worked', () => {
    expect(openingOf(calendar, [], new Date('2026-11-24T12:00:00Z')).next).toEqual({
      date: '2026-11-24',
      time: '08:00',
    });
    // Wednesday evening; Thursday is a holiday.
    expect(openingOf(calendar, [], new Date('2026-11-26T00:00:00Z')).next).toEqual({
      date: '2026-11-27',
      time: '08:00',
    });
    expect(openingOf(calendar, [], new Date('2026-11-28T15:00:00Z')).next).toEqual({
      date: '2026-11-30',
      time: '08:00',
    });
  });

  it('is closed while nobody is there', () => {
    const absence = { from: '2026-11-23', until: '2026-12-31', note: null };
    expect(openingOf(calendar, [absence], new Date('2026-11-24T18:00:00Z'))).toEqual({ isOpen: false, next: null });
  });
});
