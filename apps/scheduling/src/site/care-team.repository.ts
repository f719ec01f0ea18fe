import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PartnerRole, TeamMember } from '#contracts';
import type { Transaction } from '#platform';

export interface Membership {
  planId: string;
  role: PartnerRole;
  partnerId: string;
  status: TeamMember['status'];
  /** The partner has said that it takes the patient. */
  accepted: boolean;
}

type Member = Pick<TeamMember, 'memberId' | 'role' | 'partnerId' | 'status'> & { planId: string; patientId: string };

const columns = `plan_id as "planId", role, partner_id as "partnerId", status, accepted`;

/** Who treats whom, and who has agreed to. */
@Injectable()
export class CareTeamRepository {
  /** An ended membership stays ended: a late event of another topic cannot open the patient's record again. */
  async keep(tx: Transaction, member: Member): Promise<void> {
    const { memberId, planId, patientId, role, partnerId, status } = member;
    await tx.query(
      `insert into team_member as known (member_id, plan_id, patient_id, role, partner_id, status, accepted)
       values ($1, $2, $3, $4, $5, $6, false)
       on conflict (member_id) do update set status = excluded.status where known.status <> 'ended'`,
      [memberId, planId, patientId, role, partnerId, status],
    );
  }

  /** The acceptance may arrive before the membership itself: the topics are not ordered with one another. */
  async accept(tx: Transaction, member: Omit<Member, 'status'>): Promise<void> {
    await this.keep(tx, { ...member, status: 'active' });
    await tx.query(`update team_member set accepted = true where member_id = $1`, [member.memberId]);
  }

  async ofPlan(reader: EntityManager, planId: string): Promise<Membership[]> {
    return reader.query<Membership[]>(
      `select ${columns} from team_member where plan_id = $1 order by role, partner_id`,
      [planId],
    );
  }
}
