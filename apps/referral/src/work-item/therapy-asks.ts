import { askOfEvent } from '#clinical';
import type {
  Ask,
  BusinessCalendar,
  EventData,
  therapyDoseChangeRequested,
  therapyPaperworkOverdue,
  therapyProgressReported,
  therapyVisitFlagged,
} from '#contracts';
import { ruleset } from '../ruleset.js';

/** What therapy's news asks of the clinic's desks. Words that only therapy's events have; sentences and dues are the rules'. */
interface Moment {
  planVersion: number;
  now: Date;
  calendar: BusinessCalendar;
  partnerName: string;
}

type DoseChange = EventData<typeof therapyDoseChangeRequested>;
type Flagged = EventData<typeof therapyVisitFlagged>;
type Overdue = EventData<typeof therapyPaperworkOverdue>;
type Progress = EventData<typeof therapyProgressReported>;

export const doseChangeRule = 'PH-31';
export const paperworkRule = 'CO-32';

const dayIn = (instant: Date, timeZone: string): string =>
  instant.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' });

export const answerDoseChange = (
  { now, planVersion, calendar, partnerName }: Moment,
  { episodeId, rehabItemId, proposal, reason, requestedAt }: DoseChange,
): Ask | null =>
  askOfEvent(ruleset, doseChangeRule, {
    at: now,
    planVersion,
    calendar,
    about: [episodeId, requestedAt],
    facts: { partner: partnerName, proposal, because: reason },
    itemId: rehabItemId,
  });

export const phoneAboutVisit = (
  { now, calendar, partnerName }: Moment,
  { episodeId, visitNumber, visitedAt, planVersion, directives, reason }: Flagged,
): Ask | null =>
  askOfEvent(ruleset, 'CO-31', {
    at: now,
    planVersion,
    calendar,
    about: [episodeId, String(visitNumber)],
    facts: {
      partner: partnerName,
      date: dayIn(new Date(visitedAt), calendar.timeZone),
      directives: directives.map(({ text }) => text).join(' '),
      ...(reason === null ? {} : { because: reason.replace(/\.$/, '') }),
    },
    itemId: episodeId,
  });

/** An item about one paper of one course: it closes when that paper comes. */
export const paperOf = ({ episodeId, kind }: Pick<Overdue, 'episodeId' | 'kind'>): string => `${episodeId}:${kind}`;

export const askForPaper = ({ now, planVersion, calendar, partnerName }: Moment, overdue: Overdue): Ask | null =>
  askOfEvent(ruleset, paperworkRule, {
    at: now,
    planVersion,
    calendar,
    about: [paperOf(overdue), overdue.dueOn],
    facts: {
      paper: overdue.kind.replaceAll('-', ' '),
      partner: partnerName,
      date: dayIn(new Date(`${overdue.dueOn}T12:00:00Z`), 'UTC'),
      source: overdue.source,
    },
    itemId: paperOf(overdue),
  });

/** What the physician reads of a report: the question, and the flare with its pattern. Null when nothing is asked. */
export function concernOf({
  concern,
  flare,
  flareOccurrence = 1,
}: Progress): { concern: string; flare?: Record<string, string> } | null {
  if (!flare) return concern === null ? null : { concern };
  const { pattern, trigger, hours } = flare;
  const again = flareOccurrence > 1 ? `, number ${flareOccurrence} of this pattern` : '';
  if (concern === null) {
    return { concern: `${pattern} flare of ${hours} h after ${trigger}${again}.`, flare: { pattern } };
  }
  return { concern, flare: { pattern, flare: `${pattern}, ${hours} h after ${trigger}${again}` } };
}
