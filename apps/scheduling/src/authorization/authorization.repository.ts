import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { AuthorizationRow } from './authorization.entity.js';

export type StoredAuthorization = Readonly<AuthorizationRow>;

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

  async save(tx: Transaction, authorization: StoredAuthorization): Promise<void> {
    await tx.upsert(AuthorizationRow, authorization, ['id']);
  }
}
