import { usFederalClosedDays } from './closed-days.js';

describe('usFederalClosedDays', () => {
  it('knows the closed days of the acceptance scenarios and no other between their day 0 and Labor Day', () => {
    const days = usFederalClosedDays(2026, 2029).filter((day) => day > '2027-04-06' && day < '2027-09-01');
    expect(days).toEqual(['2027-05-31', '2027-06-18', '2027-07-05']);
  });

  it('names weekdays only, eleven a year or the neighbouring year keeps one', () => {
    const days = usFederalClosedDays(2026, 2029);
    expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBe(44);
  });

  it('keeps a holiday on a Saturday on the Friday before, into the old year and where the package has no substitute', () => {
    expect(usFederalClosedDays(2027, 2027)).toContain('2027-12-31');
    expect(usFederalClosedDays(2028, 2028)).toContain('2028-11-10');
  });
});
