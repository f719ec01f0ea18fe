import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { DeliveryRepository } from './delivery.repository.js';

/**
 * Follows `handoff.superseded`: what still waits to be sent is not sent any more, the successor brings it. What was
 * delivered stays as it is, the record of what the partner got.
 */
@Injectable()
export class CancelDelivery {
  constructor(private readonly deliveries: DeliveryRepository) {}

  async execute(tx: Transaction, { handoffId }: { handoffId: string }): Promise<void> {
    const delivery = await this.deliveries.lockHandoff(tx, handoffId);
    if (delivery?.state === 'retrying') await this.deliveries.cancel(tx, delivery.id);
  }
}
