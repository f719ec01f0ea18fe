import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, type Consent, type ConsentPart } from '#contracts';
import type { Transaction } from '#platform';
import type { ConsentTerms } from './consent.states.js';

export interface StoredConsent extends ConsentTerms {
  id: string;
  planId: string;
  what: ConsentPart[];
  method: Consent['method'];
  textVersion: string;
  recordedBy: string;
  recordedAt: Date;
  revokedBy: string | null;
}

export const consentColumns = `id, patient_id as "patientId", plan_id as "planId", recipient, what, valid_from as "from",
  valid_until as "until", method, text_version as "textVersion", recorded_by as "recordedBy", recorded_at as "recordedAt",
  revoked_at as "revokedAt", revoked_by as "revokedBy"`;

@Injectable()
export class ConsentRepository {
  async add(tx: Transaction, consent: StoredConsent): Promise<void> {
    await tx.query(
      `insert into consent (id, patient_id, plan_id, recipient, what, valid_from, valid_until, method, text_version,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        consent.id,
        consent.patientId,
        consent.planId,
        consent.recipient,
        consent.what,
        consent.from,
        consent.until,
        consent.method,
        consent.textVersion,
        consent.recordedBy,
        consent.recordedAt,
      ],
    );
  }

  /** Locked against a release and a revocation that meet: one of them is first. */
  async lock(tx: Transaction, id: string): Promise<StoredConsent> {
    const [row] = await tx.query<StoredConsent[]>(`select ${consentColumns} from consent where id = $1 for update`, [
      id,
    ]);
    if (!row) throw new DomainError('not-found', 'There is no such consent.');
    return row;
  }

  /** As it is at this moment; the reader waits for whoever is just taking it back. */
  async read(from: EntityManager, id: string): Promise<StoredConsent | null> {
    const [row] = await from.query<StoredConsent[]>(`select ${consentColumns} from consent where id = $1 for share`, [
      id,
    ]);
    return row ?? null;
  }

  async revoke(tx: Transaction, id: string, { at, by }: { at: Date; by: string }): Promise<void> {
    await tx.query(`update consent set revoked_at = $2, revoked_by = $3 where id = $1`, [id, at, by]);
  }
}
