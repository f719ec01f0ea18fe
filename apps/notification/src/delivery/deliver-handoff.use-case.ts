import { Injectable } from '@nestjs/common';
import type { CloudEvent, EventData, handoffIssued } from '#contracts';
import type { Transaction } from '#platform';
import { Dispatch } from './dispatch.js';
import { bodyOf } from './webhook-body.js';

/**
 * Follows `handoff.issued`: the partner gets the handoff over its channels. What is kept of it are ids, urgency and due, and for a webhook
 * the event itself, sealed, until it has arrived.
 */
@Injectable()
export class DeliverHandoff {
  constructor(private readonly dispatch: Dispatch) {}

  async execute(tx: Transaction, event: CloudEvent<EventData<typeof handoffIssued>>): Promise<void> {
    const { handoffId, planId, patientId, partnerId, memberId, urgency, dueAt, fromVersion, supersedes } = event.data;
    await this.dispatch.send(tx, {
      ...{ kind: 'handoff', handoffId, releaseId: null, consentId: null, planId, patientId, partnerId, urgency },
      ...{ noticeId: null, referralId: null, memberId },
      dueAt: new Date(dueAt),
      isUpdate: fromVersion > 0 || supersedes !== null,
      body: bodyOf(event),
    });
  }
}
