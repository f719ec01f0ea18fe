import type { BusinessCalendar } from '#contracts';
import type { FollowUp, FollowUpKind } from './follow-up.js';
import { type FollowUpInput, followUpsOf } from './follow-ups-of.js';
import { dateOf } from './moments.js';

/** A taper mostly starts on the day on which it is decided, later than the clinic opens: its first step is called about too. */
const ofTheSameDay: ReadonlySet<FollowUpKind> = new Set(['taper-step']);

/**
 * The follow-ups that somebody should now be waiting for: those still to come, and those that came since the version before and were
 * waited for then. What had passed when the plan first spoke of it (a checkpoint of an old pain) is nobody's alarm.
 */
export function followUpsToKeep(input: FollowUpInput): FollowUp[] {
  const { history, now, calendar } = input;
  const [before, current] = [history.at(-2), history.at(-1)];
  const all = followUpsOf(input);
  if (!current) return all;
  const earlier = history.slice(0, -1);
  const waitedFor = before ? followUpsOf({ ...input, history: earlier, now: before.publishedAt }) : [];
  const known = new Map(waitedFor.map(({ key, at }) => [key, at.getTime()]));
  const isStillComing = ({ at, kind }: FollowUp): boolean =>
    at > current.publishedAt || at > now || (ofTheSameDay.has(kind) && isSameDay(at, current.publishedAt, calendar));
  const wasWaitedFor = ({ key, at }: FollowUp): boolean =>
    before !== undefined && at > before.publishedAt && known.get(key) === at.getTime();
  return all.filter((one) => isStillComing(one) || wasWaitedFor(one));
}

const isSameDay = (a: Date, b: Date, calendar: BusinessCalendar): boolean =>
  dateOf(a, calendar) === dateOf(b, calendar);
