import type { Ask, BusinessCalendar, PlanDocument, Urgency } from '#contracts';
import { businessDaysAfter, sameDay } from '../calendar/business-calendar.js';
import { askOfEvent } from './event-ask.js';
import type { PublishedPlan } from './published-plan.js';
import type { Ruleset } from './rule.js';
import { moreUrgent } from './urgency.js';

/** A version that undoes one that should never have existed. */
interface Correction {
  wrong: PublishedPlan;
  by: PublishedPlan;
}

export interface Reader {
  /** The version that the member works from. */
  acknowledgedVersion: number;
  joinedAt: Date;
  calendar: BusinessCalendar;
  ruleset: Ruleset;
  history: readonly PublishedPlan[];
  /** What the member is asked between two documents, as of a version. */
  asked: (before: PlanDocument, at: PublishedPlan) => readonly Ask[];
  documentAt: (version: number) => PlanDocument;
}

const correctionsIn = (history: readonly PublishedPlan[]): Correction[] =>
  history.flatMap((by) => {
    const wrong = by.corrects === undefined ? undefined : history[by.corrects - 1];
    return wrong ? [{ wrong, by }] : [];
  });

/** Versions that were entered in error: nothing is measured by them. */
export const isInError = (history: readonly PublishedPlan[], version: number): boolean =>
  history.some(({ corrects }) => corrects === version);

/**
 * The version whose content a member really stands on: who acknowledged a wrong version stands on the one before it, which is what is in
 * force again.
 */
export function soundBase(history: readonly PublishedPlan[], acknowledgedVersion: number): number {
  let base = acknowledgedVersion;
  for (const { wrong, by } of correctionsIn(history).reverse()) {
    if (wrong.version <= base && base < by.version) base = wrong.version - 1;
  }
  return base;
}

/** AL-12 for each wrong version that this member was told of and whose correction it has not acknowledged. */
export function correctionAsks(reader: Reader): Ask[] {
  return correctionsIn(reader.history)
    .filter(({ by }) => reader.acknowledgedVersion < by.version && reader.joinedAt <= by.publishedAt)
    .flatMap((correction) => correctionAsk(reader, correction) ?? []);
}

function correctionAsk(reader: Reader, { wrong, by }: Correction): Ask | null {
  const { acknowledgedVersion, documentAt, asked, ruleset, calendar } = reader;
  const hasAcknowledged = acknowledgedVersion >= wrong.version;
  const before = documentAt(hasAcknowledged ? wrong.version - 1 : acknowledgedVersion);
  const sound = { ...wrong, document: documentAt(wrong.version - 1) };
  const known = new Set(asked(before, sound).map(({ fingerprint }) => fingerprint));
  const brought = asked(before, wrong).filter(({ fingerprint }) => !known.has(fingerprint));
  if (brought.length === 0) return null;
  const urgency = brought.map((ask) => ask.urgency).reduce(moreUrgent, 'urgent');
  return askOfEvent(ruleset, 'AL-12', {
    at: by.publishedAt,
    planVersion: by.version,
    calendar,
    facts: {
      wrong: String(wrong.version),
      inForce: String(by.version),
      // Who never worked from it is told nothing of what it said.
      ...(hasAcknowledged ? { undone: `this does not apply: ${brought.map(({ reason }) => reason).join(' ')}` } : {}),
    },
    about: [String(wrong.version)],
    urgency,
    dueAt: dueOf(urgency, by.publishedAt, calendar),
  });
}

const hourMs = 3_600_000;

/** Never slower than what it takes back. */
function dueOf(urgency: Urgency, at: Date, calendar: BusinessCalendar): Date {
  if (urgency === 'emergency') return new Date(at.getTime() + hourMs);
  return urgency === 'same-day' ? sameDay(at, calendar) : businessDaysAfter(at, 1, calendar);
}
