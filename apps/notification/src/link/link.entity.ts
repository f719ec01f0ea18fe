import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A one-time link to one handoff of one organization. The token itself is kept nowhere. */
@Entity({ name: 'handoff_link' })
export class LinkRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ name: 'handoff_id', type: 'uuid' })
  handoffId!: string;

  @Column({ name: 'patient_id', type: 'uuid' })
  patientId!: string;

  @Column({ name: 'partner_id', type: 'text' })
  partnerId!: string;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** Why nobody may come this way any more. */
  @Column({ name: 'closed_as', type: 'text', nullable: true })
  closedAs!: 'superseded' | 'withdrawn' | 'revoked' | null;

  /** The handoff that took this one's place. */
  @Column({ name: 'next_handoff_id', type: 'uuid', nullable: true })
  nextHandoffId!: string | null;
}
