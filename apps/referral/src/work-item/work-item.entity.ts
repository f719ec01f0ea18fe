import type { Ask, DeskRole, PartnerRole } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('work_item')
export class WorkItem {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  @Column('text')
  desk!: DeskRole;

  @Column('int', { name: 'plan_version' })
  planVersion!: number;

  @Column('text', { name: 'rule_id' })
  ruleId!: string;

  /** The plan item it is about: an answer about that item may close it. */
  @Column('text', { name: 'item_id', nullable: true })
  itemId!: string | null;

  /** The partner role it is about, for items that end when somebody takes the role. */
  @Column('text', { nullable: true })
  role!: PartnerRole | null;

  @Column('jsonb')
  ask!: Ask;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('text')
  status!: 'open' | 'done' | 'no-longer-needed';

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** Who said: I look after this. */
  @Column('text', { name: 'taken_by', nullable: true })
  takenBy!: string | null;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt!: Date | null;

  /** How often it rang before somebody took it. */
  @Column('int')
  alarms!: number;

  /** A day at the clinic; text, so that no zone shifts it. */
  @Column('text', { name: 'later_until', nullable: true })
  laterUntil!: string | null;

  @Column('jsonb', { nullable: true })
  delegated!: { by: string; at: string; note: string | null } | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** How a plateau was answered. */
  @Column('text', { nullable: true })
  decision!: 'new-version' | 'continue' | 'refer' | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;
}
