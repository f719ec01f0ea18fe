import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { withRequest } from '../request/request-context.js';
import { AuditSubjects } from './audit-subjects.js';
import type { AuditDraft } from './audit-draft.js';

/** Writes what was asked, by whom and how it ended. An error passes through: what cannot be audited may not happen. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: AuditSubjects,
  ) {}

  /** In the transaction of the effect: both are there, or neither. `answer` is what the work resolved to. */
  async recordEffect(tx: EntityManager, draft: AuditDraft, answer: unknown): Promise<void> {
    draft.isAbout(answer);
    await this.findSubject(tx, draft);
    await insert(tx, draft, draft.asked.expectedStatus);
  }

  /** How the request ended, before its answer leaves. Nothing when that was said together with the effect. */
  async recordAnswer(draft: AuditDraft, status: number): Promise<void> {
    if (draft.isToldBy(status)) return;
    // The log is the service's own, whoever asked.
    await withRequest({ partnerId: null, audit: null }, async () => {
      await this.findSubject(this.dataSource.manager, draft);
      await insert(this.dataSource.manager, draft, status);
    });
  }

  /** A refused answer names no patient; the row that was asked for may. */
  private async findSubject(manager: EntityManager, draft: AuditDraft): Promise<void> {
    if (draft.patientIds.length > 0) return;
    const patientId = await this.subjects.patientOf(manager, draft);
    if (patientId !== null) draft.isAboutPatient(patientId);
  }
}

async function insert(manager: EntityManager, draft: AuditDraft, status: number): Promise<void> {
  const { asked, actor } = draft;
  await manager.query(
    `insert into audit_entry (id, at, actor_sub, actor_name, actor_role, actor_partner, purpose, reason, break_glass_id,
       method, route, ids, patient_ids, status, trace)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[draft.nextId(), asked.at, actor?.sub ?? null, actor?.name ?? null, actor?.role ?? null],
      ...[actor?.partnerId ?? null, draft.purpose, draft.reason, draft.breakGlassId, asked.method, asked.route],
      ...[JSON.stringify(draft.ids), draft.patientIds, status, asked.trace],
    ],
  );
}
