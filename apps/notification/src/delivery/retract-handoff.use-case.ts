import { Injectable } from '@nestjs/common';
import type { EventData, handoffWithdrawn } from '#contracts';
import type { Transaction } from '#platform';
import { DeliveryRepository } from './delivery.repository.js';
import { Dispatch } from './dispatch.js';

/**
 * Follows `handoff.withdrawn`: a partner that got the handoff gets one notice that it is no longer needed; one that did
 * not get it yet never hears of it. An unassigned handoff reached nobody.
 */
@Injectable()
export class RetractHandoff {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly dispatch: Dispatch,
  ) {}

  async execute(tx: Transaction, withdrawn: EventData<typeof handoffWithdrawn>): Promise<void> {
    if (withdrawn.partnerId === null) return;
    const delivery = await this.deliveries.lockHandoff(tx, withdrawn.handoffId);
    if (delivery?.state === 'retrying') await this.deliveries.cancel(tx, delivery.id);
    if (delivery?.state !== 'delivered') return;
    const { handoffId, patientId, partnerId, urgency, dueAt } = delivery;
    await this.dispatch.send(tx, { handoffId, kind: 'no-longer-needed', patientId, partnerId, urgency, dueAt });
  }
}
