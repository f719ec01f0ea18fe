import { DateTime } from 'luxon';

/** The paperwork that a payer asks of a course of therapy: editable defaults, not medicine. */
export interface PlanOfCare {
  id: string;
  source: string;
  /** The day on which the source was read so. */
  asOf: string;
  /** Days after the first treatment in which the plan of care is signed by the physician, or transmitted to it. */
  signWithinDays: number;
  /** A certification covers at most so many days. */
  certifiedForAtMostDays: number;
  /** A progress report comes at least once in so many treatment days. */
  progressEveryTreatmentDays: number;
}

/** Where another payer pays, a clinic changes the numbers or switches the clock off (`PLAN_OF_CARE`). */
export const usMedicarePlanOfCare: PlanOfCare = {
  id: 'us-medicare',
  source: 'US Medicare defaults: 42 CFR 424.24(c) and Medicare Benefit Policy Manual, chapter 15, section 220',
  asOf: '2025-01-01',
  signWithinDays: 30,
  certifiedForAtMostDays: 90,
  progressEveryTreatmentDays: 10,
};

/** How long before its day something appears on the therapist's list. */
const remindDaysBefore = 7;
const remindTreatmentDaysBefore = 2;

/** Calendar days (`2027-04-06`) in the clinic's zone, in any order. */
export interface PlanOfCareDates {
  treatmentDays: readonly string[];
  progressReports: readonly string[];
  certifications: readonly { on: string; until?: string | null | undefined }[];
}

export interface PlanOfCareDue {
  kind: 'certification' | 'recertification' | 'progress-report';
  /** Its last day; null for a progress report whose treatment days have not all taken place. */
  dueOn: string | null;
  /** From this day on it is on the list. */
  remindOn: string | null;
  treatmentDaysLeft: number | null;
}

/** What is still owed, and by when. Nothing before the first treatment. */
export function planOfCareDue(care: PlanOfCare, dates: PlanOfCareDates): PlanOfCareDue[] {
  const days = [...new Set(dates.treatmentDays)].sort();
  const [first] = days;
  if (first === undefined) return [];
  return [certificationDue(care, first, dates), ...progressDue(care, days, dates)];
}

function certificationDue(care: PlanOfCare, first: string, { certifications }: PlanOfCareDates): PlanOfCareDue {
  const newest = [...certifications].sort((one, other) => one.on.localeCompare(other.on)).at(-1);
  if (!newest) return on('certification', daysAfter(first, care.signWithinDays));
  // The first certification covers the course from its first treatment; a later one from its own day.
  const from = certifications.length === 1 ? first : newest.on;
  const longest = daysAfter(from, care.certifiedForAtMostDays);
  const stated = newest.until ?? longest;
  return on('recertification', stated < longest ? stated : longest);
}

function progressDue(care: PlanOfCare, days: readonly string[], { progressReports }: PlanOfCareDates): PlanOfCareDue[] {
  const last = [...progressReports].sort().at(-1) ?? '';
  const since = days.filter((day) => day > last);
  const left = Math.max(0, care.progressEveryTreatmentDays - since.length);
  if (left > remindTreatmentDaysBefore) return [];
  const due = since[care.progressEveryTreatmentDays - 1] ?? null;
  return [{ kind: 'progress-report', dueOn: due, remindOn: since.at(-1) ?? null, treatmentDaysLeft: left }];
}

const on = (kind: PlanOfCareDue['kind'], dueOn: string): PlanOfCareDue => ({
  kind,
  dueOn,
  remindOn: daysAfter(dueOn, -remindDaysBefore),
  treatmentDaysLeft: null,
});

const daysAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
