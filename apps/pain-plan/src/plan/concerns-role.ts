import { changesOf, assessImpact, type PublishedPlan } from '#clinical';
import type { Ask, BusinessCalendar, PartnerRole, PlanChange } from '#contracts';
import { ruleset } from '../ruleset.js';

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
 * would be asked at `to`. Everything else is none of its business.
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
    ruleset,
  });
  const asks = impact.partners.filter(({ memberId }) => memberId === view.role).flatMap((partner) => partner.asks);
  return changes.filter((change) => asks.some((ask) => isAbout(ask, change)));
}

/** One ask may stand for several items that the same sentence is true of: its fingerprint names them all. */
const isAbout = (ask: Ask, change: PlanChange): boolean =>
  triggersOf(ask.ruleId).includes(change.type) &&
  (ask.itemId === change.itemId || (change.itemId !== null && ask.fingerprint.includes(change.itemId)));

const triggersOf = (ruleId: string): readonly string[] =>
  ruleset.rules.filter((rule) => rule.id === ruleId).flatMap(changesOf);
