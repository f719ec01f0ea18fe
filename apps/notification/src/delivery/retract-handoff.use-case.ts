import { Injectable } from '@nestjs/common';
import type { CloudEvent, EventData, handoffWithdrawn } from '#contracts';
import type { Transaction } from '#platform';
import { EndpointRepository } from '../endpoint/endpoint.repository.js';
import { DeliverySteps } from './delivery-steps.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Dispatch } from './dispatch.js';
import { bodyOf } from './webhook-body.js';

/**
 * Follows `handoff.withdrawn`: a partner that got the handoff, or may have got it (an attempt that nobody answered), gets one notice that it
 * is no longer needed; one that did not get it yet never hears of it. An unassigned handoff reached nobody.
 */
@Injectable()
export class RetractHandoff {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly dispatch: Dispatch,
    private readonly endpoints: EndpointRepository,
  ) {}

  async execute(tx: Transaction, event: CloudEvent<EventData<typeof handoffWithdrawn>>): Promise<void> {
    if (event.data.partnerId === null) return;
    // Endpoints before deliveries, as everybody locks them.
    await this.endpoints.holdOfPartner(tx, event.data.partnerId);
    const sent = await this.deliveries.lockOfHandoff(tx, event.data.handoffId);
    await this.steps.cancel(tx, sent, 'withdrawn');
    await this.steps.cancel(
      tx,
      await this.deliveries.lockNotices(tx, { handoffId: event.data.handoffId }),
      'withdrawn',
    );
    await this.deliveries.end(tx, event.data.handoffId, 'withdrawn');
    const known = sent.find(({ state, mayHaveArrived }) => state === 'delivered' || mayHaveArrived);
    if (!known) return;
    const { handoffId, planId, patientId, partnerId, memberId, urgency, dueAt } = known;
    await this.dispatch.send(tx, {
      ...{ kind: 'no-longer-needed', handoffId, releaseId: null, consentId: null, planId, patientId, partnerId },
      ...{ noticeId: null, referralId: null, memberId, urgency, dueAt, isUpdate: true },
      body: bodyOf(event),
    });
  }
}
