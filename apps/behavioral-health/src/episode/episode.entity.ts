import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BehavioralEpisode } from '#contracts';

/** Status only. `stated*` is what the newest plan version says about the item, to tell a new statement from a repeated one. */
@Entity({ name: 'episode' })
export class EpisodeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'item_id', type: 'text' })
  itemId!: string;

  @Column({ type: 'text' })
  kind!: BehavioralEpisode['kind'];

  @Column({ type: 'text' })
  state!: BehavioralEpisode['state'];

  @Column({ type: 'text', nullable: true })
  clearance!: BehavioralEpisode['clearance'];

  @Column({ name: 'stated_status', type: 'text' })
  statedStatus!: BehavioralEpisode['state'];

  @Column({ name: 'stated_clearance', type: 'text', nullable: true })
  statedClearance!: BehavioralEpisode['clearance'];

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
