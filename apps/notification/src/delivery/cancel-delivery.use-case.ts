import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { DeliverySteps } from './delivery-steps.js';
import { DeliveryRepository } from './delivery.repository.js';

/**
 * The handoff was replaced, or the partner has answered it: what still waits to be sent is not sent any more. What was delivered stays as
 * it is, the record of what the partner got.
 */
@Injectable()
export class CancelDelivery {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
  ) {}

  async execute(
    tx: Transaction,
    { handoffId, reason }: { handoffId: string; reason: 'superseded' | 'acknowledged' },
  ): Promise<void> {
    await this.steps.cancel(tx, await this.deliveries.lockOfHandoff(tx, handoffId), reason);
    await this.steps.cancel(tx, await this.deliveries.lockNotices(tx, { handoffId }), reason);
    await this.deliveries.end(tx, handoffId, reason);
  }

  /** What is said of the referral meanwhile goes on, and leads to the newer handoff. */
  async follow(tx: Transaction, handoffId: string, supersededBy: string): Promise<void> {
    await this.deliveries.follow(tx, handoffId, supersededBy);
  }
}
