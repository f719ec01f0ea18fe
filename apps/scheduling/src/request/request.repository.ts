import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { RequestRow } from './request.entity.js';

export type StoredRequest = Readonly<RequestRow>;

@Injectable()
export class RequestRepository {
  async ofPlan(tx: Transaction, planId: string): Promise<StoredRequest[]> {
    return tx.find(RequestRow, { where: { planId }, lock: { mode: 'pessimistic_write' } });
  }

  async find(tx: Transaction, id: string): Promise<StoredRequest> {
    const found = await tx.findOneBy(RequestRow, { id });
    if (!found) throw new DomainError('not-found', 'There is no such request.');
    return found;
  }

  async save(tx: Transaction, request: StoredRequest): Promise<void> {
    await tx.upsert(RequestRow, request, ['id']);
  }
}
