import type { PartnerRole } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team_member_copy')
export class TeamMemberCopy {
  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  @Column('text')
  role!: PartnerRole;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('text')
  status!: 'proposed' | 'active' | 'ended';

  @Column('jsonb', { name: 'engaged_for' })
  engagedFor!: string[];

  @Column('int', { name: 'acknowledged_version' })
  acknowledgedVersion!: number;

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt!: Date;
}
