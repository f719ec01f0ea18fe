import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Delivery, Urgency } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { handoffDeliveredEvent } from './delivery.events.js';
import { DeliveryRepository, type StoredDelivery } from './delivery.repository.js';

export interface Notice {
  handoffId: string;
  kind: Delivery['kind'];
  patientId: string;
  partnerId: string;
  urgency: Urgency;
  dueAt: Date;
}

/** The one place where a message meets the partner's channel. */
@Injectable()
export class Dispatch {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Once for each handoff and kind of message: a repeated call has no effect. */
  async send(tx: Transaction, notice: Notice): Promise<void> {
    const now = this.clock.now();
    const delivery: StoredDelivery = {
      id: randomUUID(),
      ...notice,
      channel: 'inbox',
      state: 'retrying',
      createdAt: now,
    };
    if (!(await this.deliveries.add(tx, delivery))) return;
    // The inbox is what the partner reads at GET /api/handoffs, so it is reached the moment this row commits.
    // A channel that leaves the house (webhook, email) must not be tried in here: it stays `retrying` for its worker.
    if (delivery.channel === 'inbox') await this.settle(tx, delivery, 'stands in the inbox', now);
  }

  private async settle(tx: Transaction, delivery: StoredDelivery, outcome: string, now: Date): Promise<void> {
    await this.deliveries.recordAttempt(tx, delivery.id, { at: now, outcome, state: 'delivered' });
    await this.outbox.append(tx, handoffDeliveredEvent(delivery, now));
  }
}
