import type { Directive } from '#contracts';

export interface VisitStanding {
  /** Holds and restrictions that the partner had not acknowledged when the visit took place. */
  unacknowledged: Directive[];
  /** Holds of everything that the visit went against: it wants a reason. */
  against: Directive[];
}

/** How a visit stands to what was in force at its moment. A visit that names no region worked on the whole patient. */
export function visitUnder(directives: readonly Directive[], region: string | undefined): VisitStanding {
  const isBinding = ({ kind }: Directive): boolean => kind === 'hold' || kind === 'restriction';
  return {
    unacknowledged: directives.filter((directive) => isBinding(directive) && directive.acknowledged === false),
    against: directives.filter((directive) => directive.stopsAll && touches(directive.region, region)),
  };
}

/** Words for a region differ between a plan and a therapist: where one is within the other, it is the same. */
function touches(held: string | null, treated: string | undefined): boolean {
  if (held === null || treated === undefined) return true;
  const [one, other] = [held.trim().toLowerCase(), treated.trim().toLowerCase()];
  return one.includes(other) || other.includes(one);
}
