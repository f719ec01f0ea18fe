import {
  type Actor,
  adviceAnswered,
  adviceAsked,
  adviceConverted,
  type OutgoingEvent,
  type PartnerRole,
} from '#contracts';
import type { AdviceReference } from './advice.states.js';

const reference = ({ id, planId, patientId, itemId, to, partnerId, role }: AdviceReference) => ({
  ...{ adviceId: id, planId, patientId, itemId, to, partnerId, role },
});

export const asked = (row: AdviceReference, by: Actor, now: Date): OutgoingEvent =>
  adviceAsked.of({ subject: row.patientId, time: now, data: { ...reference(row), askedAt: now.toISOString(), by } });

export const answered = (row: AdviceReference, by: Actor, now: Date): OutgoingEvent =>
  adviceAnswered.of({
    subject: row.patientId,
    time: now,
    data: { ...reference(row), answeredAt: now.toISOString(), by },
  });

export interface NewMember {
  memberId: string;
  role: PartnerRole;
  partnerId: string;
  referralId: string;
}

export const converted = (row: AdviceReference, member: NewMember, by: Actor, now: Date): OutgoingEvent =>
  adviceConverted.of({
    subject: row.patientId,
    time: now,
    data: { ...reference(row), ...member, convertedAt: now.toISOString(), by },
  });
