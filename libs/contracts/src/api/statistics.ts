import { z } from 'zod';
import { instant, partnerId } from '../events/shared.js';
import { ageBand } from './worklist.js';
import { declineFamilies, referralState, referralStage } from './referral.js';

/** Fewer cases say nothing about a clinic, and something about a patient. */
export const fewestForStatistics = 10;

/** The longest period that is counted at once. */
export const longestStatisticsDays = 366;

/** Days at the clinic, both included; the last 90 when left out. */
export const statisticsQuery = z
  .strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'not before from',
  });
export type StatisticsQuery = z.infer<typeof statisticsQuery>;

const count = z.number().int();
/** As it stands in the address of the worklist: its rows are what was counted. */
const filter = z.record(z.string(), z.string());
const figure = z.strictObject({ count, filter });
export type StatisticsFigure = z.infer<typeof figure>;

/** In the partner's own business days. Null, with the note `n too small`, when fewer than ten were measured. */
const measure = z.strictObject({
  n: count,
  medianBusinessDays: z.number().nullable(),
  p90BusinessDays: z.number().nullable(),
  note: z.string().nullable(),
  filter,
});
export type StatisticsMeasure = z.infer<typeof measure>;

/** Percent, whole numbers; null when fewer than ten were counted. */
const share = z.strictObject({
  of: figure,
  with: figure,
  percent: z.number().int().nullable(),
  note: z.string().nullable(),
});
export type StatisticsShare = z.infer<typeof share>;

/** How the loops of a period went, and what waits now. */
export const statistics = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  /** When it was counted. */
  asOf: instant,
  /** Of the referrals that were sent in the period: those whose report has come. */
  closedLoop: share,
  /** From issuing a handoff to its acknowledgement; from sending a referral to its acceptance, its first visit, and to the clinic having read how it ended. */
  times: z.strictObject({ acknowledge: measure, accept: measure, firstVisit: measure, close: measure }),
  /** Now, whatever the period: the numbers of the worklist. */
  now: z.strictObject({
    waiting: figure,
    overdue: figure,
    behind: figure,
    notAcknowledged: figure,
    unassigned: figure,
  }),
  declines: z.array(figure.extend({ family: z.enum(declineFamilies) })),
  /** How many of the period came at least so far, and how long that took from the stage before it. */
  funnel: z.array(figure.extend({ stage: referralStage, sincePrevious: measure.nullable() })),
  /** Where the referrals of the period stand. */
  states: z.array(figure.extend({ state: referralState })),
  /** What waits now, by partner and share of its time used; no partner: nobody holds the role. */
  ageing: z.array(
    z.strictObject({
      partnerId: partnerId.nullable(),
      partner: z.string().nullable(),
      bands: z.array(figure.extend({ band: ageBand })),
    }),
  ),
  /** Handoffs by the week (its Monday) in which they were issued. `percent`: acknowledged by the due, of all that were answered or are overdue. */
  trend: z.array(
    z.strictObject({
      week: z.iso.date(),
      acknowledged: figure,
      overdue: figure,
      inTime: count,
      percent: z.number().int().nullable(),
    }),
  ),
});
export type Statistics = z.infer<typeof statistics>;
