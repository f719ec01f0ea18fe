import type { ChangeType, Medication, PlanDocument, Procedure } from '#contracts';
import { found, type Found, pairById } from './change-builder.js';
import { dayText, doseText, momentText } from './change-text.js';
import { isEqual, isEqualBut, isSameSet } from './equal.js';
import { describeProcedure, windowOf } from './procedure-table.js';
import { isSedating } from './sedating.js';

type At = Parameters<typeof found>[1];

/** Medicines; class `opioid` speaks of `opioid.*`. A planned step that comes due is no change: steps are part of the plan. */
export function diffMedications(before: PlanDocument, after: PlanDocument): Found[] {
  const changes = pairById(before.medications, after.medications).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present) return [];
    const at = { path: 'medications', itemId: id, before: b, after: a };
    if (a && b && isOtherDrug(b, a)) return diffDrug(b, a, at);
    return present.class === 'opioid' ? diffOpioid(b, a, at) : diffMedication(b, a, at);
  });
  return absorbSwitches(changes, after);
}

/** The display text of a coded ingredient is wording; without a code it is all we know. */
const drugOf = ({ ingredient: { code, display } }: Medication): string => code ?? display.trim().toLowerCase();
const isOtherDrug = (b: Medication, a: Medication): boolean => b.class !== a.class || drugOf(b) !== drugOf(a);

/** Another drug under the same id: one stopped, one started; a switch unless an opioid takes part. */
function diffDrug(b: Medication, a: Medication, at: At): Found[] {
  const diffOf = ({ class: kind }: Medication) => (kind === 'opioid' ? diffOpioid : diffMedication);
  const [stop] = diffOf(b)(b, null, { ...at, after: null });
  const starts = diffOf(a)(null, a, { ...at, before: null });
  const [start] = starts;
  if (!stop || !start || b.class === 'opioid' || a.class === 'opioid') return [...(stop ? [stop] : []), ...starts];
  const facts = { ...start.qualifiers, fromClass: b.class, toClass: a.class };
  return [found('medication.switched', at, `${b.ingredient.display} replaced; ${start.text}`, facts)];
}

const medicationFacts = (medication: Medication): Record<string, unknown> => ({
  class: medication.class,
  sedating: isSedating(medication),
  ingredient: medication.ingredient.display,
  steps: medication.steps.length,
});

const isGiven = (medication: Medication | null): medication is Medication =>
  medication !== null && medication.status !== 'stopped';
const changeOfDose = (b: Medication, a: Medication): number => {
  const [from, to] = [highestDose(b), highestDose(a)];
  return from === 0 ? 100 : Math.round(((to - from) / from) * 100);
};
const highestDose = ({ dose, steps }: Medication): number => Math.max(dose ?? 0, ...steps.map((step) => step.dose));

function diffMedication(b: Medication | null, a: Medication | null, at: At): Found[] {
  if (!isGiven(b))
    return isGiven(a) ? [started('medication.started', a, at)] : restated('medication.stopped', b, a, at);
  if (!isGiven(a)) return [stopped('medication.stopped', b, a, at)];
  const name = a.ingredient.display;
  const facts = medicationFacts(a);
  const changes: Found[] = [];
  const percent = changeOfDose(b, a);
  if (b.status !== 'tapering' && a.status === 'tapering') {
    changes.push(found('medication.tapering', at, `${name} steps down`, facts));
  } else if (isDoseChanged(b, a)) {
    const direction = percent >= 0 ? 'up' : 'down';
    changes.push(
      found('medication.titrated', at, `${name}: ${doseText(b)} becomes ${doseText(a)}`, {
        ...facts,
        percent,
        direction,
      }),
    );
  } else if (!isEqual(b.steps, a.steps) || b.until !== a.until) {
    changes.push(found('medication.schedule-changed', at, `Steps of ${name} moved`, facts));
  }
  if (!isSameSet(b.monitoring, a.monitoring))
    changes.push(found('medication.monitoring-changed', at, `Monitoring of ${name} changed`, facts));
  return changes;
}

/** The dose follows a step that was planned already: what was said before has come due. */
const isPlannedStep = (b: Medication, a: Medication): boolean =>
  isEqual(b.steps, a.steps) && b.steps.some(({ dose }) => dose === a.dose);

const isDoseChanged = (b: Medication, a: Medication): boolean =>
  (b.dose !== a.dose && !isPlannedStep(b, a)) ||
  b.unit !== a.unit ||
  b.route !== a.route ||
  b.frequency !== a.frequency ||
  !isEqual(
    b.steps.map(({ dose }) => dose),
    a.steps.map(({ dose }) => dose),
  );

const started = (type: ChangeType, medication: Medication, at: At): Found =>
  found(type, at, `${medication.ingredient.display} ${doseText(medication)} started`, medicationFacts(medication));

const stopped = (type: ChangeType, b: Medication, a: Medication | null, at: At): Found => {
  const reason = a?.stopReason?.kind ?? 'not-stated';
  const effect = a?.stopReason?.effect ?? null;
  const text = `${b.ingredient.display} stopped${reason === 'not-stated' ? '' : `: ${effect ?? reason.replaceAll('-', ' ')}`}`;
  return found(type, at, text, {
    ...medicationFacts(b),
    stopReason: reason,
    effect,
    replacedBy: a?.stopReason?.replacedBy ?? null,
  });
};

/** Why it was stopped is told again when it turns out to be another reason. */
const restated = (type: ChangeType, b: Medication | null, a: Medication | null, at: At): Found[] =>
  b && a && !isEqualBut(b.stopReason, a.stopReason, ['effect']) ? [stopped(type, b, a, at)] : [];

/** One stopped with `replaced-by` and the start it names are one switch. */
function absorbSwitches(changes: Found[], after: PlanDocument): Found[] {
  const switches = changes.filter(
    ({ type, qualifiers }) => type === 'medication.stopped' && qualifiers['stopReason'] === 'replaced-by',
  );
  return changes.flatMap((change) => {
    const link = switches.find((stop) => stop === change || stop.qualifiers['replacedBy'] === change.itemId);
    const start =
      link &&
      changes.find(({ type, itemId }) => type === 'medication.started' && itemId === link.qualifiers['replacedBy']);
    if (!link || !start) return [change];
    if (change !== link) return [];
    const to = after.medications.find(({ id }) => id === start.itemId);
    const facts = { fromClass: link.qualifiers['class'], toClass: start.qualifiers['class'], ...start.qualifiers };
    return [
      {
        ...link,
        type: 'medication.switched' as const,
        after: to ?? null,
        qualifiers: facts,
        text: `${link.text}; ${start.text}`,
      },
    ];
  });
}

function diffOpioid(b: Medication | null, a: Medication | null, at: At): Found[] {
  if (!isGiven(b)) {
    if (!isGiven(a)) return restated('opioid.stopped', b, a, at);
    const start = started('opioid.started', a, at);
    const opioid = [{ ...start, qualifiers: { ...start.qualifiers, ...opioidFacts(a) } }];
    return a.stewardship?.taper.state === 'running' ? [...opioid, taper('opioid.taper-started', a, at)] : opioid;
  }
  if (!isGiven(a)) return [stopped('opioid.stopped', b, a, at)];
  const changes: Found[] = [];
  const [from, to] = [mme(b), mme(a)];
  const facts = {
    ...medicationFacts(a),
    ...opioidFacts(a),
    percent: from === 0 ? 100 : Math.round(((to - from) / from) * 100),
  };
  if (from !== to)
    changes.push(
      found(
        to > from ? 'opioid.dose-increased' : 'opioid.dose-reduced',
        at,
        `${a.ingredient.display}: ${from} becomes ${to} MME a day`,
        facts,
      ),
    );
  const [bt, nt] = [b.stewardship?.taper, a.stewardship?.taper];
  if (bt?.state !== 'running' && nt?.state === 'running') changes.push(taper('opioid.taper-started', a, at));
  else if ((bt?.state ?? 'none') !== (nt?.state ?? 'none') || !isEqual(bt?.steps ?? [], nt?.steps ?? []))
    changes.push(taper('opioid.taper-changed', a, at));
  if (!isEqual(supervision(b, from), supervision(a, to)))
    changes.push(found('opioid.stewardship-changed', at, `Stewardship of ${a.ingredient.display} changed`, facts));
  return changes;
}

/** All that stewardship says besides the taper and the daily amount, and how the drug is given when that leaves the amount alone. */
const supervision = (
  { stewardship, dose, unit, route, frequency, steps, until, monitoring }: Medication,
  daily: number,
): object => ({
  ...stewardship,
  taper: null,
  mmePerDay: null,
  given: stewardship?.mmePerDay === daily ? { dose, unit, route, frequency } : { unit, route, frequency },
  steps,
  until,
  monitoring,
});

const mme = ({ stewardship, dose }: Medication): number => stewardship?.mmePerDay ?? dose ?? 0;
const opioidFacts = ({ stewardship }: Medication): Record<string, unknown> => ({
  mme: stewardship?.mmePerDay ?? null,
  context: stewardship?.context ?? null,
});
const taper = (type: ChangeType, medication: Medication, at: At): Found =>
  found(type, at, `Taper of ${medication.ingredient.display}`, {
    ...medicationFacts(medication),
    ...opioidFacts(medication),
    steps: medication.stewardship?.taper.steps.length ?? 0,
    reason: medication.stewardship?.taper.reason ?? null,
  });

const procedureStatusType: Record<Procedure['status'], ChangeType> = {
  planned: 'procedure.planned',
  authorized: 'procedure.authorized',
  scheduled: 'procedure.scheduled',
  done: 'procedure.done',
  cancelled: 'procedure.cancelled',
};

/** Procedures: one status change at most, whatever was jumped over; a moved date, a revision and a result are their own changes. */
export function diffProcedures(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.procedures, after.procedures).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present) return [];
    const at = { path: 'procedures', itemId: id, before: b, after: a };
    const facts = { ...procedureFacts(present), ...broughtDecisions(before, after, b, a) };
    const name = describeProcedure(present);
    if (!a)
      return b && b.status !== 'done' && b.status !== 'cancelled'
        ? [found('procedure.cancelled', at, `${name} cancelled`, facts)]
        : [];
    if (!b) {
      if (a.status === 'cancelled') return [];
      const changes = [found(procedureStatusType[a.status], at, `${name} ${statusText(a)}`, facts)];
      return a.result ? [...changes, result('procedure.result-recorded', a, at, facts)] : changes;
    }
    return diffProcedure(b, a, at, facts);
  });
}

/** A booking absorbs the decision on the blood thinner that is made with it, so it shows what was decided. */
function broughtDecisions(before: PlanDocument, after: PlanDocument, b: Procedure | null, a: Procedure | null): object {
  if (a?.status !== 'scheduled' || b?.status === 'scheduled') return {};
  const decisionsIn = ({ patientContext: { anticoagulation } }: PlanDocument) =>
    anticoagulation.holdDecisions.filter(({ procedureId }) => procedureId === a.id);
  const holdDecisions = decisionsIn(after);
  return isEqual(decisionsIn(before), holdDecisions) ? {} : { holdDecisions };
}

const procedureFacts = (procedure: Procedure): Record<string, unknown> => ({
  type: procedure.type,
  intent: procedure.intent,
  side: procedure.side,
  level: procedure.level,
  window: windowOf(procedure),
  steroid: procedure.steroid !== 'none',
});

const statusText = (procedure: Procedure): string =>
  procedure.status === 'scheduled'
    ? `scheduled for ${momentText(procedure.scheduledAt) ?? 'a date to come'}`
    : procedure.status;

/** A correction of the time it was done by less than an hour is no news. */
const correctionMs = 3_600_000;

function diffProcedure(b: Procedure, a: Procedure, at: At, facts: Record<string, unknown>): Found[] {
  const name = describeProcedure(a);
  const changes: Found[] = [];
  if (b.status !== a.status) changes.push(found(procedureStatusType[a.status], at, `${name} ${statusText(a)}`, facts));
  else if (
    a.status === 'scheduled' &&
    b.scheduledAt !== a.scheduledAt &&
    !isSameInstant(b.scheduledAt, a.scheduledAt, 0)
  ) {
    changes.push(
      found(
        'procedure.rescheduled',
        at,
        `${name} moved from ${momentText(b.scheduledAt) ?? 'no date'} to ${momentText(a.scheduledAt) ?? 'a date to come'}`,
        facts,
      ),
    );
  } else if (a.status === 'done' && !isSameInstant(b.doneAt, a.doneAt, correctionMs)) {
    changes.push(
      found('procedure.result-amended', at, `${name} was done on ${dayText(a.doneAt) ?? 'a day not stated'}`, facts),
    );
  }
  const which = a.status === 'done' || a.status === 'cancelled' ? [] : revisedFields(b, a);
  if (which.length > 0)
    changes.push(found('procedure.revised', at, `${describeProcedure(b)} becomes ${name}`, { ...facts, which }));
  if (!b.result && a.result) changes.push(result('procedure.result-recorded', a, at, facts));
  else if (b.result && (!a.result || !isEqualBut(b.result, a.result, ['recordedAt'])))
    changes.push(result('procedure.result-amended', a, at, facts));
  return changes;
}

const isSameInstant = (b: string | undefined, a: string | undefined, toleranceMs: number): boolean =>
  b === a || (b !== undefined && a !== undefined && Math.abs(Date.parse(b) - Date.parse(a)) <= toleranceMs);

const place = ['type', 'side', 'region', 'tissue', 'diagnosisId', 'series'] as const;
const manner = ['approach', 'guidance', 'steroid', 'intent', 'trialDays', 'authorizationRequired'] as const;

const revisedFields = (b: Procedure, a: Procedure): string[] => [
  ...[...place, ...manner].filter((field) => !isEqual(b[field], a[field])),
  ...(isSameSet(b.level, a.level) ? [] : ['level']),
];

const result = (type: ChangeType, procedure: Procedure, at: At, facts: Record<string, unknown>): Found =>
  found(type, at, `${describeProcedure(procedure)}: ${procedure.result?.reliefPercent ?? 0} % relief`, {
    ...facts,
    relief: procedure.result?.reliefPercent ?? null,
    concordant: procedure.result?.concordant ?? null,
    complication: procedure.result?.complication ?? 'none',
    function: procedure.result?.function ?? null,
  });
