import type { Procedure } from '#contracts';
import { type Check, isBookedNow } from './check.js';

/** Two blocks that answer one question are two answers only when they are this far apart. */
export const blocksApartDays = 14;
const dayMs = 86_400_000;

/** Calendar days, each in the zone it was written in: two weeks later at an earlier hour is two weeks later. */
export const daysFrom = (one: string, other: string): number =>
  (Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / dayMs;

export const isSamePlace = (a: Procedure, b: Procedure): boolean =>
  a.side === b.side && [...a.level].sort().join() === [...b.level].sort().join();

/** A second block is not booked too soon after one that was done; what was done is a fact, and judged where it is used. */
export const blockSpacing: Check = (document, context) =>
  document.procedures.flatMap((procedure, index) => {
    const { type, scheduledAt: booked, override } = procedure;
    if (type !== 'medial-branch-block' || !booked || override || !isBookedNow(procedure, context)) return [];
    const days = document.procedures
      .filter((other) => other.type === type && other.status === 'done' && isSamePlace(other, procedure))
      .flatMap(({ doneAt }) => (doneAt ? daysFrom(doneAt, booked) : []))
      .find((found) => found >= 0 && found < blocksApartDays);
    const needed = `two medial branch blocks of the same side and levels are ${blocksApartDays} days apart`;
    const message = `${needed}; found ${days} days; an override with a reason is allowed`;
    return days === undefined ? [] : [{ path: `procedures[${index}].scheduledAt`, message }];
  });
