import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor, PlanChange, PlanDocument } from '#contracts';

/** Immutable once inserted; a database trigger refuses anything else. */
@Entity({ name: 'plan_version' })
export class PlanVersionRow {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  document!: PlanDocument;

  @Column({ type: 'jsonb' })
  changes!: PlanChange[];

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'jsonb' })
  author!: Actor;

  @Column({ name: 'ruleset_version', type: 'text' })
  rulesetVersion!: string;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;
}
