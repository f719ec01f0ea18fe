import { assessImpact, currentRuleset, type PublishedPlan } from '#clinical';
import type { BusinessCalendar, PartnerRole, PlanChange } from '#contracts';

export interface RoleView {
  role: PartnerRole;
  /** All published versions, ascending. */
  history: readonly PublishedPlan[];
  from: number;
  to: number;
  calendar: BusinessCalendar;
}

/**
 * The changes that have a rule firing for a role, whoever holds it: what a member of that role, working from `from`,
 * would be asked at `to`. Everything else is none of its business. An ask on the plan as a whole stands for the head fields.
 */
export function changesConcerning(changes: readonly PlanChange[], view: RoleView): PlanChange[] {
  const history = view.history.filter((published) => published.version <= view.to);
  const first = history[0];
  if (!first || view.from >= view.to) return [];
  const impact = assessImpact({
    history,
    members: [
      {
        memberId: view.role,
        role: view.role,
        partnerId: view.role,
        engagedFor: [],
        acknowledgedVersion: view.from,
        joinedAt: first.publishedAt,
        calendar: view.calendar,
      },
    ],
    clinicCalendar: view.calendar,
    ruleset: currentRuleset,
  });
  const asks = impact.partners.filter((partner) => partner.memberId === view.role).flatMap((partner) => partner.asks);
  const concerned = new Set(asks.map((ask) => ask.itemId));
  return changes.filter((change) => concerned.has(change.itemId));
}
