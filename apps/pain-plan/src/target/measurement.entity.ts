import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from '#contracts';
import type { Measurement } from './measurement.js';

@Entity({ name: 'measurement' })
export class MeasurementRow implements Measurement {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'target_id', type: 'text' })
  targetId!: string;

  @Column({ type: 'text' })
  measure!: string;

  @Column({ type: 'double precision' })
  value!: number;

  @Column({ name: 'measured_at', type: 'timestamptz' })
  measuredAt!: Date;

  @Column({ type: 'text' })
  source!: 'clinic' | 'partner' | 'patient';

  @Column({ name: 'measured_by', type: 'jsonb' })
  measuredBy!: Actor;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}
