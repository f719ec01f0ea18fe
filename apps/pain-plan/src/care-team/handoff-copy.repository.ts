import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { HandoffCopyRow } from './handoff-copy.entity.js';

@Injectable()
export class HandoffCopyRepository {
  async keep(tx: Transaction, handoff: Omit<HandoffCopyRow, 'contest'>): Promise<void> {
    await tx.query(
      `insert into handoff_copy (id, plan_id, role, member_id, state, urgency, due_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set member_id = excluded.member_id, state = excluded.state, urgency = excluded.urgency, due_at = excluded.due_at
       where handoff_copy.state <> 'closed'`,
      [handoff.id, handoff.planId, handoff.role, handoff.memberId, handoff.state, handoff.urgency, handoff.dueAt],
    );
  }

  async close(tx: Transaction, handoffId: string): Promise<void> {
    await tx.update(HandoffCopyRow, { id: handoffId }, { state: 'closed' });
  }

  async contest(tx: Transaction, handoffId: string, contest: HandoffCopyRow['contest']): Promise<void> {
    await tx.update(HandoffCopyRow, { id: handoffId, state: 'open' }, { contest: contest as object | null });
  }

  async postpone(tx: Transaction, handoffId: string, dueAt: Date): Promise<void> {
    await tx.update(HandoffCopyRow, { id: handoffId, state: 'open' }, { dueAt });
  }

  /** Chosen, but not yet asked: neither unassigned any more nor open. */
  async assign(tx: Transaction, handoffId: string, memberId: string): Promise<void> {
    await tx.update(HandoffCopyRow, { id: handoffId, state: 'unassigned' }, { state: 'assigned', memberId });
  }
}
