import type { AdviceState, PartnerRole, ReferralAct } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('advice')
export class AdviceRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  @Column('text', { name: 'item_id', nullable: true })
  itemId!: string | null;

  /** Who owes the answer. */
  @Column('text', { name: 'asked_of' })
  to!: 'physician' | 'partner';

  /** The organization that is asked, or that asks. */
  @Column('text', { name: 'partner_id', nullable: true })
  partnerId!: string | null;

  @Column('text', { nullable: true })
  role!: PartnerRole | null;

  @Column('text')
  state!: AdviceState;

  @Column('text')
  question!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('jsonb', { nullable: true })
  answered!: (ReferralAct & { by: string }) | null;

  @Column('uuid', { name: 'referral_id', nullable: true })
  referralId!: string | null;
}
