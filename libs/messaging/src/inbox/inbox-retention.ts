import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOGGER } from '#platform';

/** Longer than any topic keeps its messages (Kafka's default is 7 days), so that a redelivery always meets its inbox row. */
const keepDays = 30;
const sweepEveryMs = 60 * 60 * 1000;
/** One statement's worth: short locks, short transactions. */
const chunk = 5000;

/** Forgets what can no longer be redelivered. */
@Injectable()
export class InboxRetention {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), sweepEveryMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Counts real time: redelivery depends on the broker's clock, not on the movable one. */
  async sweep(): Promise<void> {
    try {
      for (;;) {
        const [, removed] = await this.dataSource.query<[unknown, number]>(
          `delete from inbox where ctid = any(array(
             select ctid from inbox where processed_at < now() - make_interval(days => $1) limit $2))`,
          [keepDays, chunk],
        );
        if (removed < chunk) return;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'inbox retention will try again in an hour');
    }
  }
}
