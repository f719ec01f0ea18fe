import type { TargetTrend } from '#contracts';

export type Point = TargetTrend['measurements'][number];

/** Values that belong together; between two runs nobody measured for too long. */
export type Run = readonly Point[];

const weekMs = 7 * 86_400_000;

/** Half again the time between two reviews: a line over more than that would show what nobody knows. */
export function runsOf(points: readonly Point[], reviewEveryWeeks: number): Run[] {
  const longest = reviewEveryWeeks * 1.5 * weekMs;
  const runs: Point[][] = [];
  for (const point of points) {
    const before = runs.at(-1)?.at(-1);
    const isNear = before && Date.parse(point.measuredAt) - Date.parse(before.measuredAt) <= longest;
    if (isNear) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs;
}

export interface Mark {
  version: number;
  at: string;
}

/** Marks whose labels would lie upon each other are told together: `v2-v4`. */
export function labelsOf(
  marks: readonly Mark[],
  x: (at: string) => number,
  width: number,
): { x: number; label: string }[] {
  const labels: { x: number; first: number; last: number }[] = [];
  for (const { version, at } of [...marks].sort((a, b) => a.version - b.version)) {
    const before = labels.at(-1);
    if (before && x(at) - before.x < width) before.last = version;
    else labels.push({ x: x(at), first: version, last: version });
  }
  return labels.map(({ x: left, first, last }) => ({
    x: left,
    label: first === last ? `v${first}` : `v${first}–${last}`,
  }));
}

/** The version that was in force at a moment. */
export const versionAt = (marks: readonly Mark[], at: string): number | null =>
  marks
    .filter((mark) => mark.at <= at)
    .reduce<number | null>((newest, { version }) => Math.max(newest ?? 0, version), null);
