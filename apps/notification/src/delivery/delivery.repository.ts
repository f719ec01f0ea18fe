import { Injectable } from '@nestjs/common';
import type { Delivery } from '#contracts';
import type { Transaction } from '#platform';
import { DeliveryRow } from './delivery.entity.js';

export type StoredDelivery = Readonly<DeliveryRow>;

@Injectable()
export class DeliveryRepository {
  /** False when this handoff has a delivery of this kind already. */
  async add(tx: Transaction, delivery: StoredDelivery): Promise<boolean> {
    const inserted = await tx.query<unknown[]>(
      `insert into delivery (id, handoff_id, kind, patient_id, partner_id, urgency, due_at, channel, state, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (handoff_id, kind) do nothing returning id`,
      [
        delivery.id,
        delivery.handoffId,
        delivery.kind,
        delivery.patientId,
        delivery.partnerId,
        delivery.urgency,
        delivery.dueAt,
        delivery.channel,
        delivery.state,
        delivery.createdAt,
      ],
    );
    return inserted.length === 1;
  }

  /** The handoff's own delivery, locked: whether it was sent must not change while we decide what follows from it. */
  async lockHandoff(tx: Transaction, handoffId: string): Promise<StoredDelivery | null> {
    return tx.findOne(DeliveryRow, { where: { handoffId, kind: 'handoff' }, lock: { mode: 'pessimistic_write' } });
  }

  async recordAttempt(
    tx: Transaction,
    deliveryId: string,
    attempt: { at: Date; outcome: string; state: Delivery['state'] },
  ) {
    await tx.query(
      `insert into delivery_attempt (delivery_id, number, at, outcome)
       select $1, coalesce(max(number), 0) + 1, $2, $3 from delivery_attempt where delivery_id = $1`,
      [deliveryId, attempt.at, attempt.outcome],
    );
    await tx.update(DeliveryRow, { id: deliveryId }, { state: attempt.state });
  }

  async cancel(tx: Transaction, deliveryId: string): Promise<void> {
    await tx.update(DeliveryRow, { id: deliveryId }, { state: 'cancelled' });
  }
}
