import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'plan' })
export class PlanRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'current_version', type: 'int' })
  currentVersion!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
