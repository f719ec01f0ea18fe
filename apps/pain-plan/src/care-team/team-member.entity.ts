import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartnerRole, ReferralState, TeamMember } from '#contracts';
import type { EndReason, Member } from './member.js';

@Entity({ name: 'team_member' })
export class TeamMemberRow implements Member {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ type: 'text' })
  role!: PartnerRole;

  @Column({ name: 'partner_id', type: 'text' })
  partnerId!: string;

  @Column({ type: 'text' })
  status!: TeamMember['status'];

  @Column({ name: 'engaged_for', type: 'jsonb' })
  engagedFor!: string[];

  @Column({ name: 'acknowledged_version', type: 'int' })
  acknowledgedVersion!: number;

  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'ended_reason', type: 'text', nullable: true })
  endedReason!: EndReason | null;

  @Column({ name: 'referral_state', type: 'text', nullable: true })
  referralState!: ReferralState | null;

  @Column({ type: 'text', nullable: true })
  concern!: string | null;

  @Column({ name: 'last_heard_at', type: 'timestamptz', nullable: true })
  lastHeardAt!: Date | null;
}
