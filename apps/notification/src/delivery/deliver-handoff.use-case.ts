import { Injectable } from '@nestjs/common';
import type { EventData, handoffIssued } from '#contracts';
import type { Transaction } from '#platform';
import { Dispatch } from './dispatch.js';

/**
 * Follows `handoff.issued`: the partner gets the handoff over its channel and `delivery.delivered` says so. Keeps ids,
 * urgency and due only; asks and slice stay where they were computed (minimum necessary).
 */
@Injectable()
export class DeliverHandoff {
  constructor(private readonly dispatch: Dispatch) {}

  async execute(tx: Transaction, issued: EventData<typeof handoffIssued>): Promise<void> {
    const { handoffId, patientId, partnerId, urgency, dueAt } = issued;
    await this.dispatch.send(tx, { handoffId, kind: 'handoff', patientId, partnerId, urgency, dueAt: new Date(dueAt) });
  }
}
