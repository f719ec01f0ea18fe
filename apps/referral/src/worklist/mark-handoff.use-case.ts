import { Outbox } from '#messaging';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { marked as hintOfMark } from '../handoff/handoff.events.js';
import { type HandoffEntry, type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';
import { ListMoments } from './list-moments.js';
import { type Mark, type Marking, marking, type MarkMoment } from './marks.js';

/**
 * A coordinator sets an owner or a pool, a chase date, a blocker or labels on one row. Kept in the row's history; other boards hear which row (`handoff.marked`).
 * Saying what is so already changes nothing.
 */
@Injectable()
export class MarkHandoff {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly moments: ListMoments,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { id, mark, user }: { id: string; mark: Mark; user: User }): Promise<void> {
    // A version that supersedes this handoff at the same moment hands the marks on, so it must see them.
    const handoff = await this.handoffs.lockFor(tx, id, user);
    const at = await this.momentOf(tx, user);
    const marked = await this.set(tx, handoff, mark, at);
    if (marked === null) return;
    await this.handoffs.addEntries(tx, lineOf(id, marked.text, at));
    await this.outbox.append(tx, hintOfMark(handoff, at.now));
  }

  /** For rows that are locked already; the line of the row's story is the caller's to write. */
  async set(tx: Transaction, handoff: HandoffRow, mark: Mark, at: MarkMoment): Promise<Marking> {
    const marked = marking(handoff, mark, at);
    if (marked !== null) await this.handoffs.change(tx, handoff.id, marked.changed);
    return marked;
  }

  async momentOf(tx: Transaction, user: User): Promise<MarkMoment> {
    const { now, today } = await this.moments.now(tx);
    return { now, today: today.toISODate() ?? '', by: user.name };
  }
}

/** The partner does not read it. */
export const lineOf = (handoffId: string, text: string, { now: at, by }: MarkMoment): HandoffEntry => ({
  ...{ handoffId, at, kind: 'history', text, by, forPartner: false },
});
