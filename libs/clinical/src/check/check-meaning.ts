import type { FieldError, PlanDocument } from '#contracts';
import { diffPlans } from '../plan/diff-plans.js';
import { type Check, refusal } from './check.js';

type Status = PlanDocument['status'];
const isOver = (status: Status | undefined): boolean => status === 'completed' || status === 'revoked';

/** A plan that ended is opened again, with a reason, before anything is added to it; one that pauses or is given up says why. */
export const planStatus: Check = (document, { previous }) => {
  const { status, statusReason } = document;
  if (previous && isOver(previous.status)) {
    if (status === previous.status && diffPlans(previous, document).length === 0 && isSameText(document, previous))
      return [];
    const needed = `an ended plan becomes active again, with a reason, before anything is added to it`;
    const found = `the plan was ${previous.status}`;
    if (status !== 'active') return [refusal('status', { needed, found, overridable: false })];
    const isNewReason = statusReason !== undefined && statusReason !== previous.statusReason;
    return isNewReason
      ? []
      : [refusal('statusReason', { needed, found: `${found}, no reason found`, overridable: false })];
  }
  const needsReason = status === 'on-hold' || status === 'revoked';
  return needsReason && status !== previous?.status && statusReason === undefined
    ? [{ path: 'statusReason', message: `say why the plan is ${status === 'on-hold' ? 'on hold' : status}` }]
    : [];
};

/** Spelling of what is there may be mended in a plan that ended; a longer note is new content. */
const isSameText = (a: PlanDocument, b: PlanDocument): boolean => a.notes === b.notes;

const when = (isWrong: boolean, path: string, message: string): FieldError[] => (isWrong ? [{ path, message }] : []);

const allergies: Check = ({
  patientContext: {
    allergies: { state, items },
  },
}) => [
  ...when(state === 'known' && items.length === 0, 'patientContext.allergies.items', 'say which allergies are known'),
  ...when(
    state === 'none-known' && items.length > 0,
    'patientContext.allergies.state',
    'none are known, yet some are listed',
  ),
];

const medicines: Check = ({ medications }) =>
  medications.flatMap(({ stopReason, stewardship }, at) => [
    ...when(
      stopReason?.kind === 'replaced-by' && stopReason.replacedBy === undefined,
      `medications[${at}].stopReason.replacedBy`,
      'say by which medicine',
    ),
    ...when(
      stewardship?.taper.state === 'running' && stewardship.taper.steps.length === 0,
      `medications[${at}].stewardship.taper.steps`,
      'a running taper has its steps',
    ),
  ]);

const procedures: Check = (document) =>
  document.procedures.flatMap(({ status, doneAt, result, series }, at) => {
    const isDone = status === 'done';
    const message = `the procedure is ${status}, not done`;
    return [
      ...when(doneAt !== undefined && !isDone, `procedures[${at}].doneAt`, message),
      ...when(result !== undefined && !isDone, `procedures[${at}].result`, message),
      ...when(
        series !== undefined && series.number > series.of,
        `procedures[${at}].series.number`,
        `the series has ${series?.of ?? 0}`,
      ),
    ];
  });

const therapy: Check = ({ rehab, behavioral }) => [
  ...rehab.flatMap(({ restrictions }, at) =>
    restrictions.flatMap(({ kind, kg }, n) =>
      when(kind === 'no-lifting-over' && kg === undefined, `rehab[${at}].restrictions[${n}].kg`, 'say how many kg'),
    ),
  ),
  ...behavioral.flatMap(({ kind, clearance }, at) =>
    when(
      clearance !== undefined && kind !== 'pre-implant-evaluation',
      `behavioral[${at}].clearance`,
      'only a pre-implant evaluation ends in a clearance',
    ),
  ),
];

/** Fields that only make sense together. */
export const fieldsThatBelongTogether: Check = (document, context) =>
  [allergies, medicines, procedures, therapy].flatMap((check) => check(document, context));

/** A red flag that this version clears says who cleared it, when, and what was found. */
export const clearedFlags: Check = ({ redFlags }, { previous }) =>
  redFlags.flatMap((flag, at) => {
    const wasActive = previous?.redFlags.some(({ id, status }) => id === flag.id && status === 'active') === true;
    if (flag.status !== 'cleared' || !wasActive) return [];
    return (['clearedBy', 'clearedAt', 'finding'] as const)
      .filter((field) => flag[field] === undefined)
      .map((field) => ({
        path: `redFlags[${at}].${field}`,
        message: 'a cleared red flag says who, when and what was found',
      }));
  });

/** One procedure, one decision. */
export const oneDecisionEach: Check = ({ patientContext: { anticoagulation } }) =>
  anticoagulation.holdDecisions.flatMap(({ procedureId }, at, all) =>
    when(
      all.findIndex((one) => one.procedureId === procedureId) < at,
      `patientContext.anticoagulation.holdDecisions[${at}].procedureId`,
      `a decision about ${procedureId} stands above already`,
    ),
  );
