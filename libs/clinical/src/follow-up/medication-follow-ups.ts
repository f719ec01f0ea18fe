import type { Medication } from '#contracts';
import { words } from '../plan/change-text.js';
import { isSedating } from '../plan/sedating.js';
import type { FollowUp, PlanCourse } from './follow-up.js';
import { businessDayFrom, dateOf, openingAfter } from './moments.js';

const mostMonitoringDays = 90;
/** From this daily dose in morphine milligram equivalents the first visit comes sooner (CDC 2022). */
const highDoseMme = 50;
const shortTermContexts = ['post-operative', 'acute-injury'];
/** The visit intervals of the CDC guideline are not meant for these. */
const outsideGuideline = ['cancer', 'palliative'];

/** What a medicine that is being taken makes the clinic come back to. */
export function medicationFollowUps(medication: Medication, course: PlanCourse): FollowUp[] {
  if (medication.status === 'stopped') return [];
  return [
    ...titration(medication, course),
    ...laboratory(medication, course),
    ...(medication.class === 'opioid' ? opioid(medication, course) : []),
  ];
}

const followUp = (
  medication: Medication,
  kind: FollowUp['kind'],
  at: Date,
  reason: string,
  at_?: string,
): FollowUp => ({
  key: [kind, medication.id, ...(at_ === undefined ? [] : [at_])].join(':'),
  kind,
  itemId: medication.id,
  at,
  reason,
});

const nameOf = ({ ingredient }: Medication): string => ingredient.display;

/** Steps up are checked; a step down of a taper has its own call. */
function titration(medication: Medication, { calendar }: PlanCourse): FollowUp[] {
  if (!isSedating(medication) || medication.class === 'opioid' || medication.status === 'tapering') return [];
  const steps = medication.steps.filter(({ dose }, index, all) => dose > (all[index - 1]?.dose ?? 0));
  const checks = steps.map(({ date, dose }) =>
    followUp(
      medication,
      'titration-check',
      openingAfter(date, { days: 3 }, calendar),
      `${nameOf(medication)} went to ${dose} ${medication.unit ?? ''} three days ago.`.replace('  ', ' '),
      date,
    ),
  );
  const last = steps.at(-1);
  if (!last) return checks;
  const review = openingAfter(last.date, { weeks: 2 }, calendar);
  return [
    ...checks,
    followUp(medication, 'titration-review', review, `Two weeks on the full dose of ${nameOf(medication)}.`, last.date),
  ];
}

const laboratory = (medication: Medication, { calendar }: PlanCourse): FollowUp[] =>
  medication.monitoring.flatMap(({ what, nextDue }) =>
    nextDue === undefined
      ? []
      : [
          followUp(
            medication,
            'laboratory',
            businessDayFrom(nextDue, -5, calendar),
            `${words(what)} for ${nameOf(medication)} is due on ${nextDue}.`,
            `${what}:${nextDue}`,
          ),
        ],
  );

function opioid(medication: Medication, course: PlanCourse): FollowUp[] {
  const { stewardship } = medication;
  if (!stewardship || outsideGuideline.includes(stewardship.context)) return [];
  const start = course.since(medication.id);
  const isTapering = stewardship.taper.state === 'running';
  const steps = isTapering ? taper(medication, course) : [];
  // A taper is a plan, not yet the end: whoever still takes it after 30 days is asked about, and visits go on.
  if (shortTermContexts.includes(stewardship.context)) {
    const from = medication.startedOn ?? dateOf(start, course.calendar);
    const at = openingAfter(from, { days: 30 }, course.calendar);
    const check = followUp(
      medication,
      'opioid-30-days',
      at,
      `${nameOf(medication)} is still taken after 30 days.`,
      from,
    );
    return [...steps, check];
  }
  if (isTapering) return [...steps, ...monitoring(medication, course, start)];
  const weeks = (stewardship.mmePerDay ?? 0) >= highDoseMme ? 1 : 3;
  const changed = dateOf(start, course.calendar);
  const first = openingAfter(start, { weeks }, course.calendar);
  return [
    followUp(medication, 'opioid-first-visit', first, `${nameOf(medication)} was started or changed.`, changed),
    ...monitoring(medication, course, start),
  ];
}

function taper(medication: Medication, { calendar }: PlanCourse): FollowUp[] {
  return (medication.stewardship?.taper.steps ?? []).map(({ date }, index) =>
    followUp(
      medication,
      'taper-step',
      openingAfter(date, { days: 0 }, calendar),
      `Step ${index + 1} of the planned reduction is today.`,
      date,
    ),
  );
}

/** Only the next visit is set; the one after it follows when that has come. */
function monitoring(medication: Medication, { calendar, now }: PlanCourse, start: Date): FollowUp[] {
  const interval = medication.stewardship?.monitoringIntervalDays;
  if (interval === undefined) return [];
  const days = Math.min(interval, mostMonitoringDays);
  let at = openingAfter(start, { days }, calendar);
  while (at <= now) at = openingAfter(at, { days }, calendar);
  const reason = `${nameOf(medication)} is reviewed every ${days} days.`;
  return [followUp(medication, 'opioid-monitoring', at, reason, dateOf(at, calendar))];
}
