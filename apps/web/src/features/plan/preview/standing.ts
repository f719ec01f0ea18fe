import type { HandoffSummary, PartnerImpact, VersionImpact } from '#contracts';

/** What publishing means for somebody: it hears something, or what it was asked before goes on unchanged. */
export interface Standing {
  told: PartnerImpact[];
  /** Asked by an earlier version, not acknowledged, and nothing is different: nothing new is sent. */
  askedAlready: PartnerImpact[];
  /** What they were asked is moot: they are told so. */
  takenBack: OpenHandoff[];
  unaffected: VersionImpact['unaffected'];
}

export type OpenHandoff = Pick<HandoffSummary, 'role' | 'memberId' | 'partnerId' | 'ruleIds' | 'contentVersion'>;

/**
 * Sorts a preview by who would hear something. An ask carries the version that brought it in its present form, so that whatever is new
 * carries this one; an open handoff that loses an ask is replaced too.
 */
export function standingOf(
  { impacts, unaffected }: Pick<VersionImpact, 'impacts' | 'unaffected'>,
  version: number,
  open: readonly OpenHandoff[],
): Standing {
  const openOf = ({ role, memberId }: { role: string; memberId: string | null }): OpenHandoff | undefined =>
    open.find((one) => one.role === role && one.memberId === memberId);
  const isTold = (impact: PartnerImpact): boolean => {
    const before = openOf(impact);
    return !before || impact.asks.some(({ sinceVersion }) => sinceVersion >= version) || losesAsk(before, impact);
  };
  const takenBack = open.filter(
    ({ role, memberId }) => !impacts.some((impact) => impact.role === role && impact.memberId === memberId),
  );
  return {
    told: impacts.filter(isTold),
    askedAlready: impacts.filter((impact) => !isTold(impact)),
    takenBack,
    unaffected: unaffected.filter(({ memberId }) => !takenBack.some((one) => one.memberId === memberId)),
  };
}

const losesAsk = (before: OpenHandoff, { asks }: PartnerImpact): boolean =>
  [...before.ruleIds].sort().join() !== [...new Set(asks.map(({ ruleId }) => ruleId))].sort().join();
