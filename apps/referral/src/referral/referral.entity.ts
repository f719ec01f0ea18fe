import type {
  DeclineFamily,
  holdCauses,
  InformationItem,
  PartnerRole,
  ReferralAct,
  ReferralState,
  Urgency,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('referral')
export class Referral {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'patient_id' })
  patientId!: string;

  /** One open referral per member; an ended one may be followed by another. */
  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  role!: PartnerRole;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  /** The handoff that asked for the first time; null while it is a draft. */
  @Column('uuid', { name: 'handoff_id', nullable: true })
  handoffId!: string | null;

  @Column('text')
  state!: ReferralState;

  /** The state that it came from. */
  @Column('text', { nullable: true })
  before!: ReferralState | null;

  /** Of the handoff that asked first: which service level counts. */
  @Column('text')
  urgency!: Urgency;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  /** When it came into its present state; a step that stays where it is (a new time, one more report) counts. */
  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  /** Reason of a decline or cancellation, outcome of a completion. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** What is due next: an instant, the zone it was counted in, and whose business days. */
  @Column('text', { nullable: true })
  clock!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('text', { name: 'due_zone', nullable: true })
  dueZone!: string | null;

  @Column('text', { name: 'due_calendar', nullable: true })
  dueCalendar!: string | null;

  /** Until when the partner owes its answer; moved by the time that a question of its own took us. */
  @Column('timestamptz', { name: 'answer_due_at', nullable: true })
  answerDueAt!: Date | null;

  /** Since when that clock stands still. */
  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  delivered!: ReferralAct | null;

  @Column('jsonb', { nullable: true })
  received!: ReferralAct | null;

  @Column('jsonb', { nullable: true })
  accepted!: ReferralAct | null;

  @Column('jsonb', { nullable: true })
  confirmed!: ReferralAct | null;

  @Column('text', { nullable: true })
  family!: DeclineFamily | null;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('jsonb')
  missing!: InformationItem[];

  @Column('timestamptz', { name: 'appointment_at', nullable: true })
  appointmentAt!: Date | null;

  /** The appointment of scheduling that it follows; null: nobody has booked there. */
  @Column('uuid', { name: 'appointment_id', nullable: true })
  appointmentId!: string | null;

  /** The patient has said that it comes. */
  @Column('boolean', { name: 'appointment_confirmed' })
  appointmentConfirmed!: boolean;

  @Column('timestamptz', { name: 'visit_at', nullable: true })
  visitAt!: Date | null;

  @Column('timestamptz', { name: 'reported_at', nullable: true })
  reportedAt!: Date | null;

  /** When a person at the partner wrote how it went; progress that therapy tells of is no summary. */
  @Column('timestamptz', { name: 'summary_at', nullable: true })
  summaryAt!: Date | null;

  @Column('text', { name: 'next_report_on', nullable: true })
  nextReportOn!: string | null;

  @Column('text', { name: 'review_on', nullable: true })
  reviewOn!: string | null;

  @Column('text', { name: 'hold_cause', nullable: true })
  holdCause!: (typeof holdCauses)[number] | null;

  @Column('int', { nullable: true })
  visits!: number | null;

  @Column('uuid', { name: 'follows_id', nullable: true })
  followsId!: string | null;

  @Column('uuid', { name: 'followed_by_id', nullable: true })
  followedById!: string | null;
}
