import { createHash } from 'node:crypto';
import type { Ask, PlanChange, PlanImpact } from '#contracts';

/**
 * Equal digests mean: the same changes, and the same asks of the same members, from the same rules. Due times, and the urgency
 * that a date takes on when it draws near, are left out, so that a preview and a publication a minute later agree; versions stand in it, so that a team or a plan that moved on does not.
 */
export function impactDigest(changes: readonly PlanChange[], impact: PlanImpact): string {
  const asked = (asks: readonly Ask[]): unknown =>
    asks.map(({ fingerprint, ruleVersion }) => `${fingerprint} ${ruleVersion}`).sort();
  const content = {
    ruleset: impact.rulesetVersion,
    changes: changes.map(({ type, path, itemId, before, after }) => [type, path, itemId, before, after]),
    partners: impact.partners.map(({ role, memberId, partnerId, fromVersion, toVersion, asks }) => [
      role,
      memberId,
      partnerId,
      fromVersion,
      toVersion,
      asked(asks),
    ]),
    desks: impact.desks.map(({ desk, asks }) => [desk, asked(asks)]),
    unaffected: impact.unaffected.map(({ memberId }) => memberId).sort(),
  };
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
