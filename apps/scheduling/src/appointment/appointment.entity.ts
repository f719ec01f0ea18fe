import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Appointment, blockCauses, PartnerRole } from '#contracts';

@Entity({ name: 'appointment' })
export class AppointmentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'item_id', type: 'text' })
  itemId!: string;

  @Column({ type: 'text' })
  kind!: Appointment['kind'];

  /** Tells the diary calls of one block apart: 6 or 24. Zero for everything else. */
  @Column({ name: 'hours_after', type: 'int' })
  hoursAfter!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  state!: Appointment['state'];

  /** What the desk itself closed is not opened again by a plan that only repeats itself. */
  @Column({ name: 'settled_by_desk', type: 'boolean' })
  settledByDesk!: boolean;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  /** The time that the plan named last; null: no version has taken up what the desk reserved. */
  @Column({ name: 'plan_starts_at', type: 'timestamptz', nullable: true })
  planStartsAt!: Date | null;

  @Column({ type: 'int' })
  minutes!: number;

  /** Null: at the clinic. */
  @Column({ name: 'partner_id', type: 'text', nullable: true })
  partnerId!: string | null;

  /** In which role of the care team the organization sees the patient. */
  @Column({ type: 'text', nullable: true })
  role!: PartnerRole | null;

  @Column({ type: 'text', nullable: true })
  resource!: string | null;

  @Column({ name: 'request_id', type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ name: 'blocked_cause', type: 'text', nullable: true })
  blockedCause!: (typeof blockCauses)[number] | null;

  @Column({ name: 'blocked_reason', type: 'text', nullable: true })
  blockedReason!: string | null;

  /** How often in a row the patient did not come, this one included. */
  @Column({ type: 'int' })
  missed!: number;

  /** Grows with every change that a calendar must take over. */
  @Column({ type: 'int' })
  sequence!: number;

  /** Why it was cancelled. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  override!: Appointment['override'];

  /** A therapy session that loads; after a procedure a light one is possible earlier. */
  @Column({ type: 'boolean' })
  loading!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
