import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HistoryPacket } from '#contracts';

@Entity({ name: 'history_packet' })
export class HistoryPacketRow {
  @PrimaryColumn({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ type: 'jsonb' })
  packet!: HistoryPacket;

  @Column({ type: 'jsonb' })
  missing!: string[];

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}
