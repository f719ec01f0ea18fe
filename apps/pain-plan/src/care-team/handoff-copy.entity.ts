import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartnerRole, TeamStatusEntry, Urgency } from '#contracts';

/** What the team ledger shows of referral's handoffs, kept by events. `closed` is final. */
@Entity({ name: 'handoff_copy' })
export class HandoffCopyRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ type: 'text' })
  role!: PartnerRole;

  @Column({ name: 'member_id', type: 'uuid', nullable: true })
  memberId!: string | null;

  @Column({ type: 'text' })
  state!: 'unassigned' | 'assigned' | 'open' | 'closed';

  @Column({ type: 'text' })
  urgency!: Urgency;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  /** The partner's objection, as long as nobody has answered it. */
  @Column({ type: 'jsonb', nullable: true })
  contest!: TeamStatusEntry['contest'];
}
