import type { EventData, planPublished } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanVersionCopy } from './plan-version-copy.entity.js';

export interface StoredVersion {
  version: number;
  document: PlanVersionCopy['document'];
  publishedAt: Date;
  desksInformed: boolean;
}

export interface PlanHistory {
  patientId: string;
  versions: StoredVersion[];
}

@Injectable()
export class PlanCopyRepository {
  /**
   * Serializes everything that decides about one plan's handoffs: events come one after the other per patient,
   * but people acknowledge and assign at the same time.
   */
  async lock(tx: Transaction, planId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('handoffs of plan ' || $1::text, 0))`, [planId]);
  }

  /** A version is immutable: the first arrival is kept, a repeated one changes nothing. */
  async add(tx: Transaction, published: EventData<typeof planPublished>): Promise<void> {
    await tx.query(
      `insert into plan_version_copy (plan_id, version, patient_id, document, published_at, desks_informed)
       values ($1, $2, $3, $4, $5, false) on conflict do nothing`,
      [
        published.planId,
        published.version,
        published.patientId,
        JSON.stringify(published.document),
        published.publishedAt,
      ],
    );
  }

  async newestVersion(tx: Transaction, planId: string): Promise<number> {
    const [row] = await tx.query<{ newest: number }[]>(
      `select coalesce(max(version), 0)::int as newest from plan_version_copy where plan_id = $1`,
      [planId],
    );
    return row?.newest ?? 0;
  }

  /** The complete history 1..n, or null while a version of it is still on its way. */
  async history(tx: Transaction, planId: string): Promise<PlanHistory | null> {
    const rows = await tx.find(PlanVersionCopy, { where: { planId }, order: { version: 'ASC' } });
    const [first] = rows;
    if (!first || rows.some((row, index) => row.version !== index + 1)) return null;
    return {
      patientId: first.patientId,
      versions: rows.map(({ version, document, publishedAt, desksInformed }) => ({
        version,
        document,
        publishedAt,
        desksInformed,
      })),
    };
  }

  async markDesksInformed(tx: Transaction, planId: string, throughVersion: number): Promise<void> {
    await tx.query(
      `update plan_version_copy set desks_informed = true where plan_id = $1 and version <= $2 and not desks_informed`,
      [planId, throughVersion],
    );
  }

  async plansOfPatient(tx: Transaction, patientId: string): Promise<string[]> {
    const rows = await tx.query<{ plan_id: string }[]>(
      `select distinct plan_id from plan_version_copy where patient_id = $1 order by plan_id`,
      [patientId],
    );
    return rows.map((row) => row.plan_id);
  }
}
