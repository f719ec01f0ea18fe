import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform';
import { disabledEndpoints, openBreakers, undelivered } from './metrics.js';

/** Counted when somebody scrapes. During a database outage a scrape shows the last values. */
@Injectable()
export class DeliveryGauges implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    Object.assign(undelivered, { collect: () => this.count().catch(() => undefined) });
  }

  private async count(): Promise<void> {
    const states = await this.database.query<{ state: string; count: number }[]>(
      `select state, (select count(*)::int from delivery where delivery.state = given.state) as count
         from unnest(array['queued', 'sending', 'retrying', 'failed']) as given (state)`,
    );
    for (const { state, count } of states) undelivered.set({ state }, count);
    const [row] = await this.database.query<{ open: number; disabled: number }[]>(
      `select count(*) filter (where open_until > $1)::int as open,
              count(*) filter (where state = 'disabled')::int as disabled from endpoint`,
      [this.clock.now()],
    );
    openBreakers.set(row?.open ?? 0);
    disabledEndpoints.set(row?.disabled ?? 0);
  }
}
