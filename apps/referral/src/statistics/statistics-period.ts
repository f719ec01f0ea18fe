import { DomainError, longestStatisticsDays, type StatisticsQuery } from '#contracts';
import type { DateTime } from 'luxon';
import type { ListMoment } from '../worklist/list-filter.js';
import { startOfDay } from '../worklist/referral-filter.js';

/** Days at the clinic, both included, and the instants between which they lie. */
export interface Period {
  from: string;
  to: string;
  begins: Date;
  /** No longer in it. */
  ends: Date;
  timeZone: string;
}

const usualDays = 90;

const iso = (day: DateTime): string => day.toISODate() ?? '';

export function periodOf(query: StatisticsQuery, moment: ListMoment): Period {
  const { today, clinic } = moment;
  const to = query.to ?? iso(today);
  const last = today.set({ year: Number(to.slice(0, 4)), month: Number(to.slice(5, 7)), day: Number(to.slice(8)) });
  const from = query.from ?? iso(last.minus({ days: usualDays - 1 }));
  const [begins, ends] = [startOfDay(from, moment), startOfDay(to, moment, 1)];
  const days = Math.round((ends.getTime() - begins.getTime()) / 86_400_000);
  const problem = days < 1 ? 'not after to' : days > longestStatisticsDays ? 'at most a year' : null;
  if (problem !== null) {
    throw new DomainError('invalid-input', 'This period cannot be counted.', [{ path: 'from', message: problem }]);
  }
  return { from, to, begins, ends, timeZone: clinic.timeZone };
}
