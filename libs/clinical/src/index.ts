export {
  businessDaysBetween,
  businessTimeBetween,
  momentOfShare,
  shareOfTime,
  type Span,
} from './calendar/business-time.js';
export { businessHoursAfter } from './calendar/business-hours.js';
export {
  businessDaysAfter,
  defaultCalendar,
  inZone,
  isBusinessDay,
  nextBusinessDay,
  sameDay,
  timeOn,
  toInstant,
} from './calendar/business-calendar.js';
export {
  bookingDanger,
  type BookingRefusal,
  checkProcedureBooking,
  type ProcedureBooking,
} from './booking/check-booking.js';
export { closedForSession, type ClosedWindow, type SessionQuestion } from './booking/session-window.js';
export { earliestBySpacing } from './check/check-spacing.js';
export type { CheckContext } from './check/check.js';
export { checkPlan } from './check/check-plan.js';
export { injectionSpacing } from './check/injection-spacing.js';
export { applyChanges } from './plan/apply-changes.js';
export { diffPlans } from './plan/diff-plans.js';
export { threeWay, type Conflict, type ConflictSide, type ThreeWay } from './plan/three-way.js';
export {
  bleedingRiskOf,
  describeProcedure,
  isPelvic,
  isSamePlace,
  nameOf,
  type Window,
  windowOf,
} from './plan/procedure-table.js';
export { procedureWindow, type ProcedureWindow } from './plan/windows.js';
export { assessImpact, type ImpactInput, type MemberPosition } from './impact/assess-impact.js';
export { type PublishedPlan } from './impact/published-plan.js';
export { askOfEvent, type EventMoment } from './impact/event-ask.js';
export { activeRuleset, currentRuleset } from './impact/current-ruleset.js';
export { impactDigest } from './impact/impact-digest.js';
export { loadRuleset } from './impact/load-ruleset.js';
export { playExample } from './impact/play-example.js';
export { compareRulesets, readCandidate, type AskComparison, type Candidate } from './impact/try-rule.js';
export { reconcileHandoff } from './impact/reconcile-handoff.js';
export { changesOf, type Rule, type Ruleset } from './impact/rule.js';
export { visiblePlan } from './slice/visible-plan.js';
export { type PatientIdentity, sliceFor } from './slice/slice-for.js';
export { directivesAt, directivesOn, type TherapyVersion, versionInForce } from './therapy/directives-on.js';
export { flareHistory } from './therapy/flare-history.js';
export { visitUnder, type VisitStanding } from './therapy/visit-under-directives.js';
export { keptForTherapy } from './therapy/kept-for-therapy.js';
export {
  type PlanOfCare,
  type PlanOfCareDates,
  type PlanOfCareDue,
  planOfCareDue,
  usMedicarePlanOfCare,
} from './therapy/plan-of-care.js';
export {
  betterOf,
  measureFacts,
  measureName,
  rangeFault,
  scoresOutsidePlans,
  unitOf,
  worthOf,
  type Measure,
  type MeasureFacts,
} from './target/measures.js';
export { type Measured } from './target/measured.js';
export { newsOf, progressOf, watchedSeries, type Progress, type ProgressNews } from './target/progress.js';
export { dayOf, isMaterial, watchOf, type Watch, type WatchedVersion, type WatchInput } from './target/watch.js';
export { pathwayOf, pathways, pathwaysOf, type FollowedPathway } from './pathway/pathways.js';
export { nextOptionsFor, nextOptionsOf, suggestionsFor, type SuggestionsOfDiagnosis } from './pathway/suggestions.js';
export { deviationsFrom } from './pathway/deviations.js';
export { proposePlan } from './pathway/propose-plan.js';
export { type FollowUp, type FollowUpKind, followUpKinds } from './follow-up/follow-up.js';
export { followUpDueAt, type FollowUpInput, followUpsOf } from './follow-up/follow-ups-of.js';
export { followUpsToKeep } from './follow-up/follow-ups-to-keep.js';
export { triage, type Triage } from './triage/triage.js';
export { triageTable, type Hold, type RedFlagKind, type TriageRow } from './triage/triage-table.js';
export { desksForReport } from './triage/desk-asks.js';
export { redFlagUrgency } from './triage/red-flag-urgency.js';
export { clearFlag, type Clearance } from './triage/safety-version.js';
export { alarmEveryMinutes, type EscalationStep, ladderOf, nextAlarm } from './escalation/escalation-ladder.js';
export {
  type EventNeeds,
  eventNeeds,
  type LoopEvent,
  type ReferralMover,
  referralMovers,
  referralTable,
  systemEvents,
} from './referral/referral-table.js';
export {
  allowedReferralEvents,
  checkReferralMove,
  endedReferralStates,
  isEndedReferral,
  nextReferralState,
  type ReferralFacts,
  referralLeadsTo,
  referralWaitsOn,
  wasTaken,
} from './referral/referral-machine.js';
export { type FhirStatuses, fhirStatusesOf, referralInFhir, referralStateOfTask } from './referral/referral-fhir.js';
export {
  isLongWait,
  type ReferralCalendars,
  type ReferralClock,
  referralClocks,
  type ReferralMoments,
  resumedDue,
  rungsOf,
  type Within,
} from './referral/referral-clocks.js';
export { referralServiceLevels, type ServiceLevel } from './referral/service-levels.js';
export { businessHoursBetween } from './calendar/business-hours.js';
