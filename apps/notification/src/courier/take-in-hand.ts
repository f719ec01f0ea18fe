import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { ConsentRepository } from '../delivery/consent.repository.js';
import { DeliverySteps } from '../delivery/delivery-steps.js';
import { DeliveryRepository, type StoredDelivery } from '../delivery/delivery.repository.js';
import type { StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { NotificationSettings } from '../notification.settings.js';
import type { Consignment } from './consignment.js';
import { Letters } from './letters.js';

/** Writes down that messages are in hand, unless they may not be sent after all. */
@Injectable()
export class TakeInHand {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly consents: ConsentRepository,
    private readonly steps: DeliverySteps,
    private readonly letters: Letters,
    private readonly clock: Clock,
    private readonly settings: NotificationSettings,
  ) {}

  async execute(
    tx: Transaction,
    endpoint: StoredEndpoint,
    group: readonly StoredDelivery[],
  ): Promise<Consignment | null> {
    const deliveries: StoredDelivery[] = [];
    for (const delivery of group) if (await this.mayBeSent(tx, delivery)) deliveries.push(delivery);
    if (deliveries.length === 0) return null;
    const lease = randomUUID();
    const [{ sentAt, until } = { sentAt: new Date(0), until: new Date(0) }] = await tx.query<
      { sentAt: Date; until: Date }[]
    >(`select clock_timestamp() as "sentAt", clock_timestamp() + make_interval(secs => $1) as until`, [
      this.settings.leaseSeconds,
    ]);
    const numbered: StoredDelivery[] = [];
    for (const delivery of deliveries) {
      if (delivery.state === 'sending') await this.noteInterruption(tx, delivery);
      const sequence = endpoint.kind === 'webhook' ? await this.numberOf(tx, delivery) : null;
      const held = { state: 'sending', lease, leaseUntil: until, mayHaveArrived: true, sequence } as const;
      await this.deliveries.change(tx, delivery.id, held);
      numbered.push({ ...delivery, sequence });
    }
    const letter = endpoint.kind === 'email' ? await this.letters.prepare(tx, deliveries) : null;
    return { endpoint, deliveries: numbered, lease, sentAt, letter };
  }

  /** With the first attempt, so that what is never sent leaves no hole; the same over all attempts. */
  private async numberOf(tx: Transaction, { sequence, partnerId }: StoredDelivery): Promise<string> {
    return sequence ?? (await this.deliveries.nextSequence(tx, partnerId));
  }

  /** What is released under a consent goes out only while it stands, and what nobody told of allows nothing. */
  private async mayBeSent(tx: Transaction, delivery: StoredDelivery): Promise<boolean> {
    if (delivery.consentId === null) return true;
    const state = await this.consents.stateOf(tx, delivery.consentId, delivery.partnerId);
    if (state === 'granted') return true;
    if (state === null) await this.steps.fail(tx, [delivery], 'consent-unknown');
    else await this.steps.cancel(tx, [delivery], `consent ${state}`);
    return false;
  }

  private async noteInterruption(tx: Transaction, { id }: StoredDelivery): Promise<void> {
    const attempt = { at: this.clock.now(), outcome: 'interrupted: it is not known how it went', error: 'interrupted' };
    await this.deliveries.addAttempt(tx, id, attempt);
  }
}
