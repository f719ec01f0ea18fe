import { type FollowUp, followUpDueAt, followUpKinds } from '#clinical';
import { type BusinessCalendar, followUpDue, type OutgoingEvent } from '#contracts';

interface Moment {
  planId: string;
  patientId: string;
  planVersion: number;
  now: Date;
  calendar: BusinessCalendar;
}

/** Dues count from the moment that the plan set, not from when we woke up. */
export function followUpDueEvent(
  followUp: FollowUp,
  { planId, patientId, planVersion, now, calendar }: Moment,
): OutgoingEvent {
  const { desk, ruleId, code, text, urgency } = followUpKinds[followUp.kind];
  return followUpDue.of({
    subject: patientId,
    time: now,
    data: {
      planId,
      patientId,
      planVersion,
      kind: followUp.kind,
      key: followUp.key,
      desk,
      ruleId,
      itemId: followUp.itemId,
      code,
      reason: followUp.reason,
      text,
      urgency,
      dueAt: followUpDueAt(followUp, followUp.at, calendar).toISOString(),
      firedAt: now.toISOString(),
    },
  });
}
