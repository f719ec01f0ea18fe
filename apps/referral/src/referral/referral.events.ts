import {
  type Actor,
  type OutgoingEvent,
  referralAccepted,
  referralCancelled,
  referralCompleted,
  referralDeclined,
  referralSent,
} from '#contracts';
import type { ReferralRow } from './referral.repository.js';
import type { ReferralEvent } from './referral.states.js';

const reference = ({ id, planId, patientId, memberId, role, partnerId }: ReferralRow) => ({
  referralId: id,
  planId,
  patientId,
  memberId,
  role,
  partnerId,
});

export const sent = (referral: ReferralRow, now: Date): OutgoingEvent =>
  referralSent.of({
    subject: referral.patientId,
    time: now,
    data: { ...reference(referral), handoffId: referral.handoffId, sentAt: now.toISOString() },
  });

export const accepted = (referral: ReferralRow, by: Actor, now: Date): OutgoingEvent =>
  referralAccepted.of({
    subject: referral.patientId,
    time: now,
    data: { ...reference(referral), acceptedAt: now.toISOString(), by },
  });

export interface MoveDetails {
  family: 'capacity' | 'scope' | 'information' | 'patient' | 'clinical';
  reason: string;
  outcome: string;
}

/** Checked beforehand: a decline has a family and a reason, a completion an outcome, a cancellation a reason. */
export const moved = (
  referral: ReferralRow,
  event: ReferralEvent,
  details: MoveDetails,
  by: Actor,
  now: Date,
): OutgoingEvent => {
  const at = { subject: referral.patientId, time: now };
  const ref = reference(referral);
  switch (event) {
    case 'accept':
      return accepted(referral, by, now);
    case 'decline':
      return referralDeclined.of({
        ...at,
        data: { ...ref, family: details.family, reason: details.reason, declinedAt: now.toISOString(), by },
      });
    case 'complete':
      return referralCompleted.of({
        ...at,
        data: { ...ref, outcome: details.outcome, completedAt: now.toISOString(), by },
      });
    case 'cancel':
      return referralCancelled.of({
        ...at,
        data: { ...ref, reason: details.reason, cancelledAt: now.toISOString(), by },
      });
  }
};
