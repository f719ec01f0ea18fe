import { type BulkAct, type BulkItem, DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Marked } from './marks.js';

export interface BulkRow {
  id: string;
  request: BulkAct;
}

export interface BulkItemRow extends BulkItem {
  partnerId: string | null;
  before: Partial<Marked> | null;
  after: Partial<Marked> | null;
}

/** What was done to many rows at once, row by row: the answer that a repeated request gets, and what taking it back restores. */
@Injectable()
export class BulkRepository {
  async add(tx: Transaction, bulk: BulkRow & { bySub: string; byName: string; at: Date }): Promise<void> {
    await tx.query(`insert into bulk_action (id, by_sub, by_name, at, request) values ($1, $2, $3, $4, $5)`, [
      bulk.id,
      bulk.bySub,
      bulk.byName,
      bulk.at,
      JSON.stringify(bulk.request),
    ]);
  }

  /** Locked, so that the same request sent twice at once works one group after the other. */
  async lock(tx: Transaction, id: string): Promise<BulkRow> {
    const [row] = await tx.query<BulkRow[]>(`select id, request from bulk_action where id = $1 for update`, [id]);
    if (!row) throw new DomainError('not-found', 'There is no such bulk action.');
    return row;
  }

  async markUndone(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.query(`update bulk_action set undone_at = coalesce(undone_at, $2) where id = $1`, [id, at]);
  }

  async items(tx: Transaction, id: string): Promise<BulkItemRow[]> {
    return tx.query<BulkItemRow[]>(
      `select handoff_id as "handoffId", outcome, reason, partner_id as "partnerId", before, after
         from bulk_item where bulk_id = $1`,
      [id],
    );
  }

  async addItems(tx: Transaction, bulkId: string, items: readonly BulkItemRow[]): Promise<void> {
    await tx.query(
      `insert into bulk_item (bulk_id, handoff_id, outcome, reason, partner_id, before, after)
       select $1, (item ->> 'handoffId')::uuid, item ->> 'outcome', item ->> 'reason', item ->> 'partnerId',
              nullif(item -> 'before', 'null'), nullif(item -> 'after', 'null')
         from jsonb_array_elements($2::jsonb) item`,
      [bulkId, JSON.stringify(items)],
    );
  }

  async changeItems(tx: Transaction, bulkId: string, items: readonly BulkItem[]): Promise<void> {
    await tx.query(
      `update bulk_item known set outcome = item ->> 'outcome', reason = item ->> 'reason'
         from jsonb_array_elements($2::jsonb) item
        where known.bulk_id = $1 and known.handoff_id = (item ->> 'handoffId')::uuid`,
      [bulkId, JSON.stringify(items)],
    );
  }
}
