import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Delivery, Urgency } from '#contracts';

/**
 * One message to one organization over one channel. What is asked stays where it was computed: only what a webhook must carry lies here,
 * sealed, until it has arrived.
 */
@Entity({ name: 'delivery' })
export class DeliveryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Grows in the order in which messages were made: in it they are sent. */
  @Column({ type: 'bigint', generated: 'increment', insert: false, update: false })
  number!: string;

  @Column({ name: 'handoff_id', type: 'uuid', nullable: true })
  handoffId!: string | null;

  @Column({ name: 'release_id', type: 'uuid', nullable: true })
  releaseId!: string | null;

  @Column({ name: 'consent_id', type: 'uuid', nullable: true })
  consentId!: string | null;

  @Column({ type: 'text' })
  kind!: Delivery['kind'];

  /** The event that a notice tells of; null for the handoff itself and for what ends it, which are told once each. */
  @Column({ name: 'notice_id', type: 'uuid', nullable: true })
  noticeId!: string | null;

  /** The referral that a notice is about; null: the handoff. */
  @Column({ name: 'referral_id', type: 'uuid', nullable: true })
  referralId!: string | null;

  /** Whom the handoff was issued to: by it what is said of a referral finds its newest handoff. */
  @Column({ name: 'member_id', type: 'uuid', nullable: true })
  memberId!: string | null;

  /** Of a handoff: why nobody waits for an answer to it any more. */
  @Column({ name: 'ended_as', type: 'text', nullable: true })
  endedAs!: 'acknowledged' | 'superseded' | 'withdrawn' | null;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'partner_id', type: 'text' })
  partnerId!: string;

  @Column({ type: 'text' })
  urgency!: Urgency;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'text' })
  channel!: Delivery['channel'];

  @Column({ name: 'endpoint_id', type: 'uuid', nullable: true })
  endpointId!: string | null;

  @Column({ type: 'text' })
  state!: Delivery['state'];

  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  /** Of what goes to a partner's system: consecutive for the partner, from the first attempt on. */
  @Column({ type: 'bigint', nullable: true })
  sequence!: string | null;

  @Column({ name: 'sealed_body', type: 'text', nullable: true })
  sealedBody!: string | null;

  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  @Column({ name: 'give_up_at', type: 'timestamptz', nullable: true })
  giveUpAt!: Date | null;

  /** Failed tries of this round: a resend begins a new one. */
  @Column({ type: 'int' })
  tries!: number;

  @Column({ name: 'in_digest', type: 'boolean' })
  inDigest!: boolean;

  /** The partner was asked about this before. */
  @Column({ name: 'is_update', type: 'boolean' })
  isUpdate!: boolean;

  /** Whose attempt it is. */
  @Column({ type: 'uuid', nullable: true })
  lease!: string | null;

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  @Column({ name: 'may_have_arrived', type: 'boolean' })
  mayHaveArrived!: boolean;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
