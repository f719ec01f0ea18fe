import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { Timers } from '#timers';
import { deliveredEvent, failedEvent, type FailureReason } from './delivery.events.js';
import { DeliveryRepository, type StoredDelivery } from './delivery.repository.js';
import { after } from './delivery.states.js';
import { DispatchTools, newMessageId } from './dispatch-tools.js';
import { OtherChannel } from './other-channel.js';

export const deliveryTimer = 'delivery.due';
const timerKey = (id: string): string => `delivery:${id}`;

const nowhere = { lease: null, leaseUntil: null, nextAt: null };

/** The steps of a delivery, each with what follows from it: the event, the alarm. A step that means nothing in its state does nothing. */
@Injectable()
export class DeliverySteps {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
    private readonly timers: Timers,
    private readonly otherChannel: OtherChannel,
    private readonly tools: DispatchTools,
  ) {}

  /** The row is the truth and is found without an alarm; with one it is found on time. */
  async ringAt(
    tx: Transaction,
    { id, planId, patientId }: StoredDelivery | { id: string; planId: string | null; patientId: string },
    at: Date,
  ): Promise<void> {
    if (at <= this.tools.now()) return;
    const timer = {
      key: timerKey(id),
      kind: deliveryTimer,
      subject: patientId,
      planId: planId ?? patientId,
      dueAt: at,
    };
    await this.timers.set(tx, timer);
  }

  async arrived(tx: Transaction, delivery: StoredDelivery): Promise<void> {
    if (after(delivery.state, 'arrive') === null) return;
    const now = this.tools.now();
    const settled = { ...nowhere, state: 'delivered', sealedBody: null, reason: null, settledAt: now } as const;
    await this.deliveries.change(tx, delivery.id, { ...settled, mayHaveArrived: true });
    const event = deliveredEvent(delivery, now);
    if (event !== null) await this.outbox.append(tx, event);
  }

  async putOff(tx: Transaction, delivery: StoredDelivery, nextAt: Date): Promise<void> {
    if (after(delivery.state, 'put-off') === null) return;
    await this.deliveries.change(tx, delivery.id, { ...nowhere, state: 'retrying', tries: delivery.tries + 1, nextAt });
    await this.ringAt(tx, delivery, nextAt);
  }

  /**
   * They are given up here: what has another channel goes over it, and a person has to see to the rest, and to everything that cannot
   * wait. All at once, because the order of news of several patients is taken in one go.
   */
  async fail(tx: Transaction, deliveries: readonly StoredDelivery[], reason: FailureReason): Promise<void> {
    const now = this.tools.now();
    const failing = deliveries.filter(({ state }) => after(state, 'give-up') !== null);
    for (const { id } of failing) {
      await this.deliveries.change(tx, id, { ...nowhere, state: 'failed', reason, settledAt: now });
    }
    await this.timers.cancel(tx, ...failing.map(({ id }) => timerKey(id)));
    const personal: StoredDelivery[] = [];
    for (const delivery of failing) {
      const isUnderWay = reason !== 'consent-unknown' && (await this.otherChannel.instead(tx, delivery, reason));
      if (!isUnderWay || delivery.urgency !== 'routine') personal.push(delivery);
    }
    await this.outbox.append(tx, ...personal.map((delivery) => failedEvent(delivery, reason, now)));
  }

  /** Their channel does not answer at the moment: what cannot wait goes over another one, too. */
  async alsoOtherwise(tx: Transaction, deliveries: readonly StoredDelivery[]): Promise<void> {
    for (const delivery of deliveries) {
      if (delivery.urgency !== 'routine') await this.otherChannel.besides(tx, delivery);
    }
  }

  /** A new round of tries of the same message: its id stays. */
  async queueAgain(tx: Transaction, deliveries: readonly StoredDelivery[]): Promise<number> {
    const now = this.tools.now();
    const again = deliveries.filter(({ state }) => after(state, 'queue-again') !== null);
    for (const { id } of again) {
      const round = { tries: 0, nextAt: now, giveUpAt: this.tools.giveUpAfter(now), inDigest: false };
      await this.deliveries.change(tx, id, { ...nowhere, ...round, state: 'queued', reason: null, settledAt: null });
    }
    await this.timers.cancel(tx, ...again.map(({ id }) => timerKey(id)));
    return again.length;
  }

  /** The same news once more, under a new id: a message of its own. */
  async renew(tx: Transaction, deliveries: readonly StoredDelivery[]): Promise<void> {
    const now = this.tools.now();
    for (const delivery of deliveries.filter(({ state }) => after(state, 'renew') !== null)) {
      const round = { tries: 0, nextAt: now, giveUpAt: this.tools.giveUpAfter(now), inDigest: false };
      const anew = { state: 'queued', reason: null, settledAt: null, messageId: newMessageId() } as const;
      await this.deliveries.change(tx, delivery.id, { ...nowhere, ...round, ...anew });
      await this.ringAt(tx, delivery, now);
    }
  }

  /** Nobody needs it any more. An attempt that is on its way keeps its lease, so that its end is still written down. */
  async cancel(tx: Transaction, deliveries: readonly StoredDelivery[], reason: string): Promise<void> {
    const now = this.tools.now();
    const cancelled = deliveries.filter(({ state }) => after(state, 'cancel') !== null);
    for (const { id } of cancelled) {
      const settled = { state: 'cancelled', nextAt: null, sealedBody: null, settledAt: now } as const;
      await this.deliveries.change(tx, id, { ...settled, reason });
    }
    await this.timers.cancel(tx, ...cancelled.map(({ id }) => timerKey(id)));
  }
}
