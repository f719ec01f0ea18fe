import type { HandoffFilter, ReferralStage } from '#contracts';
import { DateTime } from 'luxon';
import type { Conditions } from './conditions.js';

/** Which referrals count at all: asked, and not in error. */
export const countedReferrals = `r.handoff_id is not null and r.state <> 'entered-in-error'`;

const hasStep = (...events: string[]): string =>
  `exists (select from referral_step s where s.referral_id = r.id and s.event in (${events.map((event) => `'${event}'`).join(', ')}))`;

/** One condition for the number of a stage and for the list behind it. */
export const reachedConditions: Readonly<Record<ReferralStage, string>> = {
  sent: 'true',
  received: 'r.received is not null',
  accepted: 'r.accepted is not null',
  visited: hasStep('start', 'report', 'complete'),
  reported: `r.state in ('completed', 'closed-confirmed')`,
  closed: `r.state = 'closed-confirmed'`,
};

interface Clinic {
  clinic: { timeZone: string };
}

/** The first moment of a day at the clinic, or of the day after it. */
export const startOfDay = (day: string, { clinic }: Clinic, plusDays = 0): Date =>
  DateTime.fromISO(day, { zone: clinic.timeZone }).plus({ days: plusDays }).toJSDate();

export function narrowByIssue(where: Conditions, { issuedFrom, issuedTo }: HandoffFilter, moment: Clinic): void {
  if (issuedFrom !== undefined) where.add('h.issued_at >= ?', startOfDay(issuedFrom, moment));
  if (issuedTo !== undefined) where.add('h.issued_at < ?', startOfDay(issuedTo, moment, 1));
}

/** A referral stands in the list as the handoff that made it. */
export function narrowByReferral(where: Conditions, filter: HandoffFilter, moment: Clinic): void {
  const { sentFrom, sentTo, reached, referral, declined } = filter;
  const parts: string[] = [];
  if (sentFrom !== undefined) parts.push(`r.sent_at >= ${where.value(startOfDay(sentFrom, moment))}`);
  if (sentTo !== undefined) parts.push(`r.sent_at < ${where.value(startOfDay(sentTo, moment, 1))}`);
  if (reached !== undefined) parts.push(reachedConditions[reached]);
  if (referral !== undefined) parts.push(`r.state = ${where.value(referral)}`);
  if (declined !== undefined) parts.push(`r.state = 'declined' and r.family = ${where.value(declined)}`);
  if (parts.length === 0) return;
  where.add(`h.id in (select r.handoff_id from referral r where ${[countedReferrals, ...parts].join(' and ')})`);
}
