import type { ChangeType, PlanDocument } from '#contracts';
import { found, type Found } from './change-builder.js';
import { dayText, words } from './change-text.js';
import { isEqual, isSameSet, leave } from './equal.js';

const head = (path: string, before: unknown, after: unknown) => ({ path, itemId: null, before, after });

/** Stages from least invasive upwards; `maintenance` is below, a surgical question above all. */
const ladder = [
  'maintenance',
  'conservative',
  'interventional-diagnostic',
  'interventional-therapeutic',
  'advanced',
  'surgical-consultation',
];

const statusTypes: Record<PlanDocument['status'], ChangeType> = {
  'on-hold': 'plan.held',
  active: 'plan.resumed',
  completed: 'plan.completed',
  revoked: 'plan.revoked',
};

/** Everything of the plan that is no list of its own: status, stage, work, goals, review, safety net. */
export function diffHead(before: PlanDocument, after: PlanDocument): Found[] {
  return [
    ...diffStatus(before, after),
    ...diffStage(before, after),
    ...diffWork(before, after),
    ...diffClosing(before, after),
  ];
}

function diffStatus(before: PlanDocument, after: PlanDocument): Found[] {
  if (before.status === after.status) return [];
  const reason = after.statusReason ?? null;
  const text = `The plan is now ${words(after.status)}${reason ? `: ${reason}` : ''}`;
  return [
    found(statusTypes[after.status], head('status', before.status, after.status), text, { statusReason: reason }),
  ];
}

function diffStage(before: PlanDocument, after: PlanDocument): Found[] {
  const [from, to] = [before.stage.value, after.stage.value];
  if (from === to) return [];
  const type: ChangeType = ladder.indexOf(to) > ladder.indexOf(from) ? 'stage.escalated' : 'stage.de-escalated';
  const text = `Stage ${words(from)} becomes ${words(to)}`;
  return [
    found(type, head('stage', before.stage, after.stage), text, { from, to, reason: after.stage.reason ?? null }),
  ];
}

function diffWork(before: PlanDocument, after: PlanDocument): Found[] {
  const [b, a] = [before.work, after.work];
  if (isEqual(b, a)) return [];
  const at = head('work', b, a);
  if (!a)
    return [
      found('work.status-changed', at, 'Work is no longer part of the plan', { from: b?.status ?? null, to: null }),
    ];
  const changes: Found[] = [];
  if (b?.status !== a.status) {
    changes.push(
      found('work.status-changed', at, `Work: ${words(a.status)}`, { from: b?.status ?? null, to: a.status }),
    );
  }
  if (!isSameSet(b?.restrictions ?? [], a.restrictions)) {
    changes.push(found('work.restriction-changed', at, `Work limits: ${a.restrictions.join(', ') || 'none'}`));
  }
  if (b?.returnDate !== a.returnDate) {
    changes.push(found('work.date-moved', at, `Return to work: ${dayText(a.returnDate) ?? 'no date'}`));
  }
  return changes;
}

function diffClosing(before: PlanDocument, after: PlanDocument): Found[] {
  const changes: Found[] = [];
  const { reviewDate: from } = before;
  const { reviewDate: to } = after;
  if (from !== to) {
    const direction = !to ? 'dropped' : !from ? 'set' : to < from ? 'earlier' : 'later';
    const text = to ? `Review is on ${dayText(to)}` : 'No review date';
    changes.push(found('review.moved', head('reviewDate', from, to), text, { direction }));
  }
  const net = { before: before.safetyNet, after: after.safetyNet };
  if (!isEqual(net.before.callWhom, net.after.callWhom) || !isSameSet(net.before.watchFor, net.after.watchFor)) {
    const which = isEqual(net.before.callWhom, net.after.callWhom) ? 'watchFor' : 'callWhom';
    changes.push(
      found('safety-net.changed', head('safetyNet', net.before, net.after), 'The safety net changed', { which }),
    );
  }
  return changes;
}

interface ContextRule {
  type: ChangeType;
  path: string;
  read: (document: PlanDocument) => unknown;
  isSame: (before: PlanDocument, after: PlanDocument) => boolean;
  text: string;
}

const context = (
  type: ChangeType,
  field: keyof PlanDocument['patientContext'],
  text: string,
  ignored: readonly string[] = [],
): ContextRule => ({
  type,
  path: `patientContext.${field}`,
  read: (document) => document.patientContext[field],
  isSame: (b, a) => {
    const [before, after] = [b.patientContext[field], a.patientContext[field]];
    if (Array.isArray(before) && Array.isArray(after)) {
      const compared = (items: readonly unknown[]): unknown[] =>
        items.map((item) => (typeof item === 'object' && item ? leave(item, ignored) : item));
      return isSameSet(compared(before), compared(after));
    }
    return isEqual(before, after);
  },
  text,
});

const goalTarget = (document: PlanDocument, field: 'workGoal' | 'lifeGoal'): unknown =>
  document.patientContext[field]?.targetId ?? null;

const contextRules: readonly ContextRule[] = [
  context('context.pregnancy-changed', 'pregnancy', 'Pregnancy status changed'),
  context('context.device-changed', 'implantedDevices', 'Implanted devices changed', ['mriText']),
  context('context.diabetes-changed', 'diabetes', 'Diabetes status changed'),
  context('context.organ-caution-changed', 'renalCaution', 'Kidney caution changed'),
  context('context.organ-caution-changed', 'hepaticCaution', 'Liver caution changed'),
  context('context.organ-caution-changed', 'giBleedRisk', 'Bleeding risk changed'),
  context('context.risk-flag-changed', 'riskFlags', 'Risk flags changed'),
  context('context.planned-surgery-changed', 'plannedSurgery', 'Planned surgery changed'),
  context('context.duty-changed', 'dutyDemands', 'Demands of work changed'),
  context('context.cancer-history-changed', 'cancerHistory', 'Cancer history changed'),
  context('context.allergy-changed', 'allergies', 'Allergies changed'),
];

/** The patient's context. Wording of goals, caution notes and occupation are silent. */
export function diffContext(before: PlanDocument, after: PlanDocument): Found[] {
  const changes = contextRules
    .filter((rule) => !rule.isSame(before, after))
    .map((rule) => found(rule.type, head(rule.path, rule.read(before), rule.read(after)), rule.text));
  for (const field of ['workGoal', 'lifeGoal'] as const) {
    // A first goal comes with its target; only a goal that moves is news.
    if (goalTarget(before, field) === goalTarget(after, field) || before.patientContext[field] === undefined) continue;
    const at = head(`patientContext.${field}`, before.patientContext[field], after.patientContext[field]);
    changes.push(
      found('goal.changed', at, 'The goal changed', { kind: field === 'workGoal' ? 'work-goal' : 'life-goal' }),
    );
  }
  return [...changes, ...diffAnticoagulation(before, after)];
}

/** Class, or the hold decision of a procedure that is still to come and was known before (a decision made with the booking is part of it). */
function diffAnticoagulation(before: PlanDocument, after: PlanDocument): Found[] {
  const [b, a] = [before.patientContext.anticoagulation, after.patientContext.anticoagulation];
  const bookedBefore = new Set(before.procedures.filter(({ status }) => status === 'scheduled').map(({ id }) => id));
  const open = new Set(
    after.procedures.filter(({ id, status }) => status === 'scheduled' && bookedBefore.has(id)).map(({ id }) => id),
  );
  const ofOpen = (decisions: typeof a.holdDecisions) => decisions.filter(({ procedureId }) => open.has(procedureId));
  const decided = (decisions: typeof a.holdDecisions) =>
    ofOpen(decisions).map((decision) => leave(decision, ['decidedBy', 'decidedAt']));
  const isSame = b.class === a.class && isSameSet(decided(b.holdDecisions), decided(a.holdDecisions));
  if (isSame) return [];
  const at = head('patientContext.anticoagulation', b, a);
  return [
    found('context.anticoagulation-changed', at, `Blood thinner: ${words(a.class)}`, {
      from: b.class,
      to: a.class,
      openProcedures: open.size,
    }),
  ];
}
