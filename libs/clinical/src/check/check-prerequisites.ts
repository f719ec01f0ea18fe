import { isEqual } from '../plan/equal.js';
import type { Procedure } from '#contracts';
import { type Check, previousOf, refusal } from './check.js';
import { prerequisites } from './prerequisites.js';

/** What makes it the procedure that was judged before. */
const judged = ({ type, side, level, region, status, diagnosisId }: Procedure): unknown => ({
  type,
  side,
  level: [...level].sort(),
  region,
  status,
  diagnosisId,
});

/**
 * Prerequisites are asked whenever a procedure enters the plan, becomes another one or moves on, and not of one that stays as it was: a
 * clearance that is withdrawn stops the next step, not every later version of the plan. An override with its reason answers those that
 * a clinician may knowingly set aside.
 */
export const procedurePrerequisites: Check = (document, context) =>
  document.procedures.flatMap((procedure, index) => {
    const before = previousOf(procedure, context);
    if (procedure.status === 'cancelled' || (before && isEqual(judged(before), judged(procedure)))) return [];
    return prerequisites
      .filter(({ types, overridable }) => types.includes(procedure.type) && !(overridable && procedure.override))
      .flatMap(({ overridable, path = 'prerequisite', missing }) => {
        const unmet = missing(procedure, document, context);
        return unmet === null ? [] : [refusal(`procedures[${index}].${path}`, { ...unmet, overridable })];
      });
  });
