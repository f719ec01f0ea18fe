import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Authorization } from '#contracts';

/** The payer's permission for one item of one plan. The word `authorization` belongs to SQL, hence the table's name. */
@Entity({ name: 'payer_authorization' })
export class AuthorizationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'item_id', type: 'text' })
  itemId!: string;

  @Column({ type: 'text' })
  kind!: Authorization['kind'];

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  state!: Authorization['state'];

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom!: string | null;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil!: string | null;

  /** How often; null: the payer does not count. */
  @Column({ type: 'int', nullable: true })
  units!: number | null;

  @Column({ name: 'units_used', type: 'int' })
  unitsUsed!: number;

  @Column({ type: 'text', nullable: true })
  side!: Authorization['side'];

  @Column({ type: 'jsonb', nullable: true })
  level!: string[] | null;

  @Column({ type: 'boolean' })
  partly!: boolean;

  /** The sites of the payer's network, by partner id. */
  @Column({ type: 'jsonb', nullable: true })
  sites!: string[] | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'payer_reason', type: 'text', nullable: true })
  payerReason!: string | null;

  @Column({ name: 'appeal_by', type: 'date', nullable: true })
  appealBy!: string | null;

  @Column({ name: 'needed_at', type: 'timestamptz' })
  neededAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
