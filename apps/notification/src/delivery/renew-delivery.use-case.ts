import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliverySteps } from './delivery-steps.js';

/** The reader of a mail asks for a fresh one: a message of its own, so that no mail program takes it for a repetition. */
@Injectable()
export class RenewDelivery {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
  ) {}

  /** Nothing for a handoff that no mail was sent about, or whose mail is on its way anyhow. */
  async execute(tx: Transaction, handoffId: string): Promise<void> {
    const deliveries = await this.deliveries.lockOfHandoff(tx, handoffId);
    await this.steps.renew(
      tx,
      deliveries.filter(({ channel }) => channel === 'email'),
    );
  }
}
