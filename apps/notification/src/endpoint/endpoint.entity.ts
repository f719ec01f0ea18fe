import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Endpoint } from '#contracts';

/** A secret as it lies in the database. */
export interface SealedSecret {
  sealed: string;
  /** Until when it signs; null: without end. */
  until: string | null;
}

@Entity({ name: 'endpoint' })
export class EndpointRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'partner_id', type: 'text' })
  partnerId!: string;

  @Column({ type: 'text' })
  kind!: Endpoint['kind'];

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  state!: Endpoint['state'];

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  secrets!: SealedSecret[];

  @Column({ type: 'int' })
  failures!: number;

  @Column({ name: 'open_until', type: 'timestamptz', nullable: true })
  openUntil!: Date | null;

  @Column({ name: 'last_delivered_at', type: 'timestamptz', nullable: true })
  lastDeliveredAt!: Date | null;

  @Column({ name: 'last_failed_at', type: 'timestamptz', nullable: true })
  lastFailedAt!: Date | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
