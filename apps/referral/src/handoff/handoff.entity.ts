import type { Ask, HandoffStatus, PartnerHandoff, PartnerRole, PlanChange, PlanSlice, Urgency } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ListColumns } from './list-columns.js';

@Entity('handoff')
export class Handoff extends ListColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  @Column('text')
  role!: PartnerRole;

  /** Null while unassigned. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('text', { name: 'partner_id', nullable: true })
  partnerId!: string | null;

  @Column('text')
  status!: HandoffStatus;

  /** The version the member works from; everything since then that concerns it is in `asks`. */
  @Column('int', { name: 'from_version' })
  fromVersion!: number;

  /** The version that brought the present content. */
  @Column('int', { name: 'content_version' })
  contentVersion!: number;

  /** Later versions that changed nothing here move only this. */
  @Column('int', { name: 'through_version' })
  throughVersion!: number;

  @Column('text')
  urgency!: Urgency;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('jsonb')
  asks!: Ask[];

  @Column('jsonb')
  slice!: PlanSlice;

  @Column('jsonb')
  changes!: PlanChange[];

  @Column('text', { name: 'ruleset_version' })
  rulesetVersion!: string;

  @Column('uuid', { nullable: true })
  supersedes!: string | null;

  @Column('uuid', { name: 'superseded_by', nullable: true })
  supersededBy!: string | null;

  /** Who at the clinic looks after it. */
  @Column('text', { nullable: true })
  owner!: string | null;

  @Column('jsonb', { nullable: true })
  acknowledgement!: PartnerHandoff['acknowledgement'];

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
