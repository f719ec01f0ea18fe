import { DateTime } from 'luxon';
import type { InjectionSpacing, PlanDocument, Procedure } from '#contracts';
import { words } from '../plan/change-text.js';
import {
  daysFrom,
  epiduralsAYear,
  hasSteroid,
  isEpidural,
  isJoint,
  jointApartDays,
  regionOf,
  steroidApartDays,
  yearDays,
} from './check-spacing.js';

/**
 * For every region that got a steroid, or is booked for one: from which day the next may be, and how many sessions its year holds. What
 * `spacing` refuses at booking, said before anybody tries. `today` is a date (`2027-04-06`); sessions of the year before it and booked
 * ones count; several levels on one day are one session.
 */
export function injectionSpacing({ procedures }: PlanDocument, today: string): InjectionSpacing[] {
  const given = procedures.filter((procedure) => hasSteroid(procedure) && dayOf(procedure) !== null);
  const regions = [...Map.groupBy(given, regionOf).values()];
  return regions.map((inRegion) => spacingOf(inRegion, today)).sort((a, b) => a.region.localeCompare(b.region));
}

function spacingOf(injections: readonly Procedure[], today: string): InjectionSpacing {
  const [first] = injections as [Procedure];
  const days = [...new Set(injections.flatMap((one) => dayOf(one) ?? []))].sort().reverse();
  const last = days[0] ?? today;
  const inYear = days.filter((day) => daysFrom(day, today) < yearDays);
  const mostInYear = isEpidural(first) ? epiduralsAYear : null;
  // The oldest of as many sessions as a year may hold must leave the year before another one enters it.
  const full = mostInYear === null ? undefined : days[mostInYear - 1];
  const notBefore = [
    later(last, isJoint(first) ? jointApartDays : steroidApartDays),
    ...(full === undefined ? [] : [later(full, yearDays)]),
  ];
  return {
    region: nameOf(first),
    last,
    notBefore: notBefore.sort().at(-1) ?? last,
    sessionsInYear: inYear.length,
    mostInYear,
  };
}

/** The calendar day as it was written down; null for what is not booked yet or will not take place. */
function dayOf({ status, doneAt, scheduledAt }: Procedure): string | null {
  const at = status === 'done' ? doneAt : status === 'scheduled' ? scheduledAt : undefined;
  return at?.slice(0, 10) ?? null;
}

const later = (day: string, days: number): string => DateTime.fromISO(day).plus({ days }).toISODate() ?? day;

function nameOf(procedure: Procedure): string {
  const { type, side, region, level } = procedure;
  if (isEpidural(procedure)) return regionOf(procedure);
  const place = isJoint(procedure)
    ? words(type.replace('joint-injection-', '').replace('-injection', ''))
    : (region ?? (level.length > 0 ? [...level].sort().join(', ') : words(type)));
  return side === 'n/a' ? place : `${side} ${place}`;
}
