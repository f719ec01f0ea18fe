import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'timeline_entry' })
export class TimelineEntryRow {
  @PrimaryColumn({ type: 'bigint', generated: 'increment' })
  id!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  by!: string | null;

  @Column({ name: 'plan_version', type: 'int', nullable: true })
  planVersion!: number | null;

  /** The handoff that it tells of. */
  @Column({ name: 'handoff_id', type: 'uuid', nullable: true })
  handoffId!: string | null;
}
