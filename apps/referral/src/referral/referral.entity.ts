import type { PartnerRole } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReferralState } from './referral.states.js';

@Entity('referral')
export class Referral {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  /** One referral per member, as long as it is on the team. */
  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  role!: PartnerRole;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  /** The handoff that asked for the first time. */
  @Column('uuid', { name: 'handoff_id' })
  handoffId!: string;

  @Column('text')
  state!: ReferralState;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  /** Reason of a decline or cancellation, outcome of a completion. */
  @Column('text', { nullable: true })
  note!: string | null;
}
