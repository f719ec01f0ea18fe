import { businessTimeBetween } from '#clinical';
import {
  type BusinessCalendar,
  type DeclineFamily,
  declineFamilies,
  fewestForStatistics,
  type ReferralStage,
  referralStages,
  type ReferralState,
  referralStates,
  type Statistics,
  type StatisticsMeasure,
  type StatisticsShare,
} from '#contracts';
import { median, percentile, toTenths } from '../figures.js';
import { hoursOf } from '../referral/turnaround.js';
import type { AcknowledgedRow, LoopRow } from './loop-rows.js';

export type CalendarOf = (partnerId: string) => BusinessCalendar;
type Filter = Record<string, string>;

const hourMs = 3_600_000;
export const tooSmall = 'n too small';

/** Business days of the one who counts them, with what is left of a day as its fraction. */
export const businessDays = (from: Date, to: Date, calendar: BusinessCalendar): number =>
  businessTimeBetween(from, to, calendar) / hourMs / hoursOf(calendar);

export function measureOf(days: number[], filter: Filter): StatisticsMeasure {
  const n = days.length;
  if (n < fewestForStatistics) return { n, medianBusinessDays: null, p90BusinessDays: null, note: tooSmall, filter };
  const sorted = days.sort((one, other) => one - other);
  const p90BusinessDays = toTenths(percentile(sorted, 0.9));
  return { n, medianBusinessDays: toTenths(median(sorted)), p90BusinessDays, note: null, filter };
}

export const percentOf = (part: number, whole: number): number | null =>
  whole < fewestForStatistics ? null : Math.round((100 * part) / whole);

const increment = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts the referrals of a period one by one; what it says has the filter of the list beside it. */
export class LoopFigures {
  private readonly reached = new Map<ReferralStage, number>();
  private readonly families = new Map<DeclineFamily, number>();
  private readonly states = new Map<ReferralState, number>();
  private readonly sincePrevious = new Map<ReferralStage, number[]>(referralStages.map((stage) => [stage, []]));
  private readonly sinceSent = new Map<ReferralStage, number[]>(referralStages.map((stage) => [stage, []]));
  private readonly toAcknowledge: number[] = [];

  constructor(
    private readonly period: { from: string; to: string },
    private readonly calendarOf: CalendarOf,
  ) {}

  add(row: LoopRow): void {
    const calendar = this.calendarOf(row.partnerId);
    increment(this.states, row.state);
    if (row.state === 'declined' && row.family !== null) increment(this.families, row.family);
    let before = row.sent;
    for (const stage of referralStages) {
      const at = row[stage];
      if (at === null) continue;
      increment(this.reached, stage);
      this.sinceSent.get(stage)?.push(businessDays(row.sent, at, calendar));
      this.sincePrevious.get(stage)?.push(businessDays(before, at, calendar));
      before = at;
    }
  }

  addAcknowledged({ partnerId, issued, acknowledged }: AcknowledgedRow): void {
    this.toAcknowledge.push(businessDays(issued, acknowledged, this.calendarOf(partnerId)));
  }

  closedLoop(): StatisticsShare {
    const [sent, reported] = [this.countOf('sent'), this.countOf('reported')];
    const percent = percentOf(reported, sent);
    return {
      of: { count: sent, filter: this.sentWith({ reached: 'sent' }) },
      with: { count: reported, filter: this.sentWith({ reached: 'reported' }) },
      percent,
      note: percent === null ? tooSmall : null,
    };
  }

  times(): Statistics['times'] {
    const { from, to } = this.period;
    const until = (stage: ReferralStage): StatisticsMeasure =>
      measureOf([...(this.sinceSent.get(stage) ?? [])], this.sentWith({ reached: stage }));
    return {
      acknowledge: measureOf(this.toAcknowledge, { status: 'acknowledged', issuedFrom: from, issuedTo: to }),
      accept: until('accepted'),
      firstVisit: until('visited'),
      close: until('closed'),
    };
  }

  declines(): Statistics['declines'] {
    return declineFamilies.map((family) => ({
      family,
      count: this.families.get(family) ?? 0,
      filter: this.sentWith({ declined: family }),
    }));
  }

  funnel(): Statistics['funnel'] {
    return referralStages.map((stage) => {
      const filter = this.sentWith({ reached: stage });
      const sincePrevious = stage === 'sent' ? null : measureOf([...(this.sincePrevious.get(stage) ?? [])], filter);
      return { stage, count: this.countOf(stage), filter, sincePrevious };
    });
  }

  byState(): Statistics['states'] {
    return referralStates.flatMap((state) => {
      const count = this.states.get(state) ?? 0;
      return count === 0 ? [] : [{ state, count, filter: this.sentWith({ referral: state }) }];
    });
  }

  private countOf(stage: ReferralStage): number {
    return this.reached.get(stage) ?? 0;
  }

  private sentWith(filter: Filter): Filter {
    return { sentFrom: this.period.from, sentTo: this.period.to, ...filter };
  }
}
