import type { BusinessCalendar } from '#contracts';
import { nextDigest } from './digest-moment.js';

const calendar = (facts: Partial<BusinessCalendar> = {}): BusinessCalendar => ({
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: ['2027-05-31'],
  ...facts,
});

describe('nextDigest', () => {
  it.each([
    ['before its hour: today', '2027-04-06T11:00:00Z', {}, '2027-04-06T12:00:00.000Z'],
    ['at its hour: tomorrow', '2027-04-06T12:00:00Z', {}, '2027-04-07T12:00:00.000Z'],
    ['after its hour: tomorrow', '2027-04-06T13:00:00Z', {}, '2027-04-07T12:00:00.000Z'],
    ['over a weekend and a holiday', '2027-05-28T13:00:00Z', {}, '2027-06-01T12:00:00.000Z'],
    ['in its own zone', '2027-04-06T13:00:00Z', { timeZone: 'America/Los_Angeles' }, '2027-04-06T15:00:00.000Z'],
    ['over a change of the clocks', '2027-11-05T13:00:00Z', {}, '2027-11-08T13:00:00.000Z'],
  ])('%s', (_what, now, facts, moment) => {
    expect(nextDigest(new Date(now), '08:00', calendar(facts))?.toISOString()).toBe(moment);
  });

  it('finds none in a calendar without open days', () => {
    expect(nextDigest(new Date('2027-04-06T13:00:00Z'), '08:00', calendar({ workDays: [] }))).toBeNull();
  });
});
