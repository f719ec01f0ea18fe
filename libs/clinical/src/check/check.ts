import type { FieldError, PartnerRole, PlanDocument, Procedure } from '#contracts';

/** What a version is judged against. */
export interface CheckContext {
  /** The version in force; null for a first version. */
  previous: PlanDocument | null;
  now: Date;
  /** Roles that an active member of the care team holds. Not given: what depends on the team is not asked. */
  team?: readonly PartnerRole[];
}

export type Check = (document: PlanDocument, context: CheckContext) => FieldError[];

/** The procedure as the version in force has it. */
export const previousOf = ({ id }: Procedure, { previous }: CheckContext): Procedure | undefined =>
  previous?.procedures.find((procedure) => procedure.id === id);

/**
 * True when this version books the procedure or moves it. What stands in the way of booking never stands in the way of a version that
 * reports a danger about a booking that is there already: the desks take care of that one.
 */
export const isBookedNow = (procedure: Procedure, context: CheckContext): boolean => {
  const before = previousOf(procedure, context);
  return (
    procedure.status === 'scheduled' && (before?.status !== 'scheduled' || before.scheduledAt !== procedure.scheduledAt)
  );
};

/** What a rule asks for, what the plan says instead, and whether a clinician may set the rule aside knowingly. */
export interface Unmet {
  needed: string;
  found: string;
  overridable: boolean;
}

/** An unmet rule at its field, in one sentence and in its parts. */
export const refusal = (path: string, { needed, found, overridable }: Unmet): FieldError => ({
  path,
  message: `${needed}; ${found}; ${overridable ? 'an override with a reason is allowed' : 'no override is possible'}`,
  needed,
  found,
  overridable,
});
