import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Appointment } from '#contracts';

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

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
