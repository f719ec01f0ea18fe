import type { PlanDocument, Procedure } from '#contracts';
import { isEqual } from '../plan/equal.js';
import { type Check, previousOf } from './check.js';
import { blocksApartDays, daysFrom, isSamePlace } from './check-spacing.js';

/** A prerequisite of one kind of procedure: what is missing, or null. */
interface Prerequisite {
  types: readonly Procedure['type'][];
  mayOverride: boolean;
  missing: (procedure: Procedure, document: PlanDocument) => string | null;
}

const resultsOf = (document: PlanDocument, types: readonly string[], like: Procedure): Procedure[] =>
  document.procedures.filter(
    (other) => types.includes(other.type) && isSamePlace(other, like) && other.result !== undefined,
  );
const reliefs = (procedures: readonly Procedure[]): string =>
  procedures.length === 0
    ? 'none found'
    : `found ${procedures.map(({ result }) => `${result?.reliefPercent ?? 0} %`).join(' and ')}`;
const enough = (procedures: readonly Procedure[], percent: number): Procedure[] =>
  procedures.filter(({ result }) => (result?.reliefPercent ?? 0) >= percent);

/** Payer policies and published selection criteria differ; these are the ones this ruleset uses. */
const facetReliefPercent = 80;
const reliefPercent = 50;

const prerequisites: readonly Prerequisite[] = [
  {
    types: ['rfa-genicular'],
    mayOverride: true,
    missing: (procedure, document) => {
      const blocks = document.procedures.filter(
        (other) => other.type === 'genicular-block' && other.side === procedure.side && other.result,
      );
      return enough(blocks, reliefPercent).length > 0
        ? null
        : `one genicular block, same knee, at least ${reliefPercent} %; ${reliefs(blocks)}`;
    },
  },
  {
    types: ['rfa-medial-branch'],
    mayOverride: true,
    missing: (procedure, document) => {
      const blocks = resultsOf(document, ['medial-branch-block'], procedure);
      const good = enough(blocks, facetReliefPercent).filter(({ result }) => result?.concordant === true);
      const days = good.flatMap(({ doneAt }) => doneAt ?? []);
      const areApart = days.some((one) => days.some((other) => daysFrom(one, other) >= blocksApartDays));
      const needed = `two separate medial branch blocks, same side and levels, both concordant, at least ${facetReliefPercent} %, ${blocksApartDays} days apart`;
      return good.length >= 2 && areApart ? null : `${needed}; ${reliefs(blocks)}`;
    },
  },
  {
    types: ['rfa-lateral-branch'],
    mayOverride: true,
    missing: (procedure, document) => {
      const injections = resultsOf(document, ['si-joint-injection'], procedure);
      return enough(injections, reliefPercent).length > 0
        ? null
        : `one sacroiliac joint injection, same side, at least ${reliefPercent} %; ${reliefs(injections)}`;
    },
  },
  {
    types: ['scs-implant', 'drg-implant'],
    mayOverride: true,
    missing: (procedure, document) => {
      const kind = procedure.type === 'scs-implant' ? 'scs-trial' : 'drg-trial';
      const trials = document.procedures.filter(({ type, result }) => type === kind && result);
      const isHelpful = enough(trials, reliefPercent).some(({ result }) => result?.function === 'better');
      return isHelpful
        ? null
        : `a trial of the same kind with at least ${reliefPercent} % relief and better function; ${reliefs(trials)}`;
    },
  },
  {
    types: ['scs-implant', 'drg-implant'],
    mayOverride: false,
    missing: (_, document) => {
      const evaluation = document.behavioral.find(({ kind }) => kind === 'pre-implant-evaluation');
      return evaluation?.clearance === 'cleared'
        ? null
        : `a pre-implant evaluation that says cleared; found ${evaluation?.clearance ?? 'none'}`;
    },
  },
  {
    types: ['scs-trial', 'drg-trial'],
    mayOverride: false,
    missing: (_, document) =>
      document.behavioral.some(({ kind }) => kind === 'pre-implant-evaluation')
        ? null
        : 'a pre-implant evaluation, at least requested; none found',
  },
  {
    types: ['pudendal-block', 'pelvic-floor-trigger-point'],
    mayOverride: true,
    missing: (_, document) =>
      document.diagnoses.some(({ group, status }) => group === 'pelvic-pain' && status !== 'ruled-out')
        ? null
        : 'a pelvic diagnosis for this procedure; none found',
  },
];

/** What makes it the procedure that was judged before. */
const judged = ({ type, side, level, region, status }: Procedure): unknown => ({
  type,
  side,
  level: [...level].sort(),
  region,
  status,
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
      .filter(({ types, mayOverride }) => types.includes(procedure.type) && !(mayOverride && procedure.override))
      .flatMap(({ mayOverride, missing }) => {
        const what = missing(procedure, document);
        const hint = mayOverride ? 'an override with a reason is allowed' : 'no override is possible';
        return what === null ? [] : [{ path: `procedures[${index}].prerequisite`, message: `${what}; ${hint}` }];
      });
  });
