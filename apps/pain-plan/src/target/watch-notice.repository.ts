import { Injectable } from '@nestjs/common';
import type { ProgressNews, Watch } from '#clinical';
import type { Target } from '#contracts';
import type { Transaction } from '#platform';

/** What was said about which watch: a plateau is news once, however often the target is measured after. */
@Injectable()
export class WatchNoticeRepository {
  /** False when it was said in this watch already. */
  async say(
    tx: Transaction,
    notice: { planId: string; target: Target; watch: Watch; news: ProgressNews; at: Date },
  ): Promise<boolean> {
    const { planId, target, watch, news, at } = notice;
    const said = await tx.query<{ news: string }[]>(
      `insert into watch_notice (plan_id, target_id, measure, since_version, started_on, news, said_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning news`,
      [planId, target.id, target.measure, watch.sinceVersion ?? 0, watch.startDay, news, at],
    );
    return said.length === 1;
  }
}
