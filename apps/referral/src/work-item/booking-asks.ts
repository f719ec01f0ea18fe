import { askOfEvent } from '#clinical';
import type {
  appointmentBlocked,
  appointmentMissed,
  appointmentMoved,
  appointmentRebookingDue,
  appointmentRequestUnanswered,
  Ask,
  authorizationDenied,
  BusinessCalendar,
  EventData,
} from '#contracts';
import { ruleset } from '../ruleset.js';

/** Asks that follow from what happens to bookings and permissions; null where the clinic does not run the rule. */
interface Moment {
  at: Date;
  planVersion: number;
  calendar: BusinessCalendar;
}

const dayIn = (iso: string, { timeZone }: BusinessCalendar): string =>
  new Date(iso).toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long' });

const momentIn = (iso: string, { timeZone }: BusinessCalendar): string =>
  new Date(iso).toLocaleString('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });

/** A date of the payer's, which is a day and no moment. */
const dateOf = (date: string): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

export const appealDenial = (
  moment: Moment,
  { itemId, payerReason, appealBy }: EventData<typeof authorizationDenied>,
  options: readonly string[],
): Ask | null =>
  askOfEvent(ruleset, 'PH-08', {
    ...moment,
    about: [itemId],
    itemId,
    facts: {
      payerReason,
      ...(appealBy === null ? {} : { appeal: dateOf(appealBy) }),
      ...(options.length === 0 ? {} : { option: options.join('; ') }),
    },
  });

export const callAndRebook = (
  moment: Moment,
  { appointmentId, itemId, what, missedAt }: EventData<typeof appointmentRebookingDue>,
): Ask | null =>
  askOfEvent(ruleset, 'SD-20', {
    ...moment,
    about: [appointmentId],
    itemId,
    facts: { what, day: dayIn(missedAt, moment.calendar) },
  });

export const missedTwice = (
  moment: Moment,
  { itemId, partnerId, what }: EventData<typeof appointmentMissed>,
): Ask | null => askOfEvent(ruleset, 'CO-06', { ...moment, about: [itemId, partnerId ?? ''], itemId, facts: { what } });

export const planOverruledDesk = (
  moment: Moment,
  { appointmentId, itemId, before, startsAt }: EventData<typeof appointmentMoved>,
): Ask | null =>
  askOfEvent(ruleset, 'SD-21', {
    ...moment,
    about: [appointmentId, startsAt],
    itemId,
    facts: { date: momentIn(startsAt, moment.calendar), before: momentIn(before, moment.calendar) },
  });

export const renewPermission = (moment: Moment, { itemId, reason }: EventData<typeof appointmentBlocked>): Ask | null =>
  askOfEvent(ruleset, 'AU-20', { ...moment, about: [itemId], itemId, facts: { why: reason } });

export const findTimeToday = (
  moment: Moment,
  { requestId, itemId, what }: EventData<typeof appointmentRequestUnanswered>,
): Ask | null => askOfEvent(ruleset, 'PH-30', { ...moment, about: [requestId], itemId, facts: { what } });
