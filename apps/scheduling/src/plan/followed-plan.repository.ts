import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';

@Injectable()
export class FollowedPlanRepository {
  /**
   * Notes that this version of the plan is being followed and locks the plan's record until the end of the transaction.
   * False when a newer version (or this one) was followed before: then nothing may be taken from it.
   */
  async follow(tx: Transaction, planId: string, version: number): Promise<boolean> {
    const noted = await tx.query<unknown[]>(
      `insert into followed_plan as known (plan_id, version) values ($1, $2)
       on conflict (plan_id) do update set version = excluded.version where known.version < excluded.version
       returning plan_id`,
      [planId, version],
    );
    return noted.length === 1;
  }
}
