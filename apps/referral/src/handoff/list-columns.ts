import type { Blocker, Contest, Lane } from '#contracts';
import { Column } from 'typeorm';

/** A blocker that a person set. */
export interface SetBlocker extends Pick<Blocker, 'kind' | 'note' | 'whoCanUnblock'> {
  by: string;
  at: string;
}

/** What the worklist knows about a handoff beside what is asked: who looks after it, what holds it up, what has reached whom. */
export abstract class ListColumns {
  @Column('text', { nullable: true })
  pool!: string | null;

  @Column('text', { array: true })
  labels!: string[];

  /** The day on which somebody looks at it again, `YYYY-MM-DD` at the clinic. */
  @Column('text', { name: 'chase_on', nullable: true })
  chaseOn!: string | null;

  @Column('text', { name: 'chase_reason', nullable: true })
  chaseReason!: string | null;

  /** Off the list until its day has come. */
  @Column('boolean')
  asleep!: boolean;

  @Column('jsonb', { nullable: true })
  blocker!: SetBlocker | null;

  /** The payer's permission for something that is asked is still out. Set by the news, never by a person. */
  @Column('boolean', { name: 'awaiting_authorization' })
  awaitingAuthorization!: boolean;

  @Column('boolean', { name: 'awaiting_consent' })
  awaitingConsent!: boolean;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { name: 'undeliverable_at', nullable: true })
  undeliverableAt!: Date | null;

  /** A person at the partner had it before their eyes. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt!: Date | null;

  /** The last objection of the partner, answered or not. */
  @Column('jsonb', { nullable: true })
  contest!: Contest | null;

  /** Set as long as that objection is not answered. */
  @Column('timestamptz', { name: 'contested_at', nullable: true })
  contestedAt!: Date | null;

  @Column('timestamptz', { name: 'answer_by', nullable: true })
  answerBy!: Date | null;

  /** When half of the time that runs now is used, and when half as much again. */
  @Column('timestamptz', { name: 'half_at', nullable: true })
  halfAt!: Date | null;

  @Column('timestamptz', { name: 'late_at', nullable: true })
  lateAt!: Date | null;

  @Column('timestamptz', { name: 'last_activity_at' })
  lastActivityAt!: Date;

  /** Computed by the database from the columns above and the status. */
  @Column({ type: 'text', name: 'waiting_on', insert: false, update: false })
  waitingOn!: Lane;
}

/** What a handoff that takes another's place takes over: what the clinic's people had set. */
export type Marks = Pick<ListColumns, 'pool' | 'labels' | 'chaseOn' | 'chaseReason' | 'blocker'>;

export const marksOf = ({ pool, labels, chaseOn, chaseReason, blocker }: Marks): Marks => ({
  pool,
  labels,
  chaseOn,
  chaseReason,
  blocker,
});

export const noMarks: Marks = { pool: null, labels: [], chaseOn: null, chaseReason: null, blocker: null };
