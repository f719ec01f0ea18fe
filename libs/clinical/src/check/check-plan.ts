import type { FieldError, PlanDocument } from '#contracts';
import type { Check, CheckContext } from './check.js';
import { endsAfterBeginnings, nothingFromTheFuture } from './check-dates.js';
import { clearedFlags, fieldsThatBelongTogether, oneDecisionEach, planStatus } from './check-meaning.js';
import { noTaperLeftAlone, opioidSafeguards } from './check-opioids.js';
import { ascendingSteps, neverBackwards, procedureDates } from './check-order.js';
import { procedurePrerequisites } from './check-prerequisites.js';
import { ownTargets, references, uniqueIds } from './check-references.js';
import { holdDecisions, noInfection, noRadiationInPregnancy } from './check-safety.js';
import { spacing } from './check-spacing.js';
import { noScoresInProgression, possibleTargets } from './check-targets.js';

const checks: readonly Check[] = [
  uniqueIds,
  references,
  ownTargets,
  possibleTargets,
  noScoresInProgression,
  planStatus,
  fieldsThatBelongTogether,
  oneDecisionEach,
  clearedFlags,
  ascendingSteps,
  procedureDates,
  nothingFromTheFuture,
  endsAfterBeginnings,
  neverBackwards,
  procedurePrerequisites,
  spacing,
  holdDecisions,
  noInfection,
  noRadiationInPregnancy,
  opioidSafeguards,
  noTaperLeftAlone,
];

/**
 * What must hold before a version may be published: references resolve, nothing goes backwards, prerequisites of
 * procedures are met. Each fault names the field and says what was found. A prerequisite that a clinician may knowingly override is
 * silent when the item carries an `override` with its reason. Empty: it may be published.
 */
export const checkPlan = (document: PlanDocument, context: CheckContext): FieldError[] =>
  checks.flatMap((check) => check(document, context));
