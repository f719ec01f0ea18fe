import { Injectable } from '@nestjs/common';
import { planDocument, type EventData, type PlanDocument, type planPublished } from '#contracts';
import type { Transaction } from '#platform';

@Injectable()
export class PlanCopyRepository {
  /**
   * Keeps this version as the newest and locks the plan's record until the end of the transaction. False when a newer
   * version (or this one) was kept before: then nothing may be taken from it.
   */
  async keepNewest(tx: Transaction, published: EventData<typeof planPublished>): Promise<boolean> {
    const kept = await tx.query<unknown[]>(
      `insert into plan_copy as known (plan_id, version, document) values ($1, $2, $3)
       on conflict (plan_id) do update set version = excluded.version, document = excluded.document
         where known.version < excluded.version
       returning plan_id`,
      [published.planId, published.version, JSON.stringify(published.document)],
    );
    return kept.length === 1;
  }

  async documentOf(tx: Transaction, planId: string): Promise<PlanDocument> {
    const [copy] = await tx.query<{ document: unknown }[]>('select document from plan_copy where plan_id = $1', [
      planId,
    ]);
    return planDocument.parse(copy?.document);
  }
}
