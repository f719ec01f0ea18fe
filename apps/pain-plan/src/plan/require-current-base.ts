import { diffPlans } from '#clinical';
import { DomainError, emptyPlan, type PlanDocument } from '#contracts';
import type { Transaction } from '#platform';
import type { PlanRepository } from './plan.repository.js';

/**
 * Optimistic concurrency: who worked on a version that is not current any more is told what the others changed since,
 * and what they themselves changed, so that nobody overwrites what they have not seen.
 */
export async function requireCurrentBase(
  tx: Transaction,
  plans: PlanRepository,
  plan: { id: string; currentVersion: number },
  work: { base: number; document: PlanDocument },
): Promise<void> {
  if (work.base === plan.currentVersion) return;
  const current = (await plans.document(tx, plan.id, plan.currentVersion)) ?? emptyPlan;
  // A base that was never published has no changes of its own to compare with: the current version stands in.
  const base = (await plans.document(tx, plan.id, work.base)) ?? current;
  throw new DomainError(
    'base-not-current',
    `This work is based on version ${work.base}; version ${plan.currentVersion} is current.`,
    [],
    { current: plan.currentVersion, theirs: diffPlans(base, current), yours: diffPlans(base, work.document) },
  );
}
