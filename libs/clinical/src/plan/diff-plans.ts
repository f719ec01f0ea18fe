import { emptyPlan, type PlanChange, type PlanDocument } from '#contracts';
import { diffBehavioral, diffLifestyle, diffRehab, diffTargets } from './diff-care.js';
import { diffDeficits, diffDiagnoses, diffImaging, diffRedFlags, diffReferralsNeeded } from './diff-findings.js';
import { diffContext, diffHead } from './diff-head.js';
import { diffMedications, diffProcedures } from './diff-treatment.js';
import { isEqual } from './equal.js';

const parts = [
  diffHead,
  diffContext,
  diffDiagnoses,
  diffRedFlags,
  diffDeficits,
  diffMedications,
  diffProcedures,
  diffRehab,
  diffBehavioral,
  diffLifestyle,
  diffImaging,
  diffReferralsNeeded,
  diffTargets,
];

/**
 * The typed changes from one plan document to another. List items are matched by id, never by position;
 * wording, order and formatting make no change. The result is the *net* change: what happened and was taken back in between
 * does not show. A plan that ends absorbs everything else. Pure and total over the document type.
 */
export function diffPlans(before: PlanDocument, after: PlanDocument): PlanChange[] {
  const fromNothing = before === emptyPlan || isEqual(before, emptyPlan);
  const changes = parts.flatMap((diff) => diff(before, after)).map((change) => ({ ...change, fromNothing }));
  const revoked = changes.filter(({ type }) => type === 'plan.revoked');
  return revoked.length > 0 ? revoked : changes;
}
