import type { PublishedPlan } from '#clinical';
import type { PartnerImpact, TeamStatusEntry } from '#contracts';

export interface Position {
  status: 'proposed' | 'active' | 'ended';
  acknowledgedVersion: number;
  joinedAt: Date;
}

/**
 * Where a member stands: computed from what concerns it between the version it acknowledged and the current one, never stored.
 * `behind` counts the versions that brought what is asked now: a change that was taken back counts no more. Whoever objects to what is
 * asked is contested until the author answers: not silent, and still not working from the current version.
 */
export function memberState(
  position: Position,
  impact: PartnerImpact | undefined,
  history: readonly PublishedPlan[],
  isContested = false,
): Pick<TeamStatusEntry, 'state' | 'behind' | 'staleSince'> {
  if (position.status !== 'active') return { state: 'not-on-plan', behind: 0, staleSince: null };
  if (!impact)
    return { state: position.acknowledgedVersion > 0 ? 'current' : 'unaffected', behind: 0, staleSince: null };
  const versions = new Set(impact.asks.map((ask) => ask.sinceVersion));
  const first = history.find((published) => versions.has(published.version));
  // Who joined later was not behind before it was on the team.
  const since = new Date(Math.max(first?.publishedAt.getTime() ?? 0, position.joinedAt.getTime()));
  return { state: isContested ? 'contested' : 'stale', behind: versions.size, staleSince: since.toISOString() };
}
