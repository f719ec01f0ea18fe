import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublishedPlan } from '#clinical';
import {
  type Actor,
  type EventData,
  type impactAssessed,
  DomainError,
  emptyPlan,
  planDocument,
  type PlanDocument,
} from '#contracts';
import { RecentlyUsed, type Transaction } from '#platform';
import { PlanDraftRow } from './plan-draft.entity.js';
import { PlanVersionRow } from './plan-version.entity.js';
import { PlanRow } from './plan.entity.js';

export interface VersionInError {
  planId: string;
  version: number;
  correctedBy: number;
  reason: string;
  by: Actor;
  markedAt: Date;
}

/** Some tens of megabytes at the most; a document is a few kilobytes. */
const documentsKept = 5000;
const keyOf = (planId: string, version: number): string => `${planId} ${version}`;

@Injectable()
export class PlanRepository {
  private readonly documents = new RecentlyUsed<PlanDocument>(documentsKept);

  /** Everything that changes a plan, its team or what the team acknowledged takes this lock first: one writer per plan. */
  lock(tx: Transaction, planId: string): Promise<PlanRow> {
    return find(tx, planId, 'pessimistic_write');
  }

  /** Keeps writers away while version, team and acknowledgements are read together. */
  lockForReading(tx: Transaction, planId: string): Promise<PlanRow> {
    return find(tx, planId, 'pessimistic_read');
  }

  /** Null: the patient has none. */
  async idOfPatient(tx: Transaction, patientId: string): Promise<string | null> {
    return (await tx.findOneBy(PlanRow, { patientId }))?.id ?? null;
  }

  async existsFor(tx: Transaction, patientId: string): Promise<boolean> {
    return tx.existsBy(PlanRow, { patientId });
  }

  async add(tx: Transaction, plan: PlanRow): Promise<void> {
    await tx.insert(PlanRow, plan);
  }

  async saveVersion(tx: Transaction, version: PlanVersionRow): Promise<void> {
    await tx.query(
      `insert into plan_version (plan_id, version, document, changes, reason, author, ruleset_version, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        version.planId,
        version.version,
        JSON.stringify(version.document),
        JSON.stringify(version.changes),
        version.reason,
        JSON.stringify(version.author),
        version.rulesetVersion,
        version.publishedAt,
      ],
    );
    await tx.update(PlanRow, { id: version.planId }, { currentVersion: version.version });
  }

  /** All published versions, ascending. A version never changes, so its document is read from the database once. */
  async history(reader: EntityManager, planId: string): Promise<PublishedPlan[]> {
    const rows = await reader.query<{ version: number; publishedAt: Date; corrects: number | null }[]>(
      `select version.version, published_at as "publishedAt", error.version as corrects
         from plan_version version
         left join plan_version_error error
           on error.plan_id = version.plan_id and error.corrected_by = version.version
        where version.plan_id = $1 order by version.version`,
      [planId],
    );
    const unread = rows.filter(({ version }) => !this.documents.get(keyOf(planId, version)));
    if (unread.length > 0) await this.readDocuments(reader, planId, unread[0]?.version ?? 1);
    return rows.map(({ version, publishedAt, corrects }) => {
      const document = this.documents.get(keyOf(planId, version));
      if (!document) throw new Error(`version ${version} of plan ${planId} has no document`);
      return { version, document, publishedAt, ...(corrects === null ? {} : { corrects }) };
    });
  }

  private async readDocuments(reader: EntityManager, planId: string, from: number): Promise<void> {
    const rows = await reader.query<{ version: number; document: unknown }[]>(
      `select version, document from plan_version where plan_id = $1 and version >= $2`,
      [planId, from],
    );
    for (const { version, document } of rows) this.documents.set(keyOf(planId, version), toDocument(document));
  }

  /** The document of one version; version 0 is the empty plan. Null when there is no such version. */
  async document(reader: EntityManager, planId: string, version: number): Promise<PlanDocument | null> {
    if (version === 0) return emptyPlan;
    const row = await reader.findOne(PlanVersionRow, { where: { planId, version }, select: { document: true } });
    return row && toDocument(row.document);
  }

  /** The mark stands before the version that corrects it does: that one is assessed as a correction. */
  async markInError(
    tx: Transaction,
    { planId, version, correctedBy, reason, by, markedAt }: VersionInError,
  ): Promise<void> {
    await tx.query(
      `insert into plan_version_error (plan_id, version, corrected_by, reason, by, marked_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [planId, version, correctedBy, reason, JSON.stringify(by), markedAt],
    );
  }

  async saveDraft(tx: Transaction, draft: PlanDraftRow): Promise<void> {
    await tx.upsert(PlanDraftRow, draft, ['planId', 'authorSub']);
  }

  /** Kept once: a version is assessed anew only when somebody joins later, which is not what its publication told. */
  async saveRouting(tx: Transaction, routing: EventData<typeof impactAssessed>): Promise<void> {
    const { planId, version, assessedAt, told, unaffected } = routing;
    await tx.query(
      `insert into version_routing (plan_id, version, assessed_at, told, unaffected)
       values ($1, $2, $3, $4::jsonb, $5::jsonb) on conflict do nothing`,
      [planId, version, assessedAt, JSON.stringify(told), JSON.stringify(unaffected)],
    );
  }

  async dropDraft(tx: Transaction, planId: string, authorSub: string): Promise<void> {
    await tx.delete(PlanDraftRow, { planId, authorSub });
  }
}

async function find(tx: Transaction, planId: string, mode: 'pessimistic_write' | 'pessimistic_read'): Promise<PlanRow> {
  const plan = await tx.findOne(PlanRow, { where: { id: planId }, lock: { mode } });
  if (!plan) throw new DomainError('not-found', 'There is no such plan.');
  return plan;
}

/** Fields that the schema learned after the version was stored get their defaults. */
const toDocument = (stored: unknown): PlanDocument => planDocument.parse(stored);
