import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Timer } from './timer.js';

/**
 * Sets, moves and cancels timers. The row in the service's database is the truth: it commits with whatever else the transaction does,
 * waits for months, and does not care what happens to Redis.
 */
@Injectable()
export class Timers {
  /** Sets timers, or moves them, at once. One that fired stays fired, unless its moment is another one now. */
  async set(tx: EntityManager, ...timers: readonly Timer[]): Promise<void> {
    if (timers.length === 0) return;
    const rows = timers.map(({ key, kind, subject, planId, dueAt, data = {} }) => ({
      key,
      kind,
      subject,
      plan_id: planId,
      due_at: dueAt.toISOString(),
      data,
    }));
    await tx.query(
      `insert into timer as known (key, kind, subject, plan_id, due_at, data)
       select key, kind, subject, plan_id, due_at, data
         from jsonb_to_recordset($1::jsonb)
           as given (key text, kind text, subject uuid, plan_id uuid, due_at timestamptz, data jsonb)
       on conflict (key) do update set
         kind = excluded.kind, subject = excluded.subject, plan_id = excluded.plan_id,
         due_at = excluded.due_at, data = excluded.data,
         state = 'pending', fired_at = null, attempts = 0, retry_at = null, last_error = null
       where known.state = 'cancelled' or known.due_at <> excluded.due_at
          or (known.state = 'pending' and known.data <> excluded.data)`,
      [JSON.stringify(rows)],
    );
  }

  async cancel(tx: EntityManager, ...keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await tx.query(`update timer set state = 'cancelled' where key = any($1::text[]) and state = 'pending'`, [keys]);
  }

  /** Cancels all timers of a plan, or those of some kinds. */
  async cancelPlan(tx: EntityManager, planId: string, kinds?: readonly string[]): Promise<void> {
    await tx.query(
      `update timer set state = 'cancelled'
        where plan_id = $1 and state = 'pending' and ($2::text[] is null or kind = any($2::text[]))`,
      [planId, kinds ?? null],
    );
  }

  /**
   * Makes these the timers of their kinds for a plan: sets them, and cancels every other one of these kinds whose moment lies after `now`.
   * One that has come and not yet fired is left to fire: several may share a moment, and the first of them must not take the others away.
   */
  async keep(
    tx: EntityManager,
    planId: string,
    kinds: readonly string[],
    wanted: readonly Timer[],
    now: Date,
  ): Promise<void> {
    await tx.query(
      `update timer set state = 'cancelled'
        where plan_id = $1 and state = 'pending' and kind = any($2::text[]) and not (key = any($3::text[]))
          and due_at > $4`,
      [planId, kinds, wanted.map(({ key }) => key), now.toISOString()],
    );
    await this.set(tx, ...wanted);
  }
}
