import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { planDocument, type EventData, type PlanDocument, type planPublished } from '#contracts';
import type { Transaction } from '#platform';

export interface FollowedPlan {
  planId: string;
  patientId: string;
  version: number;
  document: PlanDocument;
  publishedAt: Date;
}

interface Row {
  patient_id: string | null;
  version: number;
  document: unknown;
  published_at: Date | null;
}

@Injectable()
export class FollowedPlanRepository {
  /**
   * Notes that this version of the plan is being followed and locks the plan's record until the end of the transaction.
   * False when a newer version (or this one) was followed before: then nothing may be taken from it.
   */
  async follow(tx: Transaction, published: EventData<typeof planPublished>): Promise<boolean> {
    const { planId, patientId, version, document, publishedAt } = published;
    const noted = await tx.query<unknown[]>(
      `insert into followed_plan as known (plan_id, patient_id, version, document, published_at)
       values ($1, $2, $3, $4, $5)
       on conflict (plan_id) do update set
         patient_id = excluded.patient_id, version = excluded.version, document = excluded.document,
         published_at = excluded.published_at
       where known.version < excluded.version
       returning plan_id`,
      [planId, patientId, version, JSON.stringify(document), publishedAt],
    );
    return noted.length === 1;
  }

  /** Null: no version of it has arrived here. */
  async find(reader: EntityManager, planId: string): Promise<FollowedPlan | null> {
    const [row] = await reader.query<Row[]>(
      `select patient_id, version, document, published_at from followed_plan where plan_id = $1`,
      [planId],
    );
    if (!row?.patient_id || !row.published_at) return null;
    return {
      planId,
      patientId: row.patient_id,
      version: row.version,
      document: planDocument.parse(row.document),
      publishedAt: row.published_at,
    };
  }

  /** Everything that decides about one patient's times, one after the other. Taken before anything else is locked. */
  async lockPatient(tx: Transaction, patientId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('times of patient ' || $1::text, 0))`, [patientId]);
  }
}
