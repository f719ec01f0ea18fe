import { type BulkAct as Request, type BulkResult, DomainError, type OutgoingEvent } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { marked } from '../handoff/handoff.events.js';
import { type HandoffEntry, type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';
import { bulkSummary } from './bulk-summary.js';
import { type BulkItemRow, BulkRepository } from './bulk.repository.js';
import { ListMoments } from './list-moments.js';
import { lineOf, MarkHandoff } from './mark-handoff.use-case.js';
import { type Mark, type MarkMoment, marksBefore } from './marks.js';
import { noReminder, RemindPartner } from './remind-partner.use-case.js';

type Outcome = Omit<BulkItemRow, 'handoffId' | 'partnerId'> & { text?: string };

const nothing = { before: null, after: null };
const missing: Outcome = { outcome: 'refused', reason: 'There is no such handoff.', ...nothing };

/**
 * One action on many rows. Each row is done, skipped (it is so already, or was contacted today) or refused with the reason, and no refusal
 * hides another row. Kept row by row: worked off twice, a row is done once.
 */
@Injectable()
export class BulkAct {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly marks: MarkHandoff,
    private readonly reminders: RemindPartner,
    private readonly bulks: BulkRepository,
    private readonly moments: ListMoments,
    private readonly outbox: Outbox,
  ) {}

  async start(tx: Transaction, bulk: { id: string; request: Request; user: User; now: Date }): Promise<void> {
    const { id, request, user, now } = bulk;
    await this.bulks.add(tx, { id, request, bySub: user.sub, byName: user.name, at: now });
  }

  /** Some of its rows, in a transaction of their own. */
  async work(tx: Transaction, { id, ids, user }: { id: string; ids: readonly string[]; user: User }): Promise<void> {
    const { request } = await this.bulks.lock(tx, id);
    const before = new Set((await this.bulks.items(tx, id)).map(({ handoffId }) => handoffId));
    const open = ids.filter((one) => !before.has(one));
    const rows = await this.handoffs.lockMany(tx, open);
    const at = await this.marks.momentOf(tx, user);
    const startOfDay = (await this.moments.now(tx)).today.toJSDate();
    const items: BulkItemRow[] = [];
    const lines: HandoffEntry[] = [];
    const hints: OutgoingEvent[] = [];
    for (const handoffId of open) {
      const row = rows.get(handoffId);
      const { text, ...outcome } = row ? await this.act(tx, row, request, { ...at, startOfDay }) : missing;
      items.push({ handoffId, partnerId: row?.partnerId ?? null, ...outcome });
      if (row === undefined || text === undefined) continue;
      lines.push(lineOf(handoffId, text, at));
      hints.push(marked(row, at.now));
    }
    await this.handoffs.addEntries(tx, ...lines);
    await this.outbox.append(tx, ...hints);
    await this.bulks.addItems(tx, id, items);
  }

  /** What reminding would do, without doing it. */
  async preview(tx: Transaction, request: Extract<Request, { action: 'remind' }>): Promise<BulkResult> {
    const rows = await this.handoffs.lockMany(tx, request.ids);
    const startOfDay = (await this.moments.now(tx)).today.toJSDate();
    const items = request.ids.map((handoffId) => {
      const row = rows.get(handoffId);
      const verdict = row ? noReminder(row, startOfDay) : missing;
      const { outcome, reason } = verdict ?? { outcome: 'done' as const, reason: null };
      return { handoffId, partnerId: row?.partnerId ?? null, outcome, reason };
    });
    return bulkSummary(null, request.action, items);
  }

  async result(tx: Transaction, id: string): Promise<BulkResult> {
    const { request } = await this.bulks.lock(tx, id);
    const items = new Map((await this.bulks.items(tx, id)).map((item) => [item.handoffId, item]));
    // In the order in which they were sent.
    const sent = [...new Set(request.ids)].flatMap((handoffId) => items.get(handoffId) ?? []);
    return bulkSummary(id, request.action, sent);
  }

  private async act(
    tx: Transaction,
    row: HandoffRow,
    request: Request,
    at: MarkMoment & { startOfDay: Date },
  ): Promise<Outcome> {
    if (request.action === 'remind') {
      const verdict = noReminder(row, at.startOfDay);
      if (verdict) return { ...verdict, ...nothing };
      await this.reminders.execute(tx, row, at);
      return { outcome: 'done', reason: null, ...nothing };
    }
    const { ids: _ids, ...mark } = request;
    return this.mark(tx, row, mark, at);
  }

  /** A refusal is decided before anything is written, so the other rows of the transaction stand. */
  private async mark(tx: Transaction, row: HandoffRow, mark: Mark, at: MarkMoment): Promise<Outcome> {
    const before = marksBefore(row, mark.action);
    try {
      const set = await this.marks.set(tx, row, mark, at);
      if (set === null) return { outcome: 'skipped', reason: 'so already', ...nothing };
      const after = { ...before, ...set.changed };
      return { outcome: 'done', reason: null, before, after, text: set.text };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields = error.errors.map(({ path, message }) => `${path}: ${message}`);
      return { outcome: 'refused', reason: [error.detail, ...fields].join(' '), ...nothing };
    }
  }
}
