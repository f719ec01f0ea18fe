import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rehab, TherapyDischarge } from '#contracts';
import type { EpisodeState, StatedState } from './episode.states.js';

/** One course of therapy: one rehab item of one plan. */
@Entity({ name: 'episode' })
export class EpisodeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'rehab_item_id', type: 'text' })
  rehabItemId!: string;

  @Column({ type: 'text' })
  discipline!: Rehab['discipline'];

  @Column({ type: 'text' })
  state!: EpisodeState;

  /** What the newest plan version says, to tell a new statement from a repeated one. */
  @Column({ type: 'text' })
  stated!: StatedState;

  @Column({ type: 'jsonb' })
  prescription!: Rehab;

  @Column({ type: 'int' })
  visits!: number;

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  /** The whole of what the therapist ended with. */
  @Column({ type: 'jsonb', nullable: true })
  discharge!: TherapyDischarge | null;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
