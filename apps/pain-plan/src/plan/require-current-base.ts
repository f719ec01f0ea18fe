import { threeWay } from '#clinical';
import { DomainError, emptyPlan, type PlanDocument, type PublishConflict } from '#contracts';
import type { Transaction } from '#platform';
import type { PlanRepository } from './plan.repository.js';

/**
 * Optimistic concurrency: who worked on a version that is not current any more is told what the others changed since
 * and what they themselves changed, and gets both brought together as far as they do not touch the same item. Nobody overwrites what they
 * have not seen, and nobody is told of the attempt.
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
  const conflict: PublishConflict = { currentVersion: plan.currentVersion, ...threeWay(base, current, work.document) };
  throw new DomainError(
    'base-not-current',
    `This work is based on version ${work.base}; version ${plan.currentVersion} is current.`,
    [],
    conflict,
  );
}
