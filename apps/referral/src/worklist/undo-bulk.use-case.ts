import { isDeepStrictEqual } from 'node:util';
import { type BulkItem, DomainError, type OutgoingEvent } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { marked } from '../handoff/handoff.events.js';
import { type HandoffEntry, type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';
import { type BulkItemRow, BulkRepository } from './bulk.repository.js';
import { lineOf, MarkHandoff } from './mark-handoff.use-case.js';
import type { Marked } from './marks.js';

/**
 * Takes back what a bulk action set: every row that still stands as it was left gets back what it had. A row that somebody has changed
 * since keeps the newer decision, and says so. What left the house cannot be taken back. Taking back twice is once.
 */
@Injectable()
export class UndoBulk {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly bulks: BulkRepository,
    private readonly marks: MarkHandoff,
    private readonly outbox: Outbox,
  ) {}

  /** The rows to take back; refuses what left the house. */
  async start(tx: Transaction, { id, now }: { id: string; now: Date }): Promise<string[]> {
    const { request } = await this.bulks.lock(tx, id);
    if (request.action === 'remind') {
      const says = 'Reminders have left the house and cannot be taken back.';
      throw new DomainError('illegal-transition', says, [], { state: 'sent', allowed: [] });
    }
    await this.bulks.markUndone(tx, id, now);
    return (await this.bulks.items(tx, id)).filter(({ outcome }) => outcome === 'done').map((item) => item.handoffId);
  }

  async work(tx: Transaction, { id, ids, user }: { id: string; ids: readonly string[]; user: User }): Promise<void> {
    await this.bulks.lock(tx, id);
    const rows = await this.handoffs.lockMany(tx, ids);
    const at = await this.marks.momentOf(tx, user);
    const done = (await this.bulks.items(tx, id)).filter(({ outcome }) => outcome === 'done');
    const items: BulkItem[] = [];
    const lines: HandoffEntry[] = [];
    const hints: OutgoingEvent[] = [];
    for (const item of done) {
      const row = rows.get(item.handoffId);
      if (!row) continue;
      const target = await this.standingIn(tx, row);
      const isBack = await this.takeBack(tx, item, target);
      const reason = isBack ? null : 'Changed since: the newer decision stays.';
      items.push({ handoffId: item.handoffId, outcome: isBack ? 'undone' : 'refused', reason });
      if (!isBack) continue;
      lines.push(lineOf(target.id, 'Taken back, as it was before the bulk action.', at));
      hints.push(marked(target, at.now));
    }
    await this.handoffs.addEntries(tx, ...lines);
    await this.outbox.append(tx, ...hints);
    await this.bulks.changeItems(tx, id, items);
  }

  private async takeBack(tx: Transaction, { before, after }: BulkItemRow, target: HandoffRow): Promise<boolean> {
    if (before === null || after === null || !stillStands(target, after)) return false;
    await this.handoffs.change(tx, target.id, before);
    return true;
  }

  /** A handoff that was replaced meanwhile handed its marks on. */
  private async standingIn(tx: Transaction, row: HandoffRow): Promise<HandoffRow> {
    if (row.status !== 'superseded') return row;
    return (await this.handoffs.find(tx, await this.handoffs.lastReplacement(tx, row.id))) ?? row;
  }
}

/** Waking up on its day is the clock's doing and nobody's decision. */
const stillStands = (row: HandoffRow, { asleep: _asleep, ...after }: Partial<Marked>): boolean =>
  Object.entries(after).every(([column, value]) => isDeepStrictEqual(row[column as keyof Marked], value));
