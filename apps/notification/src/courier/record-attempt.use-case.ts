import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { DeliverySteps } from '../delivery/delivery-steps.js';
import { DeliveryRepository, type StoredDelivery } from '../delivery/delivery.repository.js';
import { nextTry } from '../delivery/retry-schedule.js';
import { afterFailure, closedBreaker } from '../endpoint/breaker.js';
import { EndpointRepository, type StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { NotificationSettings } from '../notification.settings.js';
import type { Consignment } from './consignment.js';
import { inWords, type Outcome } from './outcome.js';

/** What followed from an attempt is written down: of the messages, of the endpoint, and of all others that wait for it. */
@Injectable()
export class RecordAttempt {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly clock: Clock,
    private readonly settings: NotificationSettings,
  ) {}

  async execute(
    tx: Transaction,
    { endpoint: { id }, deliveries, lease }: Consignment,
    outcome: Outcome,
  ): Promise<void> {
    const endpoint = await this.endpoints.lock(tx, id);
    const failing: StoredDelivery[] = [];
    for (const before of deliveries) {
      const delivery = await this.deliveries.lock(tx, before.id);
      if (delivery === null) continue;
      const isOurs = delivery.lease === lease;
      const gaveUp = await this.settle(tx, { delivery, before, isOurs, endpoint }, outcome);
      if (gaveUp) failing.push(delivery);
    }
    if (endpoint !== null) failing.push(...(await this.followAtEndpoint(tx, endpoint, outcome)));
    const isGone = endpoint === null || endpoint.state === 'disabled' || outcome.verdict === 'gone';
    const reason = isGone ? 'endpoint-disabled' : outcome.verdict === 'bounced' ? 'bounced' : 'retries-exhausted';
    await this.steps.fail(tx, failing, reason);
  }

  /** True when a person has to see to it. */
  private async settle(
    tx: Transaction,
    at: { delivery: StoredDelivery; before: StoredDelivery; isOurs: boolean; endpoint: StoredEndpoint | null },
    outcome: Outcome,
  ): Promise<boolean> {
    const { delivery, before, isOurs, endpoint } = at;
    const now = this.clock.now();
    const isRepeatable = isOurs && delivery.state === 'sending' && outcome.verdict === 'try-again';
    const isThere = endpoint !== null && endpoint.state !== 'disabled';
    const nextAt = isRepeatable && isThere ? this.nextTry(delivery, outcome, now) : null;
    const { status, durationMs, error } = outcome;
    const note = isOurs ? inWords(outcome) : `${inWords(outcome)}, after somebody else had taken it over`;
    await this.deliveries.addAttempt(tx, delivery.id, { at: now, outcome: note, status, durationMs, error, nextAt });
    if (!isOurs) return false;
    if (outcome.verdict === 'delivered') {
      await this.steps.arrived(tx, delivery);
      return false;
    }
    await this.deliveries.change(tx, delivery.id, { mayHaveArrived: before.mayHaveArrived || outcome.mayHaveArrived });
    if (nextAt === null) return delivery.state === 'sending';
    await this.steps.putOff(tx, delivery, nextAt);
    return false;
  }

  private nextTry({ tries, giveUpAt }: StoredDelivery, { retryAfterMs }: Outcome, now: Date): Date | null {
    const rules = { pausesSeconds: this.settings.retryPausesSeconds, giveUpAt: giveUpAt ?? now };
    return nextTry(rules, { tries: tries + 1, now, retryAfterMs, random: Math.random() });
  }

  /** Returns what must be given up besides: everything when the receiver is gone, what waited too long when it does not answer. */
  private async followAtEndpoint(
    tx: Transaction,
    endpoint: StoredEndpoint,
    outcome: Outcome,
  ): Promise<readonly StoredDelivery[]> {
    const now = this.clock.now();
    if (outcome.verdict === 'delivered') {
      await this.endpoints.change(tx, endpoint.id, { ...closedBreaker, lastDeliveredAt: now, lastError: null });
      return [];
    }
    const failed = { lastFailedAt: now, lastError: outcome.error };
    if (outcome.verdict === 'gone') {
      const disabled = { state: 'disabled', reason: 'the receiver answered 410: never again' } as const;
      await this.endpoints.change(tx, endpoint.id, { ...failed, ...disabled, ...closedBreaker });
      return this.deliveries.lockWaiting(tx, endpoint.id);
    }
    // A refused recipient says nothing about the server that refused it.
    if (outcome.verdict !== 'try-again') return this.noted(tx, endpoint, failed);
    const breaker = afterFailure(endpoint, now);
    await this.endpoints.change(tx, endpoint.id, { ...failed, ...breaker });
    if (breaker.openUntil === null) return [];
    const waiting = await this.deliveries.lockWaiting(tx, endpoint.id);
    const isOver = ({ giveUpAt }: StoredDelivery): boolean => giveUpAt !== null && giveUpAt <= now;
    await this.steps.alsoOtherwise(
      tx,
      waiting.filter((one) => !isOver(one)),
    );
    return waiting.filter(isOver);
  }

  private async noted(tx: Transaction, { id }: StoredEndpoint, failed: Partial<StoredEndpoint>): Promise<readonly []> {
    await this.endpoints.change(tx, id, failed);
    return [];
  }
}
