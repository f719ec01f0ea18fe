import { DateTime } from 'luxon';
import { timeOn } from '#clinical';
import type { Authorization, BusinessCalendar, Procedure } from '#contracts';

type Permission = Pick<
  Authorization,
  'state' | 'validFrom' | 'validUntil' | 'units' | 'unitsUsed' | 'side' | 'level' | 'payerReason'
>;

export interface Covered {
  /** Calendar day in the clinic's zone. */
  day: string;
  side?: Procedure['side'];
  level?: readonly string[];
  /** Times that are booked already and count as well. */
  alsoBooked?: number;
}

export interface NotCovered {
  cause: 'permission-missing' | 'permission-mismatch' | 'permission-ended';
  needed: string;
  found: string;
}

const asked: Partial<Record<Authorization['state'], string>> = {
  needed: 'nobody has asked the payer yet',
  submitted: 'the payer has not answered yet',
  pended: 'the payer wants to see more',
  denied: 'the payer denied it',
  appealed: 'the denial is under appeal',
  withdrawn: 'it was withdrawn',
};

/** Why a permission does not cover what would take place on this day; null when it does. */
export function notCovered(
  permission: Permission,
  { day, side, level = [], alsoBooked = 0 }: Covered,
): NotCovered | null {
  const { state, validFrom, validUntil, units, unitsUsed } = permission;
  const missing = asked[state];
  if (missing !== undefined) {
    const reason = state === 'denied' && permission.payerReason ? ` (${permission.payerReason})` : '';
    return { cause: 'permission-missing', needed: "the payer's permission", found: missing + reason };
  }
  if (state === 'exhausted' || (units !== null && unitsUsed + alsoBooked >= units)) {
    const found = `${unitsUsed} of ${units ?? unitsUsed} took place${alsoBooked > 0 ? ` and ${alsoBooked} are booked` : ''}`;
    return { cause: 'permission-ended', needed: 'a unit of the permission that is left', found };
  }
  if ((validFrom !== null && day < validFrom) || (validUntil !== null && day > validUntil)) {
    const needed = `a day from ${validFrom} to ${validUntil}, which the payer approved`;
    return { cause: state === 'expired' ? 'permission-ended' : 'permission-mismatch', needed, found: `found ${day}` };
  }
  return otherPlace(permission, side, level);
}

function otherPlace(
  { side: approvedSide, level: approvedLevel }: Permission,
  side: Procedure['side'] | undefined,
  level: readonly string[],
): NotCovered | null {
  const cause = 'permission-mismatch';
  if (approvedSide && side && side !== 'n/a' && approvedSide !== 'bilateral' && approvedSide !== side) {
    return { cause, needed: `the ${approvedSide} side, which the payer approved`, found: `found ${side}` };
  }
  const beyond = approvedLevel ? level.filter((one) => !approvedLevel.includes(one)) : [];
  return beyond.length === 0
    ? null
    : {
        cause,
        needed: `levels ${approvedLevel?.join(', ')}, which the payer approved`,
        found: `found ${beyond.join(', ')}`,
      };
}

/** Days before the last one on which somebody should ask for more. */
export const warningDays = [14, 5] as const;
/** Units that are left when somebody should ask for more. */
export const warningUnits = 2;

/** When a permission's end is to be noticed: opening time some days before, and midnight after its last day. */
export function expiryMoments(validUntil: string, calendar: BusinessCalendar): { warn: Date[]; end: Date } {
  const last = DateTime.fromISO(validUntil, { zone: calendar.timeZone });
  return {
    warn: warningDays.map((days) => timeOn(last.minus({ days }), calendar.opens).toJSDate()),
    end: last.plus({ days: 1 }).startOf('day').toJSDate(),
  };
}

/** Said once when it becomes true, and always before the last that is covered: not on the last one, and not after it. */
export const isRunningOut = (units: number | null, used: number): boolean =>
  units !== null && units > 1 && units - used === Math.min(warningUnits, units - 1);
