import type { ReferralAlternative } from '#contracts';

const order: Record<ReferralAlternative['capacity'], number> = { open: 0, unknown: 1, waitlist: 2, closed: 3 };

/** Who could see the patient soonest comes first: room, then how long the list is, then how fast it usually answers. */
export const rankAlternatives = (found: readonly ReferralAlternative[]): ReferralAlternative[] =>
  [...found].sort(
    (one, other) =>
      order[one.capacity] - order[other.capacity] ||
      (one.waitWeeks ?? 0) - (other.waitWeeks ?? 0) ||
      (one.answer.medianBusinessDays ?? Infinity) - (other.answer.medianBusinessDays ?? Infinity) ||
      one.name.localeCompare(other.name),
  );

/** Days of an absence count in the organization's own zone. */
export const isAbsent = (absences: readonly { from: string; until: string }[], today: string): boolean =>
  absences.some(({ from, until }) => from <= today && today <= until);
