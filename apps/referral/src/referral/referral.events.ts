import type { LoopEvent } from '#clinical';
import {
  type Actor,
  type OutgoingEvent,
  referralAccepted,
  referralCancelled,
  referralCompleted,
  referralDeclined,
  referralMoved,
  referralReminded,
  referralSent,
  referralTransferred,
} from '#contracts';
import { waitingOnOf } from './referral-facts.js';
import type { ReferralRow } from './referral.repository.js';

const reference = ({ id, planId, patientId, memberId, role, partnerId }: ReferralRow) => ({
  referralId: id,
  planId,
  patientId,
  memberId,
  role,
  partnerId,
});

/** Who stands for a clock that did something which an event must name an actor of. */
const byClock: Actor = { sub: 'clock', name: 'Throughline (time ran out)', role: 'system' };

export interface Told {
  event: LoopEvent | 'leave' | 'news';
  note: string | null;
  by: Actor | null;
  now: Date;
}

/** A step as others hear of it: with an event of its own where it has one, otherwise as `referral.moved`. */
export function moved(referral: ReferralRow, told: Told, before: ReferralRow['state']): OutgoingEvent {
  const { event, note, now } = told;
  const at = { subject: referral.patientId, time: now };
  const ref = reference(referral);
  const by = told.by ?? byClock;
  const moment = now.toISOString();
  const words = note ?? '';
  switch (event) {
    case 'send':
      return referralSent.of({ ...at, data: { ...ref, handoffId: referral.handoffId ?? '', sentAt: moment } });
    case 'accept':
      return referralAccepted.of({ ...at, data: { ...ref, acceptedAt: moment, by } });
    case 'decline': {
      const family = referral.family ?? 'capacity';
      return referralDeclined.of({ ...at, data: { ...ref, family, reason: words, declinedAt: moment, by } });
    }
    case 'complete':
      return referralCompleted.of({ ...at, data: { ...ref, outcome: words, completedAt: moment, by } });
    case 'cancel':
    case 'confirm-cancellation':
      if (referral.state !== 'cancelled') break;
      return referralCancelled.of({ ...at, data: { ...ref, reason: words, cancelledAt: moment, by } });
    default:
  }
  return anyStep(referral, told, before);
}

/** What has no event of its own. */
const anyStep = (referral: ReferralRow, { event, note, by, now }: Told, before: ReferralRow['state']): OutgoingEvent =>
  referralMoved.of({
    subject: referral.patientId,
    time: now,
    data: {
      ...reference(referral),
      event,
      before,
      state: referral.state,
      waitingOn: waitingOnOf(referral),
      note,
      dueAt: referral.dueAt?.toISOString() ?? null,
      appointmentAt: referral.appointmentAt?.toISOString() ?? null,
      appointmentId: referral.appointmentId,
      movedAt: now.toISOString(),
      by,
    },
  });

export const transferred = (
  referral: ReferralRow,
  to: { kind: 'transfer' | 'reopen'; memberId: string; partnerId: string; reason: string; by: Actor },
  now: Date,
): OutgoingEvent =>
  referralTransferred.of({
    subject: referral.patientId,
    time: now,
    data: {
      ...reference(referral),
      kind: to.kind,
      toMemberId: to.memberId,
      toPartnerId: to.partnerId,
      reason: to.reason,
      transferredAt: now.toISOString(),
      by: to.by,
    },
  });

export const reminded = (referral: ReferralRow, clock: string, dueAt: Date, now: Date): OutgoingEvent =>
  referralReminded.of({
    subject: referral.patientId,
    time: now,
    data: { ...reference(referral), clock, dueAt: dueAt.toISOString(), remindedAt: now.toISOString() },
  });
