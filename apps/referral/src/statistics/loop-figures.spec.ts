import { defaultCalendar } from '#clinical';
import { type ReferralStage, referralStages } from '#contracts';
import { DateTime } from 'luxon';
import { ageAtSending } from './age-at-sending.js';
import { LoopFigures, measureOf, percentOf } from './loop-figures.js';
import type { LoopRow } from './loop-rows.js';

const calendar = defaultCalendar('America/New_York');
const newYork = (date: string, time = '08:00'): Date => new Date(`${date}T${time}:00-04:00`);

const row = (over: Partial<LoopRow> = {}): LoopRow => ({
  ...{ id: 'r', patientId: 'p', role: 'physical-therapy', partnerId: 'pt-north', state: 'sent', family: null },
  ...{ sent: newYork('2027-04-05'), received: null, accepted: null, visited: null, reported: null, closed: null },
  birthDate: '1977-02-03',
  ...over,
});

describe('figures of the loops', () => {
  const figures = (rows: readonly LoopRow[]): LoopFigures => {
    const counted = new LoopFigures({ from: '2027-04-01', to: '2027-04-30' }, () => calendar);
    for (const one of rows) counted.add(one);
    return counted;
  };

  it('says nothing about fewer than ten, and for ten the median and the nearest rank', () => {
    const nine = [9, 1, 8, 2, 7, 3, 6, 4, 5];
    expect(measureOf([...nine], {})).toMatchObject({
      n: 9,
      medianBusinessDays: null,
      p90BusinessDays: null,
      note: 'n too small',
    });
    expect(measureOf([...nine, 20], {})).toMatchObject({
      n: 10,
      medianBusinessDays: 5.5,
      p90BusinessDays: 9,
      note: null,
    });
    expect([percentOf(4, 9), percentOf(4, 10)]).toEqual([null, 40]);
  });

  it('counts each stage with those after it, and the days between them in opening hours', () => {
    const closed = row({
      ...{ state: 'closed-confirmed', received: newYork('2027-04-05', '12:30'), accepted: newYork('2027-04-06') },
      ...{ visited: newYork('2027-04-12'), reported: newYork('2027-04-13'), closed: newYork('2027-04-13', '12:30') },
    });
    const declined = row({ state: 'declined', family: 'capacity', received: newYork('2027-04-05', '17:00') });
    const counted = figures([...Array.from({ length: 10 }, () => closed), declined, row()]);
    const counts = Object.fromEntries(counted.funnel().map(({ stage, count }) => [stage, count]));
    expect(counts).toEqual({ sent: 12, received: 11, accepted: 10, visited: 10, reported: 10, closed: 10 });
    const medians = Object.fromEntries(
      counted.funnel().map(({ stage, sincePrevious }) => [stage, sincePrevious?.medianBusinessDays]),
    );
    expect(medians).toEqual({ sent: undefined, received: 0.5, accepted: 0.5, visited: 4, reported: 1, closed: 0.5 });
    expect(counted.times()).toMatchObject({
      accept: { n: 10, medianBusinessDays: 1, p90BusinessDays: 1 },
      firstVisit: { n: 10, medianBusinessDays: 5 },
      close: { n: 10, medianBusinessDays: 6.5 },
      acknowledge: { n: 0, medianBusinessDays: null },
    });
    expect(counted.closedLoop()).toMatchObject({ of: { count: 12 }, with: { count: 10 }, percent: 83, note: null });
    expect(counted.declines().find(({ family }) => family === 'capacity')).toEqual({
      ...{ family: 'capacity', count: 1 },
      filter: { sentFrom: '2027-04-01', sentTo: '2027-04-30', declined: 'capacity' },
    });
    expect(counted.byState().map(({ state, count }) => [state, count])).toEqual([
      ['sent', 1],
      ['declined', 1],
      ['closed-confirmed', 10],
    ]);
  });

  it('has no later stage without the time at which it was reached', () => {
    const stages: ReferralStage[] = [...referralStages];
    expect(stages[0]).toBe('sent');
    expect(
      figures([row()])
        .funnel()
        .slice(1)
        .every(({ count }) => count === 0),
    ).toBe(true);
  });

  it.each([
    ['2010-01-01', 'under 18'],
    ['1987-05-01', '18 to 39'],
    ['1977-02-03', '40 to 64'],
    ['1930-02-03', '65 and over'],
  ])('knows of somebody born on %s only: %s', (born, band) => {
    expect(ageAtSending(born, DateTime.fromISO('2027-04-05'))).toBe(band);
  });
});
