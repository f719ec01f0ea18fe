import { DateTime } from 'luxon';
import type { Directive, PlanDocument, Rehab, Restriction } from '#contracts';
import { dayText, momentText, words } from '../plan/change-text.js';
import { restrictionText } from '../plan/diff-care.js';
import { nameOf, windowOf } from '../plan/procedure-table.js';
import { procedureWindow } from '../plan/windows.js';
import { visiblePlan } from '../slice/visible-plan.js';

/** What one document states of a day. Since when, and whether the partner knows of it, takes all versions: `directivesOn`. */
export type StatedDirective = Omit<Directive, 'sinceVersion' | 'acknowledged'>;

export interface StatedInput {
  document: PlanDocument;
  discipline: Rehab['discipline'];
  /** The prescription that is read. Dose, program, progression and its own hold are this item's; restrictions are the whole discipline's. */
  rehabItemId?: string | undefined;
  /** Calendar day, in the clinic's zone. */
  on: string;
  timeZone: string;
}

/** How far ahead a coming procedure matters for planning sessions. */
const aheadDays = 14;
/** A procedure whose window has no end of its own stops mattering after this. */
const memoryDays = 56;

/**
 * The instructions that one version of the plan has for one therapy discipline on one day: holds, restrictions, dose, program, windows of
 * procedures, the progression rule. Derived from the plan, never typed in. A discipline sees only its own: physical therapy nothing
 * pelvic, and the other way round. No sentence names a cause: that stands apart, for those who may read it.
 */
export function statedDirectives(input: StatedInput): StatedDirective[] {
  const visible = { ...input, document: visiblePlan(input.document, input.discipline) };
  return [
    ...structuralHolds(input),
    ...wholeHolds(visible),
    ...restrictions(visible),
    ...doses(visible),
    ...programs(visible),
    ...procedureWindows(visible),
    ...progressions(visible),
  ];
}

const stated = (
  kind: Directive['kind'],
  text: string,
  more: Partial<Omit<StatedDirective, 'kind' | 'text'>> = {},
): StatedDirective => ({
  kind,
  text,
  from: null,
  until: null,
  lightUntil: null,
  region: null,
  stopsAll: false,
  cause: null,
  ...more,
});

/**
 * A structure whose stability is not known is not loaded, whoever forgot to write the hold, or let it run out. The disease behind it
 * is not named.
 */
function structuralHolds(input: StatedInput): StatedDirective[] {
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
  return [...new Set(regions)].map((region) =>
    stated('hold', `Hold loading (${region}) until the plan clears it.`, { until: 'until-cleared', region }),
  );
}

const isInForce = ({ from, until }: Pick<Restriction, 'from' | 'until'>, on: string): boolean =>
  from <= on && (until === 'until-cleared' || on <= until);

const own = ({ document, discipline }: StatedInput): Rehab[] =>
  document.rehab.filter((rehab) => rehab.discipline === discipline);

/** The prescription itself, where one is asked about. */
const prescribed = (input: StatedInput): Rehab[] =>
  own(input).filter(({ id }) => input.rehabItemId === undefined || id === input.rehabItemId);

const wholeHolds = (input: StatedInput): StatedDirective[] =>
  prescribed(input)
    .filter(({ status }) => status === 'held')
    .map(({ cause }) => stated('hold', 'Therapy is on hold.', { stopsAll: true, cause: cause ?? null }));

const restrictions = (input: StatedInput): StatedDirective[] =>
  own(input)
    .flatMap((rehab) => rehab.restrictions)
    .filter((restriction) => isInForce(restriction, input.on))
    .map((restriction) =>
      stated(
        restriction.kind.startsWith('hold-') ? 'hold' : 'restriction',
        `${sentence(restrictionText(restriction))} until ${dayText(restriction.until)}.`,
        {
          from: restriction.from,
          until: restriction.until,
          region: restriction.region ?? null,
          stopsAll: restriction.kind === 'hold-all',
          cause: restriction.cause ?? null,
        },
      ),
    );

const doses = (input: StatedInput): StatedDirective[] =>
  prescribed(input).flatMap(({ status, dose }) =>
    status === 'active' && dose ? [stated('dose', doseText(dose))] : [],
  );

function doseText({ sessionsPerWeek, weeks, minutes, intensity }: NonNullable<Rehab['dose']>): string {
  const often = sessionsPerWeek === 1 ? 'one session a week' : `${sessionsPerWeek} sessions a week`;
  const each = minutes === undefined ? '' : `, ${minutes} minutes each`;
  return `Dose: ${often} for ${weeks === 1 ? 'one week' : `${weeks} weeks`}${each}${intensity ? `, ${intensity} intensity` : ''}.`;
}

const programs = (input: StatedInput): StatedDirective[] =>
  prescribed(input).flatMap(({ status, program }) =>
    status === 'active' && program.length > 0 ? [stated('program', `Program: ${program.map(words).join(', ')}.`)] : [],
  );

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function procedureWindows({ document, on, timeZone }: StatedInput): StatedDirective[] {
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
      const { loadingFrom: until, lightUntil } = window;
      return [stated('procedure-window', text, { from: day.toISODate(), until, lightUntil })];
    });
}

const progressions = (input: StatedInput): StatedDirective[] =>
  prescribed(input).flatMap(({ status, progression }) => {
    if (status !== 'active' || !progression) return [];
    const { measure, op, value, sessions, stepBackFlareHours, then } = progression;
    const enough = sessions ? ` for ${sessions} sessions` : '';
    const next = then ? `; then ${then}` : '';
    const back = stepBackFlareHours ? ` Step back when a flare lasts more than ${stepBackFlareHours} h.` : '';
    const text = `Advance when ${measure} is ${op === 'gte' ? 'at least' : 'at most'} ${value}${enough}${next}.${back}`;
    return [stated('progression', text)];
  });
