import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

export interface Sweep {
  everyHours: number;
  /** Deletes at most `$2` rows; `$1` is `keep`. */
  statement: string;
  keep: number;
  /** Whose it is, for the log. */
  name: string;
}

/** One statement's worth: short locks, short transactions. */
const chunk = 5000;

/** Removes what has been kept for long enough, now and then. Counts real time, never the movable clock. */
export abstract class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  protected constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
    private readonly of: Sweep,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), this.of.everyHours * 3_600_000);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A failure is logged, and the next sweep tries again. */
  async sweep(): Promise<void> {
    const { statement, keep, name, everyHours } = this.of;
    try {
      for (;;) {
        const [, removed] = await this.dataSource.query<[unknown, number]>(statement, [keep, chunk]);
        if (removed < chunk) return;
      }
    } catch (error) {
      const when = everyHours === 1 ? 'an hour' : `${everyHours} hours`;
      this.logger.warn({ err: error }, `${name} retention will try again in ${when}`);
    }
  }
}
