import { careTeamMemberEnded, careTeamMemberJoined, type Actor, type OutgoingEvent, type TeamMember } from '#contracts';
import type { EndReason } from './member.js';

export interface PlanRef {
  id: string;
  patientId: string;
  currentVersion: number;
}

export const memberJoinedEvent = (plan: PlanRef, member: TeamMember, by: Actor, at: Date): OutgoingEvent =>
  careTeamMemberJoined.of({
    subject: plan.patientId,
    time: at,
    data: {
      planId: plan.id,
      patientId: plan.patientId,
      member,
      currentVersion: plan.currentVersion,
      joinedAt: at.toISOString(),
      by,
    },
  });

export const memberEndedEvent = (
  plan: PlanRef,
  member: TeamMember,
  reason: EndReason,
  by: Actor,
  at: Date,
): OutgoingEvent => {
  const { memberId, role, partnerId } = member;
  return careTeamMemberEnded.of({
    subject: plan.patientId,
    time: at,
    data: {
      planId: plan.id,
      patientId: plan.patientId,
      memberId,
      role,
      partnerId,
      reason,
      endedAt: at.toISOString(),
      by,
    },
  });
};
