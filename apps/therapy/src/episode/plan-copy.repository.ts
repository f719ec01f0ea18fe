import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keptForTherapy, type TherapyVersion } from '#clinical';
import { planDocument, type EventData, type PlanDocument, type planPublished } from '#contracts';
import type { Transaction } from '#platform';

@Injectable()
export class PlanCopyRepository {
  /** Whoever decides about a plan's episodes and clinics goes one after the other, also before the plan is known here. */
  async lock(tx: Transaction, planId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [planId]);
  }

  /**
   * Keeps this version, and as the newest, when it is. False when a newer version (or this one) was kept before: then nothing may be
   * taken from it but its place in the past.
   */
  async keep(tx: Transaction, published: EventData<typeof planPublished>): Promise<boolean> {
    const document = JSON.stringify(keptForTherapy(published.document));
    await tx.query(
      `insert into plan_version (plan_id, version, published_at, document, corrects) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [published.planId, published.version, published.publishedAt, document, published.corrects ?? null],
    );
    const kept = await tx.query<unknown[]>(
      `insert into plan_copy as known (plan_id, version, document) values ($1, $2, $3)
       on conflict (plan_id) do update set version = excluded.version, document = excluded.document
         where known.version < excluded.version
       returning plan_id`,
      [published.planId, published.version, document],
    );
    return kept.length === 1;
  }

  async documentOf(tx: Transaction, planId: string): Promise<PlanDocument> {
    const [copy] = await tx.query<{ document: unknown }[]>('select document from plan_copy where plan_id = $1', [
      planId,
    ]);
    return planDocument.parse(copy?.document);
  }

  /** By plan. A version that was entered in error never was. */
  async versionsOf(reader: EntityManager, planIds: readonly string[]): Promise<Map<string, TherapyVersion[]>> {
    const rows = await reader.query<{ plan_id: string; version: number; published_at: Date; document: PlanDocument }[]>(
      `select plan_id, version, published_at, document from plan_version known
        where plan_id = any($1::uuid[])
          and not exists (select from plan_version other
                           where other.plan_id = known.plan_id and other.corrects = known.version)`,
      [planIds],
    );
    const byPlan = new Map<string, TherapyVersion[]>();
    for (const { plan_id, version, published_at, document } of rows) {
      byPlan.set(plan_id, [...(byPlan.get(plan_id) ?? []), { version, publishedAt: published_at, document }]);
    }
    return byPlan;
  }
}
