import { DateTime } from 'luxon';
import type { Directive, PlanDocument, Restriction } from '#contracts';
import { dayText, momentText } from '../plan/change-text.js';
import { restrictionText } from '../plan/diff-care.js';
import { nameOf, windowOf } from '../plan/procedure-table.js';
import { procedureWindow } from '../plan/windows.js';
import { visiblePlan } from '../slice/visible-plan.js';

interface DirectivesInput {
  document: PlanDocument;
  discipline: 'physical-therapy' | 'pelvic-floor-therapy';
  /** Calendar day, in the clinic's zone. */
  on: string;
  timeZone: string;
}

/** How far ahead a coming procedure matters for planning sessions. */
const aheadDays = 14;
/** A procedure whose window has no end of its own stops mattering after this. */
const memoryDays = 56;

/**
 * The instructions in force for one therapy discipline on one day: holds, restrictions, windows of procedures, the progression rule.
 * Derived from the plan, never typed in. A discipline sees only its own: physical therapy nothing pelvic, and the other way round.
 */
export function directivesInForce(input: DirectivesInput): Directive[] {
  const own = { ...input, document: visiblePlan(input.document, input.discipline) };
  return [...structuralHolds(input), ...restrictions(own), ...procedureWindows(own), ...progressions(own)];
}

/**
 * A structure whose stability is not known is not loaded, whoever forgot to write the hold, or let it run out. The disease behind it
 * is not named.
 */
function structuralHolds(input: DirectivesInput): Directive[] {
  if (input.discipline !== 'physical-therapy') return [];
  const written = own(input)
    .flatMap((rehab) => rehab.restrictions)
    .filter(
      (restriction) =>
        (restriction.kind === 'hold-loading' || restriction.kind === 'hold-all') && isInForce(restriction, input.on),
    );
  const regions = input.document.diagnoses
    .filter(({ status }) => status === 'suspected' || status === 'confirmed')
    .filter(({ structuralRisk }) => structuralRisk?.value === 'possible' || structuralRisk?.value === 'unstable')
    .map(
      ({ structuralRisk, region, level }) =>
        structuralRisk?.region ?? region ?? (level.join(', ') || 'the painful region'),
    )
    .filter((region) => !written.some((restriction) => restriction.region === region));
  return [...new Set(regions)].map((region) => ({
    kind: 'hold',
    text: `Hold loading (${region}) until the plan clears it.`,
    from: null,
    until: 'until-cleared',
  }));
}

const isInForce = ({ from, until }: Pick<Restriction, 'from' | 'until'>, on: string): boolean =>
  from <= on && (until === 'until-cleared' || on <= until);

const own = ({ document, discipline }: DirectivesInput) =>
  document.rehab.filter((rehab) => rehab.discipline === discipline);

function restrictions(input: DirectivesInput): Directive[] {
  const held = own(input)
    .filter(({ status }) => status === 'held')
    .map(({ cause }): Directive => ({
      kind: 'hold',
      text: `Therapy is on hold${cause ? `: ${cause}` : ''}.`,
      from: null,
      until: null,
    }));
  const inForce = own(input)
    .flatMap((rehab) => rehab.restrictions)
    .filter((restriction) => isInForce(restriction, input.on))
    .map((restriction): Directive => ({
      kind: restriction.kind.startsWith('hold-') ? 'hold' : 'restriction',
      text: `${sentence(restrictionText(restriction))} until ${dayText(restriction.until)}.`,
      from: restriction.from,
      until: restriction.until,
    }));
  return [...held, ...inForce];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function procedureWindows({ document, on, timeZone }: DirectivesInput): Directive[] {
  return document.procedures
    .filter((procedure) => procedure.status !== 'planned' && procedure.status !== 'cancelled')
    .flatMap((procedure) => {
      const window = procedureWindow(procedure);
      if (!window) return [];
      const day = DateTime.fromISO(window.at).setZone(timeZone).startOf('day');
      const today = DateTime.fromISO(on, { zone: timeZone });
      const end = window.loadingFrom
        ? DateTime.fromISO(window.loadingFrom).setZone(timeZone)
        : day.plus({ days: memoryDays });
      if (today < day.minus({ days: aheadDays }) || today > end.endOf('day')) return [];
      const loading =
        window.loadingFrom && windowOf(procedure) !== 'W-TP' ? ` Loading from ${momentText(window.loadingFrom)}.` : '';
      const text = `${sentence(nameOf(procedure))} on ${dayText(window.at)}: ${window.note}.${loading}`;
      return [{ kind: 'procedure-window' as const, text, from: day.toISODate(), until: window.loadingFrom }];
    });
}

const progressions = (input: DirectivesInput): Directive[] =>
  own(input)
    .filter(({ status, progression }) => status === 'active' && progression !== undefined)
    .map(({ progression }) => ({
      kind: 'progression',
      text: `Advance when ${progression?.measure} is ${progression?.op === 'gte' ? 'at least' : 'at most'} ${progression?.value}${progression?.sessions ? ` for ${progression.sessions} sessions` : ''}.`,
      from: null,
      until: null,
    }));
