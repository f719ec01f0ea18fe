import { DateTime } from 'luxon';
import { businessDaysAfter, defaultCalendar, type PlanOfCare, type PlanOfCareDates, planOfCareDue } from '#clinical';
import type { PaperworkRow, TreatedCourse } from './paperwork.repository.js';

const summaryWithinBusinessDays = 7;

/**
 * What the treating clinic owes: by the payer's plan of care, where the clinic goes by one, and the summary of a course that the plan
 * ended. Nothing of a course in which nobody was treated, nothing after the discharge.
 */
export function owedPaperwork(
  course: Pick<TreatedCourse, 'state' | 'changedAt'>,
  dates: PlanOfCareDates,
  { planOfCare, timeZone }: { planOfCare: PlanOfCare | null; timeZone: string },
): PaperworkRow[] {
  if (course.state === 'discharged' || dates.treatmentDays.length === 0) return [];
  if (course.state === 'ended') return [summary(course.changedAt, timeZone)];
  if (!planOfCare) return [];
  const { source, asOf } = planOfCare;
  return planOfCareDue(planOfCare, dates).flatMap(({ remindOn, ...due }) =>
    remindOn === null ? [] : [{ ...due, remindOn, source, asOf }],
  );
}

function summary(endedAt: Date, timeZone: string): PaperworkRow {
  const day = (at: Date): string => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
  return {
    kind: 'discharge-summary',
    dueOn: day(businessDaysAfter(endedAt, summaryWithinBusinessDays, defaultCalendar(timeZone))),
    remindOn: day(endedAt),
    treatmentDaysLeft: null,
    source: 'The plan ended the course: the loop closes with the summary',
    asOf: null,
  };
}
