import type { ReferralState, WaitingOn } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('referral_step')
export class ReferralStep {
  @PrimaryColumn('bigint', { generated: 'identity' })
  number!: string;

  @Column('uuid', { name: 'referral_id' })
  referralId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  event!: string;

  @Column('text', { nullable: true })
  before!: ReferralState | null;

  @Column('text')
  state!: ReferralState;

  @Column('text', { name: 'waiting_on' })
  waitingOn!: WaitingOn;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Null when a clock or another service did it. */
  @Column('text', { name: 'by_name', nullable: true })
  by!: string | null;
}
