import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { LOGGER } from '../telemetry/logger.js';

const sweepEveryMs = 6 * 60 * 60 * 1000;
/** One statement's worth: short locks, short transactions. */
const chunk = 5000;

/** Forgets entries that are old enough and were exported. Their seals stay, so the chain goes on from its beginning. */
@Injectable()
export class AuditRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), sweepEveryMs);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Counts real time, never the movable clock. */
  async sweep(): Promise<void> {
    try {
      for (;;) {
        const [, removed] = await this.dataSource.query<[unknown, number]>(
          `delete from audit_entry where id = any(array(
             select e.id from audit_entry e join audit_seal s on s.entry_id = e.id
              where e.recorded_at < now() - make_interval(years => $1)
                and s.number <= (select max(up_to) from audit_export)
              limit $2))`,
          [this.settings.auditRetentionYears, chunk],
        );
        if (removed < chunk) return;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'audit retention will try again in six hours');
    }
  }
}
