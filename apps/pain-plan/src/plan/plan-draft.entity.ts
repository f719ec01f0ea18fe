import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanDocument } from '#contracts';

/** One for each plan and physician: two physicians at work never overwrite each other. */
@Entity({ name: 'plan_draft' })
export class PlanDraftRow {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ name: 'author_sub', type: 'text' })
  authorSub!: string;

  @Column({ type: 'jsonb' })
  document!: PlanDocument;

  @Column({ name: 'based_on', type: 'int' })
  basedOn!: number;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt!: Date;
}
