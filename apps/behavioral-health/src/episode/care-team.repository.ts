import { Injectable } from '@nestjs/common';
import type { TeamMember } from '#contracts';
import type { Transaction } from '#platform';

type Member = Pick<TeamMember, 'memberId' | 'partnerId' | 'status'> & { planId: string; patientId: string };

/** Which organization treats whom. Members of other roles are never stored here. */
@Injectable()
export class CareTeamRepository {
  /** An ended membership stays ended: a late event of another topic cannot open the patient’s record again. */
  async keep(tx: Transaction, member: Member): Promise<void> {
    await tx.query(
      `insert into team_member as known (member_id, plan_id, patient_id, partner_id, status) values ($1, $2, $3, $4, $5)
       on conflict (member_id) do update set status = excluded.status where known.status <> 'ended'`,
      [member.memberId, member.planId, member.patientId, member.partnerId, member.status],
    );
  }
}
