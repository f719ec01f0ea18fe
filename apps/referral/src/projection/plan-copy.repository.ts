import type { EventData, PlanDocument, planPublished } from '#contracts';
import { RecentlyUsed, type Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanVersionCopy } from './plan-version-copy.entity.js';

export interface StoredVersion {
  version: number;
  document: PlanVersionCopy['document'];
  publishedAt: Date;
  desksInformed: boolean;
  /** The version that this one undoes. */
  corrects?: number;
}

export interface PlanHistory {
  patientId: string;
  versions: StoredVersion[];
}

/** Some tens of megabytes at the most; a document is a few kilobytes. */
const documentsKept = 5000;
const keyOf = (planId: string, version: number): string => `${planId} ${version}`;

@Injectable()
export class PlanCopyRepository {
  private readonly documents = new RecentlyUsed<PlanDocument>(documentsKept);

  /**
   * Serializes everything that decides about one plan's handoffs: events come one after the other per patient,
   * but people acknowledge and assign at the same time.
   */
  async lock(tx: Transaction, planId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('handoffs of plan ' || $1::text, 0))`, [planId]);
  }

  /** Those of many handoffs at once, in one order, so that two who do this never wait for each other in a ring. */
  async lockOfHandoffs(tx: Transaction, handoffIds: readonly string[]): Promise<void> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('handoffs of plan ' || plan_id::text, 0))
         from (select distinct plan_id from handoff where id = any($1::uuid[]) order by plan_id) plan`,
      [handoffIds],
    );
  }

  /** A version is immutable: the first arrival is kept, a repeated one changes nothing. */
  async add(tx: Transaction, published: EventData<typeof planPublished>): Promise<void> {
    await tx.query(
      `insert into plan_version_copy (plan_id, version, patient_id, document, published_at, corrects, desks_informed)
       values ($1, $2, $3, $4, $5, $6, false) on conflict do nothing`,
      [
        published.planId,
        published.version,
        published.patientId,
        JSON.stringify(published.document),
        published.publishedAt,
        published.corrects ?? null,
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

  /**
   * The complete history 1..n, or null while a version of it is still on its way. A version never changes, so its document is read from
   * the database once.
   */
  async history(tx: Transaction, planId: string): Promise<PlanHistory | null> {
    const rows = await tx.query<
      (Omit<StoredVersion, 'document' | 'corrects'> & { patientId: string; corrects: number | null })[]
    >(
      `select version, patient_id as "patientId", published_at as "publishedAt", desks_informed as "desksInformed", corrects
         from plan_version_copy where plan_id = $1 order by version`,
      [planId],
    );
    const [first] = rows;
    if (!first || rows.some((row, index) => row.version !== index + 1)) return null;
    const unread = rows.find(({ version }) => !this.documents.get(keyOf(planId, version)));
    if (unread) await this.readDocuments(tx, planId, unread.version);
    return {
      patientId: first.patientId,
      versions: rows.map(({ version, publishedAt, desksInformed, corrects }) => {
        const document = this.documents.get(keyOf(planId, version));
        if (!document) throw new Error(`version ${version} of plan ${planId} has no document`);
        return { version, document, publishedAt, desksInformed, ...(corrects === null ? {} : { corrects }) };
      }),
    };
  }

  private async readDocuments(tx: Transaction, planId: string, from: number): Promise<void> {
    const rows = await tx.query<{ version: number; document: PlanDocument }[]>(
      `select version, document from plan_version_copy where plan_id = $1 and version >= $2`,
      [planId, from],
    );
    for (const { version, document } of rows) this.documents.set(keyOf(planId, version), document);
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
