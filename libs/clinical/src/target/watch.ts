import { DateTime } from 'luxon';
import type { ChangeType, Medication, PlanDocument, Target } from '#contracts';
import { pathwaysOf } from '../pathway/pathways.js';
import type { Measured } from './measured.js';

/** One published version as the watch needs it: its document and the types and words of its step changes. */
export interface WatchedVersion {
  version: number;
  publishedAt: Date;
  document: PlanDocument;
  changes: readonly { type: ChangeType; text: string }[];
}

/** The time over which a target is judged: from its baseline, or from the last time the treatment changed. */
export interface Watch {
  startedAt: Date;
  /** Calendar days in the clinic's zone from here on. */
  startDay: string;
  /** The material version in force; null while there was none. */
  sinceVersion: number | null;
  /** No plateau is seen before this day. Pauses push it on. */
  floorUntil: string;
  isPaused: boolean;
  isPausedOn: (day: string) => boolean;
  /** The day on which a value was due that did not come. */
  overdueSince: string | null;
  isOverdue: boolean;
  /** What was tried in this watch, in words. */
  tried: readonly string[];
}

export interface WatchInput {
  target: Target;
  /** Published versions, ascending; the last is the current one. */
  history: readonly WatchedVersion[];
  measurements: readonly Measured[];
  now: Date;
  timeZone: string;
}

const material = /^(medication|opioid|procedure|rehab|behavioral|stage)\./;
/** A change of the treatment itself: medicines, procedures, therapy, behavioral care, the rung of the ladder. */
export const isMaterial = (type: ChangeType): boolean => material.test(type);

const genericFloorWeeks = 4;
const weeksAfterTargetDose = 4;
const weeksAfterAblation = 3;
/** A review that is a few days late is late; after this many it was missed, and the watch rests until it comes. */
const lateDays = 7;

/** The watch of one target as it stands now. Pure: the same history, values and moment give the same watch. */
export function watchOf(input: WatchInput): Watch {
  const today = dayOf(input.now, input.timeZone);
  const changed = input.history.findLast(({ changes }) => changes.some(({ type }) => isMaterial(type)));
  const { startedAt, startDay } = startOf(input, changed?.publishedAt ?? null);
  const due = dueAfter(input, startDay);
  const pauses = [...planPauses(input, today), ...missedReviews(input, startDay, today)];
  const paused = new Set(pauses.flatMap((pause) => daysOf(pause, startDay, today)));
  const floor = floorDay(input, startDay);
  return {
    startedAt,
    startDay,
    sinceVersion: changed?.version ?? null,
    floorUntil: plusDays(floor, paused.size),
    isPaused: paused.has(today),
    isPausedOn: (day) => paused.has(day),
    overdueSince: input.target.status === 'open' && today > due ? due : null,
    isOverdue: input.target.status === 'open' && today > due,
    tried: (changed?.changes ?? []).filter(({ type }) => isMaterial(type)).map(({ text }) => text),
  };
}

export const dayOf = (instant: Date, timeZone: string): string =>
  DateTime.fromJSDate(instant).setZone(timeZone).toISODate() ?? '';
const plusDays = (day: string, days: number): string => DateTime.fromISO(day).plus({ days }).toISODate() ?? day;
const plusWeeks = (day: string, weeks: number): string => plusDays(day, weeks * 7);
const latest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b));

function startOf(
  { target, history, timeZone, now }: WatchInput,
  changedAt: Date | null,
): Pick<Watch, 'startedAt' | 'startDay'> {
  const since = history.find(({ document }) => document.targets.some(({ id }) => id === target.id))?.publishedAt ?? now;
  const baseline = target.baselineDate ? DateTime.fromISO(target.baselineDate, { zone: timeZone }).toJSDate() : since;
  const startedAt = changedAt && changedAt > baseline ? changedAt : baseline;
  return { startedAt, startDay: dayOf(startedAt, timeZone) };
}

/** A value counts from the day it was measured; with none yet, from the start of the watch. */
const dueAfter = ({ target, measurements, now, timeZone }: WatchInput, startDay: string): string =>
  plusWeeks(
    latest([startDay, ...measurements.map(({ day }) => day).filter((day) => day <= dayOf(now, timeZone))]),
    target.reviewEveryWeeks,
  );

interface Pause {
  from: string;
  /** The first day on which the watch goes on; null: it rests still. */
  until: string | null;
}

const daysOf = ({ from, until }: Pause, first: string, last: string): string[] => {
  const days: string[] = [];
  const end = until ?? plusDays(last, 1);
  for (let day = latest([from, first]); day < end && day <= last; day = plusDays(day, 1)) days.push(day);
  return days;
};

/** A hold of the plan or of therapy, and an active red flag: for as long as the versions that say so are in force. */
function planPauses({ history, timeZone }: WatchInput, today: string): Pause[] {
  return history
    .flatMap(({ document, publishedAt }, index) => {
      const next = history[index + 1]?.publishedAt;
      const from = dayOf(publishedAt, timeZone);
      const until = next ? dayOf(next, timeZone) : null;
      if (isAtRest(document)) return [{ from, until }];
      return holdsOf(document).map((hold) => ({
        from: latest([from, hold.from]),
        until: earlier(until, hold.until === 'until-cleared' ? null : plusDays(hold.until, 1)),
      }));
    })
    .filter(({ from }) => from <= today);
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

const isAtRest = ({ status, redFlags, rehab }: PlanDocument): boolean =>
  status !== 'active' ||
  redFlags.some((flag) => flag.status === 'active') ||
  rehab.some((one) => one.status === 'held');

const holdsOf = ({ rehab }: PlanDocument): { from: string; until: string }[] =>
  rehab
    .filter(({ status }) => status === 'active')
    .flatMap(({ restrictions }) => restrictions)
    .filter(({ kind }) => kind === 'hold-loading' || kind === 'hold-all');

/** A review that nobody did teaches nothing, so the time until the next value does not count. */
function missedReviews({ target, measurements }: WatchInput, startDay: string, today: string): Pause[] {
  const days = [startDay, ...measurements.map(({ day }) => day).filter((day) => day > startDay && day <= today)].sort();
  return days.flatMap((day, index) => {
    const missed = plusDays(plusWeeks(day, target.reviewEveryWeeks), lateDays);
    const next = days[index + 1] ?? null;
    return missed < (next ?? today) ? [{ from: missed, until: next }] : [];
  });
}

/** The longest of what the diagnoses and the treatment under way need to show an effect. */
function floorDay({ history, timeZone }: WatchInput, startDay: string): string {
  const document = history.at(-1)?.document;
  const weeks = document ? pathwaysOf(document).map(({ pathway }) => pathway.plateauFloorWeeks) : [];
  return latest([
    plusWeeks(startDay, Math.max(genericFloorWeeks, ...weeks)),
    ...(document?.medications ?? []).flatMap(targetDoseDay).map((day) => plusWeeks(day, weeksAfterTargetDose)),
    ...(document?.procedures ?? [])
      .filter(({ type, doneAt }) => type.startsWith('rfa-') && doneAt !== undefined)
      .map(({ doneAt }) => plusWeeks(dayOf(new Date(doneAt ?? ''), timeZone), weeksAfterAblation)),
  ]);
}

const targetDoseDay = ({ status, steps }: Medication): string[] => {
  const last = steps.at(-1)?.date;
  return last && (status === 'titrating' || status === 'active') ? [last] : [];
};
