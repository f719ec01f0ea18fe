import type { PlanDocument } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_version_copy')
export class PlanVersionCopy {
  @PrimaryColumn('uuid', { name: 'plan_id' })
  planId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  @Column('jsonb')
  document!: PlanDocument;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  /** The version that this one undoes, which should never have existed. */
  @Column('int', { nullable: true })
  corrects!: number | null;

  /** Rulesets by their hashes: of the preview and publication, and of what followed here. Null in copies older than the columns. */
  @Column('text', { name: 'published_with', nullable: true })
  publishedWith!: string | null;

  @Column('text', { name: 'applied_with', nullable: true })
  appliedWith!: string | null;

  /** Desks work from the step to this version, once. */
  @Column('boolean', { name: 'desks_informed' })
  desksInformed!: boolean;
}
