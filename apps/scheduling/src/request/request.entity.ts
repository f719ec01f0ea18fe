import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppointmentRequest, PartnerRole } from '#contracts';

/** A time that is wanted and waits to be booked. */
@Entity({ name: 'appointment_request' })
export class RequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'item_id', type: 'text' })
  itemId!: string;

  @Column({ type: 'text' })
  purpose!: AppointmentRequest['purpose'];

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  role!: PartnerRole | null;

  @Column({ type: 'timestamptz' })
  earliest!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  latest!: Date | null;

  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'text' })
  state!: AppointmentRequest['state'];

  @Column({ name: 'appointment_id', type: 'uuid', nullable: true })
  appointmentId!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
