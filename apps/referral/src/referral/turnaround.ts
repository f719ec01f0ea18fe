import { businessHoursBetween } from '#clinical';
import type { BusinessCalendar, PartnerTurnaround, ReferralState, WaitingOn } from '#contracts';
import { median, toTenths } from '../figures.js';

/** A step as turnaround reads it: from its moment on, the referral was in this state and waited for somebody. */
export interface TimedStep {
  referralId: string;
  at: Date;
  event: string;
  state: ReferralState;
  waitingOn: WaitingOn;
}

type Measure = 'answer' | 'appointment' | 'report';

/** From where to where each measure runs. */
const legs: Record<Measure, { from: readonly string[]; to: readonly string[] }> = {
  answer: { from: ['send'], to: ['accept', 'decline'] },
  appointment: { from: ['accept'], to: ['book', 'start'] },
  report: { from: ['start'], to: ['complete'] },
};

/** Fewer say nothing about a clinic, and something about a patient. */
export const fewestForMedian = 5;

/** Hours of the partner's own, from one step to another: what waited for us, the payer or the patient does not count. */
function ownHours(steps: readonly TimedStep[], measure: Measure, calendar: BusinessCalendar): number | null {
  const { from, to } = legs[measure];
  const start = steps.findIndex(({ event }) => from.includes(event));
  if (start < 0) return null;
  const end = steps.findIndex(({ event }, index) => index > start && to.includes(event));
  if (end < 0) return null;
  let hours = 0;
  for (let index = start; index < end; index += 1) {
    const [step, next] = [steps[index], steps[index + 1]];
    if (step && next && (step.waitingOn === 'partner' || step.state === 'undeliverable'))
      hours += businessHoursBetween(step.at, next.at, calendar);
  }
  return hours;
}

/** Opening hours of one business day. */
export const hoursOf = ({ opens, closes }: BusinessCalendar): number => {
  const minutes = (time: string): number => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  };
  return (minutes(closes) - minutes(opens)) / 60;
};

function measured(days: readonly number[]): PartnerTurnaround['answer'] {
  const n = days.length;
  if (n < fewestForMedian) return { n, medianBusinessDays: null, note: 'n too small' };
  const sorted = [...days].sort((one, other) => one - other);
  return { n, medianBusinessDays: toTenths(median(sorted)), note: null };
}

/** How long a partner takes, in its own business days. */
export function turnaroundOf(
  partnerId: string,
  steps: readonly TimedStep[],
  calendar: BusinessCalendar,
): PartnerTurnaround {
  const byReferral = new Map<string, TimedStep[]>();
  for (const step of steps) byReferral.set(step.referralId, [...(byReferral.get(step.referralId) ?? []), step]);
  const dayHours = hoursOf(calendar);
  const daysOf = (measure: Measure): number[] =>
    [...byReferral.values()].flatMap((way) => {
      const hours = ownHours(way, measure, calendar);
      return hours === null ? [] : [hours / dayHours];
    });
  return {
    partnerId,
    answer: measured(daysOf('answer')),
    appointment: measured(daysOf('appointment')),
    report: measured(daysOf('report')),
  };
}
