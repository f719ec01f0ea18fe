import type { Target } from '#contracts';
import type { Measured } from './measured.js';
import { betterOf, worthOf } from './measures.js';
import type { Watch } from './watch.js';

export type Progress = 'met' | 'improving' | 'no-clear-change' | 'worsening' | 'plateau' | 'overdue';

/**
 * How a target stands. `met`: two successive values at or past it, or the physician said so. `worsening`: twice in succession worse than
 * at the start of the watch by a worthwhile amount. `overdue`: nobody measured when it was due. `plateau`: past the floor, and
 * neither of the last two values beats the best before them by a worthwhile amount. `improving`: the last value beats the best before the
 * last two, so that a slow gain over two reviews counts. The order of `measurements` does not matter.
 */
export function progressOf(target: Target, measurements: readonly Measured[], watch: Watch): Progress {
  const all = inOrder(measurements);
  const scale = scaleOf(target);
  if (target.status === 'met' || isMet(all, scale)) return 'met';
  const series = watchedSeries(target, all, watch);
  if (isWorsening(series, scale)) return 'worsening';
  if (watch.isOverdue) return 'overdue';
  if (isImproving(series, scale)) return 'improving';
  return isPlateau(series, scale, watch) ? 'plateau' : 'no-clear-change';
}

/** Values of the watch: the one at its start, then those since. What was measured in a pause says nothing about the plan. */
export function watchedSeries(target: Target, measurements: readonly Measured[], watch: Watch): Measured[] {
  const all = inOrder(measurements);
  const atStart = all.findLast(({ day }) => day <= watch.startDay);
  const since = all.filter(({ day }) => day > watch.startDay && !watch.isPausedOn(day));
  const start = atStart ?? { value: target.baseline, day: watch.startDay, at: watch.startedAt };
  return [start, ...since];
}

const inOrder = (measurements: readonly Measured[]): Measured[] =>
  [...measurements].sort((a, b) => a.at.getTime() - b.at.getTime() || a.value - b.value);

interface Scale {
  worth: number;
  /** How much better a is than b; negative when worse. */
  gain: (a: number, b: number) => number;
  target: number;
}

function scaleOf(target: Target): Scale {
  const sign = betterOf(target) === 'up' ? 1 : -1;
  return { worth: worthOf(target), gain: (a, b) => sign * (a - b), target: target.target };
}

/** Sums of tenths are not exact: 30 % of 7 is 2.0999999999999996. */
const tolerance = 1e-9;
const isWorthwhile = (gain: number, worth: number): boolean => gain > tolerance && gain >= worth - tolerance;

const isMet = (all: readonly Measured[], { gain, target }: Scale): boolean =>
  all.length >= 2 && all.slice(-2).every(({ value }) => gain(value, target) >= -tolerance);

function isWorsening(series: readonly Measured[], { gain, worth }: Scale): boolean {
  const [start, ...since] = series;
  return (
    start !== undefined &&
    since.length >= 2 &&
    since.slice(-2).every(({ value }) => isWorthwhile(gain(start.value, value), worth))
  );
}

const best = (values: readonly Measured[], { gain }: Scale): number =>
  values.map(({ value }) => value).reduce((a, b) => (gain(a, b) >= 0 ? a : b));

function isImproving(series: readonly Measured[], scale: Scale): boolean {
  const last = series.at(-1);
  if (!last || series.length < 2) return false;
  const before = series.slice(0, Math.max(1, series.length - 2));
  return isWorthwhile(scale.gain(last.value, best(before, scale)), scale.worth);
}

function isPlateau(series: readonly Measured[], scale: Scale, watch: Watch): boolean {
  const last = series.at(-1);
  if (!last || series.length < 3 || watch.isPaused || last.day < watch.floorUntil) return false;
  const before = best(series.slice(0, -2), scale);
  return series.slice(-2).every(({ value }) => !isWorthwhile(scale.gain(value, before), scale.worth));
}

export type ProgressNews = 'plateau' | 'worsening';

/** What a physician must be told now, given what was said in this watch already. A target that is no longer open is silent. */
export const newsOf = (target: Target, progress: Progress, said: ReadonlySet<ProgressNews>): ProgressNews | null =>
  target.status === 'open' && (progress === 'plateau' || progress === 'worsening') && !said.has(progress)
    ? progress
    : null;
