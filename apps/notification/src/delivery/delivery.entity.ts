import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Delivery, Urgency } from '#contracts';

/** Who was told about which handoff, and how soon they must answer. Of the handoff's content nothing is kept here. */
@Entity({ name: 'delivery' })
export class DeliveryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'handoff_id', type: 'uuid' })
  handoffId!: string;

  @Column({ type: 'text' })
  kind!: Delivery['kind'];

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

  @Column({ type: 'text' })
  state!: Delivery['state'];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
