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
   * Fires until nothing is due any more, what handlers set meanwhile included; how many. Two instances that do this at once share the
   * work: a row that one of them holds is passed over by the other.
   */
  async fireAll(): Promise<number> {
    let fired = 0;
    for (;;) {
      const outcome = await this.fireNext();
      if (outcome === 'nothing-due') return fired;
      if (outcome === 'fired') fired += 1;
    }
  }

  private async fireNext(): Promise<'fired' | 'failed' | 'nothing-due'> {
    let taken: DueTimer | null = null;
    try {
      return await this.dataSource.transaction(async (tx) => {
        const now = this.clock.now();
        taken = await takeNext(tx, this.handlers.kinds, now);
        if (taken === null) return 'nothing-due';
        await this.handlers.of(taken.kind)(taken, { tx, now });
        await tx.query(
          `update timer set state = 'fired', fired_at = $2, retry_at = null, last_error = null
            where key = $1 and state = 'pending' and due_at = $3`,
          [taken.key, now, taken.dueAt],
        );
        timersFired.inc({ kind: taken.kind });
        return 'fired';
      });
    } catch (error) {
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

/** Locked until the transaction ends, so nobody else fires it. */
async function takeNext(tx: EntityManager, kinds: readonly string[], now: Date): Promise<DueTimer | null> {
  const [row] = await tx.query<(Omit<DueTimer, 'dueAt'> & { dueAt: Date })[]>(
    `select key, kind, subject, plan_id as "planId", due_at as "dueAt", data from timer
      where state = 'pending' and kind = any($1::text[]) and due_at <= $2
        and (retry_at is null or retry_at <= clock_timestamp())
      order by due_at, key limit 1 for update skip locked`,
    [kinds, now],
  );
  return row ?? null;
}
