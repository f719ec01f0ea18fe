import { type BusinessCalendar, emptyPlan, type PlanDocument } from '#contracts';
import { businessDaysAfter, sameDay } from '../calendar/business-calendar.js';
import type { PublishedPlan } from '../impact/published-plan.js';
import { checkpoints, dates, evaluations, isRunning, openHolds, reviews } from './course-follow-ups.js';
import { type FollowUp, followUpKinds, type PlanCourse } from './follow-up.js';
import { medicationFollowUps } from './medication-follow-ups.js';
import { procedureFollowUps } from './procedure-follow-ups.js';

export interface FollowUpInput {
  /** Every published version, ascending; the last is in force. */
  history: readonly Pick<PublishedPlan, 'document' | 'publishedAt'>[];
  /** When each target was last measured, by target id. */
  lastMeasured: ReadonlyMap<string, Date>;
  calendar: BusinessCalendar;
  now: Date;
}

/**
 * Every moment that the plan in force sets: diary calls, checkpoints, relief windows, titration checks, reviews. Moments that have
 * passed are among them (whoever keeps them knows which have come); of what repeats only the next one. None in a plan that rests or
 * has ended. Dues and hours are those of the clinic's calendar.
 */
export function followUpsOf({ history, lastMeasured, calendar, now }: FollowUpInput): FollowUp[] {
  const document = history.at(-1)?.document ?? emptyPlan;
  if (!isRunning(document)) return [];
  const course: PlanCourse = {
    document,
    since: (itemId) => sinceWhen(history, itemId) ?? now,
    lastMeasured: (targetId) => lastMeasured.get(targetId) ?? null,
    calendar,
    now,
  };
  return [
    ...document.procedures.flatMap((procedure) => procedureFollowUps(procedure, course)),
    ...document.medications.flatMap((medication) => medicationFollowUps(medication, course)),
    ...checkpoints(course),
    ...reviews(course),
    ...openHolds(course),
    ...evaluations(course),
    ...dates(course),
  ];
}

/** When the desk must be through with it: closing time so many business days later, or today. */
export function followUpDueAt({ kind }: Pick<FollowUp, 'kind'>, at: Date, calendar: BusinessCalendar): Date {
  const { withinBusinessDays } = followUpKinds[kind];
  return withinBusinessDays === 0 ? sameDay(at, calendar) : businessDaysAfter(at, withinBusinessDays, calendar);
}

/** When the item got the form that its follow-ups count from: the publication that brought it, or its last dose. */
function sinceWhen(history: FollowUpInput['history'], itemId: string): Date | null {
  const current = formOf(history.at(-1)?.document, itemId);
  let since: Date | null = null;
  for (const { document, publishedAt } of history.toReversed()) {
    if (current === null || formOf(document, itemId) !== current) break;
    since = publishedAt;
  }
  return since;
}

function formOf(document: PlanDocument | undefined, itemId: string): string | null {
  const medication = document?.medications.find(({ id }) => id === itemId);
  if (medication) return `${medication.dose} ${medication.stewardship?.mmePerDay}`;
  const isThere =
    document?.behavioral.some(({ id }) => id === itemId) ||
    document?.targets.some(({ id }) => id === itemId) ||
    document?.rehab.some(({ restrictions }) => restrictions.some(({ id }) => id === itemId));
  return isThere ? 'there' : null;
}
