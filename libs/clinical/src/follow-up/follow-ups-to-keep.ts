import { type FollowUp } from './follow-up.js';
import { type FollowUpInput, followUpsOf } from './follow-ups-of.js';

/**
 * The follow-ups that somebody should now be waiting for: those still to come, and those that came since the version before and were
 * waited for then. What had passed when the plan first spoke of it (a checkpoint of an old pain) is nobody's alarm.
 */
export function followUpsToKeep(input: FollowUpInput): FollowUp[] {
  const { history, now } = input;
  const [before, current] = [history.at(-2), history.at(-1)];
  const all = followUpsOf(input);
  if (!current) return all;
  const earlier = history.slice(0, -1);
  const waitedFor = before ? followUpsOf({ ...input, history: earlier, now: before.publishedAt }) : [];
  const known = new Map(waitedFor.map(({ key, at }) => [key, at.getTime()]));
  const isStillComing = ({ at }: FollowUp): boolean => at > current.publishedAt || at > now;
  const wasWaitedFor = ({ key, at }: FollowUp): boolean =>
    before !== undefined && at > before.publishedAt && known.get(key) === at.getTime();
  return all.filter((one) => isStillComing(one) || wasWaitedFor(one));
}
