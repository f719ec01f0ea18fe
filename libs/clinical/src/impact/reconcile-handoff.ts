import type { Ask, PartnerImpact } from '#contracts';

/**
 * What becomes of a member's open handoff: nothing is asked any more (`withdraw`), the same is asked (`extend`: only the version
 * it counts through moves), something else is asked (`supersede`). Without an open one: `issue` or `nothing`.
 */
export function reconcileHandoff(
  open: { asks: readonly Ask[] } | null,
  impact: Pick<PartnerImpact, 'asks'> | null,
): 'nothing' | 'issue' | 'extend' | 'supersede' | 'withdraw' {
  if (!open) return impact ? 'issue' : 'nothing';
  if (!impact) return 'withdraw';
  return fingerprints(open.asks) === fingerprints(impact.asks) ? 'extend' : 'supersede';
}

const fingerprints = (asks: readonly Ask[]): string =>
  JSON.stringify(asks.map(({ fingerprint }) => fingerprint).sort());
