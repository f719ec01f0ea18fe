import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { EndpointRow } from './endpoint.entity.js';

export type StoredEndpoint = Readonly<EndpointRow>;

/** Whoever locks deliveries too locks their endpoint first. */
@Injectable()
export class EndpointRepository {
  /** False when the organization has one of this kind already. */
  async add(tx: Transaction, endpoint: StoredEndpoint): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(EndpointRow)
      .values(endpoint as object)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  /** They stay as they are until the end of the transaction: what is queued for one of them cannot be forgotten while it is disabled. */
  async holdOfPartner(tx: Transaction, partnerId: string): Promise<StoredEndpoint[]> {
    return tx.find(EndpointRow, { where: { partnerId }, order: { id: 'asc' }, lock: { mode: 'pessimistic_read' } });
  }

  /** As they stand at this moment. */
  async ofPartner(tx: Transaction, partnerId: string): Promise<StoredEndpoint[]> {
    return tx.find(EndpointRow, { where: { partnerId }, order: { kind: 'desc' } });
  }

  /** Nobody else changes it; what is queued for it meanwhile is. */
  async lock(tx: Transaction, id: string): Promise<StoredEndpoint | null> {
    return tx.findOne(EndpointRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async lockAllOfPartner(tx: Transaction, partnerId: string): Promise<StoredEndpoint[]> {
    return tx.find(EndpointRow, { where: { partnerId }, order: { id: 'asc' }, lock: { mode: 'for_no_key_update' } });
  }

  async change(tx: Transaction, id: string, changed: Partial<Omit<StoredEndpoint, 'id'>>): Promise<void> {
    await tx.update(EndpointRow, { id }, changed as object);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.delete(EndpointRow, { id });
  }
}
