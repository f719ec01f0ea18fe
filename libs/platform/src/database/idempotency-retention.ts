import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOGGER } from '../telemetry/logger.js';

/** Nobody repeats a request after so long; the stored answers hold what callers saw, and are not kept for nothing. */
const keepDays = 30;
const sweepEveryMs = 60 * 60 * 1000;
/** One statement's worth: short locks, short transactions. */
const chunk = 5000;

/** Forgets the keys, and answers, of requests that are not repeated any more. */
@Injectable()
export class IdempotencyRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), sweepEveryMs);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Counts real time: callers repeat by their own clocks, not by the movable one. */
  async sweep(): Promise<void> {
    try {
      for (;;) {
        const [, removed] = await this.dataSource.query<[unknown, number]>(
          `delete from idempotency_key where ctid = any(array(
             select ctid from idempotency_key where created_at < now() - make_interval(days => $1) limit $2))`,
          [keepDays, chunk],
        );
        if (removed < chunk) return;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'idempotency retention will try again in an hour');
    }
  }
}
