import { DateTime } from 'luxon';
import type { PlanDocument, Target } from '#contracts';
import { words } from '../plan/change-text.js';
import { type FollowUp, type PlanCourse } from './follow-up.js';
import { businessDayFrom, dateOf, openingAfter, openingOf } from './moments.js';

const checkpointWeeks = [6, 12];
const radicular = ['lumbar-radiculopathy', 'cervical-radiculopathy'];
const afterCrash = ['whiplash', 'neck-pain-after-crash'];
const businessDaysBetweenHoldQuestions = 5;
const businessDaysBeforeWork = 5;
const businessDaysOfGrace = 5;
const businessDaysForEvaluation = 10;

/** Weeks after onset at which a course that many recover from by then is looked at again. */
export function checkpoints({ document, calendar }: PlanCourse): FollowUp[] {
  if (document.stage.value === 'maintenance') return [];
  const targetIds = document.targets.filter(({ status }) => status === 'open').map(({ id }) => id);
  const isReached = document.targets.some(({ status, kind }) => status === 'met' && kind !== 'sleep');
  if (isReached) return [];
  return document.diagnoses.flatMap(({ id, group, onset, status }) => {
    const isOpen = status === 'suspected' || status === 'confirmed';
    const kind = checkpointOf(group);
    if (!isOpen || kind === null || onset === undefined || onset === 'gradual') return [];
    return checkpointWeeks.map((weeks): FollowUp => ({
      key: `${kind}:${id}:${weeks}`,
      kind,
      itemId: id,
      at: openingAfter(onset, { weeks }, calendar),
      reason: `Week ${weeks} and not improving.`,
      onlyIf: { is: 'not-improving', targetIds },
    }));
  });
}

const checkpointOf = (group: string | undefined): FollowUp['kind'] | null => {
  if (group === undefined) return null;
  if (radicular.includes(group)) return 'radiculopathy-checkpoint';
  return afterCrash.includes(group) ? 'whiplash-checkpoint' : null;
};

/** A target that nobody measures cannot say whether the plan works. */
export const reviews = ({ document, calendar, lastMeasured, since }: PlanCourse): FollowUp[] =>
  document.targets
    .filter(({ status }) => status === 'open')
    .flatMap((target) => {
      const last = lastMeasured(target.id);
      const from = last === null ? (target.baselineDate ?? dateOf(since(target.id), calendar)) : dateOf(last, calendar);
      const due = DateTime.fromISO(from).plus({ weeks: target.reviewEveryWeeks }).toISODate() ?? from;
      return [
        {
          key: `measurement-missing:${target.id}:${due}`,
          kind: 'measurement-missing',
          itemId: target.id,
          at: businessDayFrom(due, businessDaysOfGrace, calendar),
          reason: `${named(target)} was to be measured by ${due}.`,
        },
      ];
    });

const named = ({ label, measure }: Target): string => label ?? measure;

/** A hold without an end is asked about again and again; only the next time is set. */
export function openHolds({ document, calendar, now, since }: PlanCourse): FollowUp[] {
  const holds = document.rehab
    .filter(({ status }) => status === 'active' || status === 'held')
    .flatMap(({ restrictions }) => restrictions)
    .filter(({ until }) => until === 'until-cleared');
  return holds.map(({ id, kind, region }) => {
    let at = businessDayFrom(dateOf(since(id), calendar), businessDaysBetweenHoldQuestions, calendar);
    while (at <= now) at = businessDayFrom(dateOf(at, calendar), businessDaysBetweenHoldQuestions, calendar);
    return {
      key: `hold-still-needed:${id}:${dateOf(at, calendar)}`,
      kind: 'hold-still-needed',
      itemId: id,
      at,
      reason: `${words(kind)}${region ? ` of ${region}` : ''} is still in force, with no end.`,
    };
  });
}

export const evaluations = ({ document, calendar, since }: PlanCourse): FollowUp[] =>
  document.behavioral
    .filter(
      ({ kind, status, clearance }) =>
        kind === 'pre-implant-evaluation' && status !== 'stopped' && (clearance ?? 'pending') === 'pending',
    )
    .map(({ id }) => ({
      key: `pre-implant-evaluation:${id}`,
      kind: 'pre-implant-evaluation',
      itemId: id,
      at: businessDayFrom(dateOf(since(id), calendar), businessDaysForEvaluation, calendar),
      reason: 'The evaluation before the implant was asked for two weeks ago.',
    }));

export function dates({ document, calendar }: PlanCourse): FollowUp[] {
  const { work, reviewDate } = document;
  const returns = work && work.status !== 'full' ? work.returnDate : undefined;
  return [
    ...(returns === undefined ? [] : workDates(returns, calendar)),
    ...(reviewDate === undefined
      ? []
      : [single('plan-review', reviewDate, openingOf(reviewDate, calendar), 'The review date of the plan is here.')]),
  ];
}

const workDates = (returns: string, calendar: PlanCourse['calendar']): FollowUp[] => [
  single(
    'work-date-near',
    returns,
    businessDayFrom(returns, -businessDaysBeforeWork, calendar),
    `Back at work on ${returns}.`,
  ),
  single('work-date', returns, openingOf(returns, calendar), 'Today is the day of return to work.'),
];

const single = (kind: FollowUp['kind'], date: string, at: Date, reason: string): FollowUp => ({
  key: `${kind}:${date}`,
  kind,
  itemId: null,
  at,
  reason,
});

/** In a plan that rests or has ended nothing falls due. */
export const isRunning = ({ status }: PlanDocument): boolean => status === 'active';
