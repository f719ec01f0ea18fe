import type { PartnerRole, ReferralState, TeamMember } from '#contracts';

export type EndReason = 'removed' | 'replaced' | 'declined' | 'completed';

/** A partner organization in one role for one plan, with all that the ledger knows of it. */
export interface Member {
  id: string;
  planId: string;
  role: PartnerRole;
  partnerId: string;
  status: TeamMember['status'];
  engagedFor: string[];
  /** Only ever grows. */
  acknowledgedVersion: number;
  joinedAt: Date;
  endedAt: Date | null;
  endedReason: EndReason | null;
  referralState: ReferralState | null;
  concern: string | null;
  lastHeardAt: Date | null;
}

export const toTeamMember = ({ id, role, partnerId, status, engagedFor }: Member): TeamMember => ({
  memberId: id,
  role,
  partnerId,
  status,
  engagedFor,
});
