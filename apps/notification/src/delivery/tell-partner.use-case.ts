import { Injectable } from '@nestjs/common';
import type { CloudEvent, PartnerNoticeKind } from '#contracts';
import type { Transaction } from '#platform';
import { EndpointRepository } from '../endpoint/endpoint.repository.js';
import { DeliverySteps } from './delivery-steps.js';
import { DispatchTools } from './dispatch-tools.js';
import { Dispatch } from './dispatch.js';
import { DeliveryRepository, type StoredDelivery } from './delivery.repository.js';
import { bodyOf } from './webhook-body.js';

export interface PartnerNotice {
  kind: PartnerNoticeKind;
  partnerId: string;
  /** What it is about: the handoff itself, or the referral of a member, which its newest handoff leads to. */
  about: { handoffId: string } | { referralId: string; memberId: string };
  /** Until when the partner has to move; null: as the handoff said. */
  dueAt: string | null;
  /** The event that says so: a webhook gets it as it is, and it is told once. */
  event: CloudEvent;
}

/**
 * What a partner has heard of before, and still owes or waits for: a reminder, the question whether a request may be cancelled, an answer.
 * It goes the way of the handoff, in order after it, as urgent as it. Nothing for a handoff that nobody waits for any more, and no
 * reminder of one that has not arrived yet: that one is tried at once instead.
 */
@Injectable()
export class TellPartner {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly endpoints: EndpointRepository,
    private readonly dispatch: Dispatch,
    private readonly steps: DeliverySteps,
    private readonly tools: DispatchTools,
  ) {}

  async execute(tx: Transaction, notice: PartnerNotice): Promise<void> {
    // Endpoints before deliveries, as everybody locks them.
    await this.endpoints.holdOfPartner(tx, notice.partnerId);
    const { about } = notice;
    const known =
      'handoffId' in about
        ? await this.deliveries.lockOfHandoff(tx, about.handoffId)
        : [await this.deliveries.newestOfMember(tx, about.memberId)];
    const handoff = known.find((one) => one !== null);
    if (!handoff || handoff.partnerId !== notice.partnerId) return;
    if ('handoffId' in about && handoff.endedAs !== null) return;
    const waiting = known.filter((one) => one !== null && isOnItsWay(one));
    if (notice.kind === 'reminder' && waiting.length > 0) return this.hurry(tx, handoff);
    const { handoffId, planId, patientId, partnerId, memberId, urgency, dueAt } = handoff;
    await this.dispatch.send(tx, {
      ...{ kind: notice.kind, noticeId: notice.event.id, handoffId, memberId, planId, patientId, partnerId, urgency },
      ...{ referralId: 'referralId' in about ? about.referralId : null, releaseId: null, consentId: null },
      ...{ dueAt: notice.dueAt === null ? dueAt : new Date(notice.dueAt), isUpdate: true },
      body: bodyOf(notice.event),
    });
  }

  /** What was still to be said is not said any more. */
  async takeBack(
    tx: Transaction,
    partnerId: string,
    about: { handoffId: string } | { referralId: string },
    reason: string,
  ): Promise<void> {
    await this.endpoints.holdOfPartner(tx, partnerId);
    await this.steps.cancel(tx, await this.deliveries.lockNotices(tx, about), reason);
  }

  private async hurry(tx: Transaction, { endpointId, patientId }: StoredDelivery): Promise<void> {
    if (endpointId === null) return;
    await this.deliveries.hurryEarlier(tx, { endpointId, patientId, now: this.tools.now() });
  }
}

const isOnItsWay = ({ state }: StoredDelivery): boolean =>
  state === 'queued' || state === 'sending' || state === 'retrying';
