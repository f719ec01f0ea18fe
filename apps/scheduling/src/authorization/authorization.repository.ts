import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { AuthorizationRow } from './authorization.entity.js';

export type StoredAuthorization = Readonly<AuthorizationRow>;

type Item = Pick<StoredAuthorization, 'planId' | 'patientId' | 'itemId' | 'kind' | 'subject'>;

/** The payer has not been asked yet. */
export const neededAuthorization = (
  id: string,
  { planId, patientId, itemId, kind, subject }: Item,
  at: Date,
): StoredAuthorization => ({
  id,
  planId,
  patientId,
  itemId,
  kind,
  subject,
  state: 'needed',
  validFrom: null,
  validUntil: null,
  units: null,
  unitsUsed: 0,
  side: null,
  level: null,
  partly: false,
  sites: null,
  note: null,
  payerReason: null,
  appealBy: null,
  neededAt: at,
  changedAt: at,
});

@Injectable()
export class AuthorizationRepository {
  async ofPlan(tx: Transaction, planId: string): Promise<StoredAuthorization[]> {
    return tx.find(AuthorizationRow, { where: { planId }, lock: { mode: 'pessimistic_write' } });
  }

  async lock(tx: Transaction, id: string): Promise<StoredAuthorization> {
    const found = await tx.findOne(AuthorizationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new DomainError('not-found', 'There is no such authorization.');
    return found;
  }

  /** The permission for one item; null when none was ever asked for, or it is not needed any more. */
  async ofItem(
    tx: Transaction,
    { planId, itemId }: { planId: string; itemId: string },
  ): Promise<StoredAuthorization | null> {
    return tx.findOne(AuthorizationRow, { where: { planId, itemId, state: Not('withdrawn') } });
  }

  /** Whose it is, before anything is locked. */
  async patientOf(tx: Transaction, id: string): Promise<string | null> {
    return (await tx.findOneBy(AuthorizationRow, { id }))?.patientId ?? null;
  }

  async save(tx: Transaction, authorization: StoredAuthorization): Promise<void> {
    await tx.upsert(AuthorizationRow, authorization, ['id']);
  }
}
