import type { PartnerRole, TeamMember } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { TeamMemberCopy } from './team-member-copy.entity.js';

export interface MemberCopy {
  memberId: string;
  planId: string;
  patientId: string;
  role: PartnerRole;
  partnerId: string;
  status: 'proposed' | 'active' | 'ended';
  engagedFor: string[];
  acknowledgedVersion: number;
  joinedAt: Date;
}

@Injectable()
export class TeamCopyRepository {
  async ofPlan(tx: Transaction, planId: string): Promise<MemberCopy[]> {
    return tx.find(TeamMemberCopy, { where: { planId }, order: { joinedAt: 'ASC', memberId: 'ASC' } });
  }

  /**
   * What pain-plan says about a member. A member known here keeps the moment it joined (dues count from it), a proposed one
   * joins when it becomes active, and one that ended stays ended: a snapshot taken before the news of a decline
   * arrived there must not call it back.
   */
  async upsert(
    tx: Transaction,
    at: { planId: string; patientId: string; joinedAt: Date },
    member: TeamMember,
  ): Promise<void> {
    await tx.query(
      `insert into team_member_copy as known
         (member_id, plan_id, patient_id, role, partner_id, status, engaged_for, acknowledged_version, joined_at)
       values ($1, $2, $3, $4, $5, $6, $7, 0, $8)
       on conflict (member_id) do update set
         joined_at = case when known.status = 'proposed' and excluded.status = 'active' then excluded.joined_at else known.joined_at end,
         status = case when known.status = 'ended' then 'ended' else excluded.status end,
         engaged_for = excluded.engaged_for`,
      [
        member.memberId,
        at.planId,
        at.patientId,
        member.role,
        member.partnerId,
        member.status,
        JSON.stringify(member.engagedFor),
        at.joinedAt,
      ],
    );
  }

  async end(tx: Transaction, memberId: string): Promise<void> {
    await tx.query(`update team_member_copy set status = 'ended' where member_id = $1`, [memberId]);
  }

  /** Back on the team; its dues count from now. */
  async rejoin(tx: Transaction, memberId: string, now: Date): Promise<void> {
    await tx.query(`update team_member_copy set status = 'active', joined_at = $2 where member_id = $1`, [
      memberId,
      now,
    ]);
  }

  async acknowledge(tx: Transaction, memberId: string, version: number): Promise<void> {
    await tx.query(
      `update team_member_copy set acknowledged_version = greatest(acknowledged_version, $2) where member_id = $1`,
      [memberId, version],
    );
  }

  async plansOfPartner(tx: Transaction, partnerId: string): Promise<string[]> {
    const rows = await tx.query<{ plan_id: string }[]>(
      `select distinct plan_id from team_member_copy where partner_id = $1 and status = 'active' order by plan_id`,
      [partnerId],
    );
    return rows.map((row) => row.plan_id);
  }

  /** Members whose part is done, with what they had acknowledged. */
  completed(tx: Transaction, planId: string): Promise<{ role: PartnerRole; acknowledgedVersion: number }[]> {
    return tx.query<{ role: PartnerRole; acknowledgedVersion: number }[]>(
      `select m.role, m.acknowledged_version as "acknowledgedVersion"
         from team_member_copy m join referral r on r.member_id = m.member_id
        where m.plan_id = $1 and m.status = 'ended' and r.state in ('completed', 'closed-confirmed')`,
      [planId],
    );
  }
}
