import type { PlanDocument, Procedure } from '#contracts';
import { injectionBeforeReplacement } from '../impact/context-facts.js';
import { isSamePlace } from '../plan/procedure-table.js';
import { type Check, isBookedNow, refusal, type Unmet } from './check.js';

/** Two blocks that answer one question are two answers only when they are this far apart. */
export const blocksApartDays = 14;
const dayMs = 86_400_000;

/** Calendar days, each in the zone it was written in: two weeks later at an earlier hour is two weeks later. */
export const daysFrom = (one: string, other: string): number =>
  (Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / dayMs;

/** How long steroids into one region keep apart, and how many epidural sessions a region gets within a year. */
export const steroidApartDays = 14;
export const jointApartDays = 84;
export const epiduralsAYear = 4;
export const yearDays = 365;

export const isEpidural = ({ type }: Procedure): boolean => type.startsWith('esi-');
export const isJoint = ({ type }: Procedure): boolean =>
  type.startsWith('joint-injection-') || type === 'si-joint-injection';

/** An epidural is a steroid injection by its name, whether its drug is written down or not. */
export const hasSteroid = (procedure: Procedure): boolean => procedure.steroid !== 'none' || isEpidural(procedure);

/** Neck, chest, low back for what goes into the spine; the joint and its side, or the place that is named, for all else. */
export function regionOf(procedure: Procedure): string {
  const { type, side, level, region } = procedure;
  if (!isEpidural(procedure)) return isJoint(procedure) ? `${type} ${side}` : `${region ?? level.join()} ${side}`;
  const [first = ''] = level.map((one) => one.charAt(0)).filter((letter) => 'CTLS'.includes(letter));
  if (first !== '') return first === 'C' ? 'neck' : first === 'T' ? 'chest' : 'low back';
  if (type === 'esi-caudal' || /lumb|sacr|caud|low back/i.test(region ?? '')) return 'low back';
  return /cervic|neck/i.test(region ?? '') ? 'neck' : /thorac|chest/i.test(region ?? '') ? 'chest' : 'low back';
}

const dateOf = ({ status, doneAt, scheduledAt }: Procedure): string | undefined =>
  status === 'done' ? doneAt : status === 'scheduled' ? scheduledAt : undefined;

/** The dates of what is like this procedure and is booked or was done, besides itself. */
const datesOf = ({ procedures }: PlanDocument, like: Procedure, isLike: (other: Procedure) => boolean): string[] =>
  procedures.filter((other) => other.id !== like.id && isLike(other)).flatMap((other) => dateOf(other) ?? []);

/** Several levels on one day are one session. */
const nearest = (dates: readonly string[], booked: string): number | undefined =>
  dates
    .map((date) => Math.abs(daysFrom(date, booked)))
    .filter((days) => days > 0)
    .sort((a, b) => a - b)[0];

type Rule = (procedure: Procedure, booked: string, document: PlanDocument) => Omit<Unmet, 'overridable'> | null;

const apart = (needed: string, days: number, isLike: (procedure: Procedure) => (other: Procedure) => boolean): Rule => {
  return (procedure, booked, document) => {
    const found = nearest(datesOf(document, procedure, isLike(procedure)), booked);
    return found === undefined || found >= days ? null : { needed, found: `found ${found} days` };
  };
};

/** A second block is not booked too soon after one that was done; what was done is a fact, and judged where it is used. */
const blocks: Rule = (procedure, booked, document) => {
  const { type } = procedure;
  if (type !== 'medial-branch-block') return null;
  const days = datesOf(
    document,
    procedure,
    (other) => other.type === type && other.status === 'done' && isSamePlace(other, procedure),
  )
    .map((doneAt) => daysFrom(doneAt, booked))
    .find((found) => found >= 0 && found < blocksApartDays);
  const needed = `two medial branch blocks of the same side and levels are ${blocksApartDays} days apart`;
  return days === undefined ? null : { needed, found: `found ${days} days` };
};

const steroids = apart(
  `${steroidApartDays} days between two steroid injections of the same region`,
  steroidApartDays,
  (procedure) => (other) =>
    hasSteroid(procedure) && hasSteroid(other) && regionOf(procedure) === regionOf(other) && !isJoint(procedure),
);

const joints = apart(
  `${jointApartDays / 7} weeks between two steroid injections of the same joint`,
  jointApartDays,
  (procedure) => (other) =>
    isJoint(procedure) && hasSteroid(procedure) && hasSteroid(other) && regionOf(procedure) === regionOf(other),
);

/** Counted over every year that this session would be part of, so that one booked before an older one counts too. */
const yearly: Rule = (procedure, booked, document) => {
  if (!isEpidural(procedure)) return null;
  const others = datesOf(
    document,
    procedure,
    (other) => isEpidural(other) && regionOf(other) === regionOf(procedure),
  ).map((date) => date.slice(0, 10));
  const days = [...new Set([...others, booked.slice(0, 10)])].sort();
  const most = Math.max(
    ...days
      .map((first) => days.filter((day) => daysFrom(first, day) >= 0 && daysFrom(first, day) < yearDays))
      .filter((year) => year.includes(booked.slice(0, 10)))
      .map((year) => year.length),
  );
  const needed = `at most ${epiduralsAYear} epidural sessions of the ${regionOf(procedure)} within twelve months`;
  return most <= epiduralsAYear ? null : { needed, found: `this is number ${most}` };
};

const replacement: Rule = (procedure, _booked, document) => {
  const found = injectionBeforeReplacement([procedure], document);
  return (
    found && {
      needed: 'no steroid into a joint within three months before it is replaced',
      found: `found a replacement on ${found.replacementOn}`,
    }
  );
};

const rules: readonly Rule[] = [blocks, steroids, joints, yearly, replacement];

/** What may not follow too soon is refused when it is booked, unless a reason stands beside it. */
export const spacing: Check = (document, context) =>
  document.procedures.flatMap((procedure, index) => {
    const { scheduledAt: booked, override } = procedure;
    if (!booked || override || !isBookedNow(procedure, context)) return [];
    return rules.flatMap((rule) => {
      const unmet = rule(procedure, booked, document);
      return unmet === null ? [] : [refusal(`procedures[${index}].scheduledAt`, { ...unmet, overridable: true })];
    });
  });

/** The first day (`YYYY-MM-DD`) from one on that keeps the distances to what is booked or was done; null when none does within a year. */
export function earliestBySpacing(procedure: Procedure, from: string, document: PlanDocument): string | null {
  const start = Date.parse(from.slice(0, 10));
  for (let days = 0; days <= yearDays + 1; days += 1) {
    const day = new Date(start + days * dayMs).toISOString().slice(0, 10);
    if (rules.every((rule) => rule(procedure, day, document) === null)) return day;
  }
  return null;
}
