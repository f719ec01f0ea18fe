import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, isDatabaseAway, LOGGER } from '#platform';
import { timersFailed, timersFired } from './metrics.js';
import { TimerHandlers } from './timer-handlers.js';
import type { DueTimer } from './timer.js';

/** First pause after a failure; doubled each time, up to the longest. Real time: a moved clock does not heal a fault. */
const firstPauseSeconds = 2;
const longestPauseSeconds = 600;

/** More than there are instances that could hold the first ones. */
const candidates = 50;

/** Somebody cancelled or moved the timer while its handler ran: what the handler did is rolled back. */
class NoLongerDue extends Error {}

/** Fires timers whose moment has come: one at a time, in the order of their moments, each with its effect in one transaction. */
@Injectable()
export class TimerFiring {
  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: TimerHandlers,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Fires until nothing is due any more, what handlers set meanwhile included, or until told to stop; how many. Two instances that do
   * this at once share the work: a timer that one of them has in hand is passed over by the other.
   */
  async fireAll(goesOn = () => true): Promise<number> {
    let fired = 0;
    while (goesOn()) {
      const outcome = await this.fireNext();
      if (outcome === 'nothing-due') break;
      if (outcome === 'fired') fired += 1;
    }
    return fired;
  }

  private async fireNext(): Promise<'fired' | 'failed' | 'nothing-due'> {
    let taken: DueTimer | null = null;
    try {
      return await this.dataSource.transaction(async (tx) => {
        const now = this.clock.now();
        taken = await takeNext(tx, this.handlers.kinds, now);
        if (taken === null) return 'nothing-due';
        await this.handlers.of(taken.kind)(taken, { tx, now });
        await markFired(tx, taken, now);
        timersFired.inc({ kind: taken.kind });
        return 'fired';
      });
    } catch (error) {
      if (error instanceof NoLongerDue) return 'failed';
      if (taken === null || isDatabaseAway(error)) throw error;
      await this.putOff(taken, error);
      return 'failed';
    }
  }

  /** The effect was rolled back with the mark: the row is still pending, and waits a while. */
  private async putOff({ key, kind }: DueTimer, error: unknown): Promise<void> {
    timersFailed.inc({ kind });
    this.logger.error({ err: error, timer: key }, 'a timer failed and will be tried again');
    await this.dataSource.query(
      `update timer set attempts = attempts + 1, last_error = $2,
              retry_at = clock_timestamp() + make_interval(secs => least($3 * power(2, attempts), $4))
        where key = $1 and state = 'pending'`,
      [key, error instanceof Error ? error.name : 'error', firstPauseSeconds, longestPauseSeconds],
    );
  }
}

/**
 * The first one that no other instance has in hand. Held by a lock of our own and not by its row: a handler goes on to lock its plan,
 * and whoever holds that plan may want to move this very row, so the row comes last for both.
 */
async function takeNext(tx: EntityManager, kinds: readonly string[], now: Date): Promise<DueTimer | null> {
  const [held] = await tx.query<{ key: string }[]>(
    `select key from (
       select key from timer
        where state = 'pending' and kind = any($1::text[]) and due_at <= $2
          and (retry_at is null or retry_at <= clock_timestamp())
        order by due_at, key limit ${candidates}
     ) candidate where pg_try_advisory_xact_lock(hashtextextended('timer ' || key, 0)) limit 1`,
    [kinds, now],
  );
  if (held === undefined) return null;
  // Read again: between the look and the lock another instance may have fired it.
  const [timer] = await tx.query<DueTimer[]>(
    `select key, kind, subject, plan_id as "planId", due_at as "dueAt", data from timer
      where key = $1 and state = 'pending' and due_at <= $2 and (retry_at is null or retry_at <= clock_timestamp())`,
    [held.key, now],
  );
  if (timer === undefined) throw new NoLongerDue();
  return timer;
}

/**
 * What the handler itself did to its timer stands: moved to its next moment, it is pending; cancelled (not wanted any more, because it has
 * come), it has fired. What somebody else did to it meanwhile means that there was nothing to fire.
 */
async function markFired(tx: EntityManager, { key, dueAt }: DueTimer, now: Date): Promise<void> {
  const mark = `update timer set state = 'fired', fired_at = $2, retry_at = null, last_error = null where key = $1`;
  const [, marked] = await tx.query<[unknown, number]>(`${mark} and state = 'pending' and due_at = $3`, [
    key,
    now,
    dueAt,
  ]);
  if (marked > 0) return;
  const [row] = await tx.query<{ state: string; isOurs: boolean }[]>(
    `select state, xmin = pg_current_xact_id()::xid as "isOurs" from timer where key = $1`,
    [key],
  );
  if (!row?.isOurs) throw new NoLongerDue();
  if (row.state === 'cancelled') await tx.query(mark, [key, now]);
}
