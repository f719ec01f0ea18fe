import { Injectable } from '@nestjs/common';
import { rehabDisciplines, type Rehab, type TeamMember } from '#contracts';
import type { Transaction } from '#platform';

type Member = Pick<TeamMember, 'memberId' | 'role' | 'partnerId' | 'status'> & {
  planId: string;
  patientId: string;
  /** Left out by who does not know it: then what is known stays. */
  engagedFor?: string[];
};

const isTherapy = (role: TeamMember['role']): role is Rehab['discipline'] =>
  (rehabDisciplines as readonly string[]).includes(role);

/** Which organization treats whom. Members of other roles are not kept. */
@Injectable()
export class CareTeamRepository {
  /** An ended membership stays ended: a late event of another topic cannot open the patient’s record again. */
  async keep(tx: Transaction, member: Member): Promise<void> {
    if (!isTherapy(member.role)) return;
    await tx.query(
      `insert into team_member as known (member_id, plan_id, patient_id, role, partner_id, status, engaged_for)
       values ($1, $2, $3, $4, $5, $6, coalesce($7::text[], '{}'))
       on conflict (member_id) do update
          set status = excluded.status, engaged_for = coalesce($7::text[], known.engaged_for)
        where known.status <> 'ended'`,
      [
        member.memberId,
        member.planId,
        member.patientId,
        member.role,
        member.partnerId,
        member.status,
        member.engagedFor ?? null,
      ],
    );
  }
}
