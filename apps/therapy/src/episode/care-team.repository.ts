import { Injectable } from '@nestjs/common';
import { rehabDisciplines, type Rehab, type TeamMember } from '#contracts';
import type { Transaction } from '#platform';

type Member = Pick<TeamMember, 'memberId' | 'role' | 'partnerId' | 'status'> & {
  planId: string;
  patientId: string;
  /** Left out by who does not know it: then what is known stays. */
  engagedFor?: string[];
};

export const isTherapy = (role: TeamMember['role']): role is Rehab['discipline'] =>
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

  /** A version that the partner stated to work from; the news of it may come before the version itself. */
  async acknowledge(tx: Transaction, known: { memberId: string; version: number; at: Date }): Promise<void> {
    await tx.query(
      `insert into acknowledgement (member_id, version, acknowledged_at) values ($1, $2, $3) on conflict do nothing`,
      [known.memberId, known.version, known.at],
    );
  }

  /** What the member had acknowledged at that moment; 0 for nothing. */
  async acknowledgedBy(tx: Transaction, memberId: string, at: Date): Promise<number> {
    const [row] = await tx.query<{ version: number | null }[]>(
      'select max(version) as version from acknowledgement where member_id = $1 and acknowledged_at <= $2',
      [memberId, at],
    );
    return row?.version ?? 0;
  }
}
