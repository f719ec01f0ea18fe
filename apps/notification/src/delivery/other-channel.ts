import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { EndpointRepository, type StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { MailTransport } from '../mail/mail-transport.js';
import { type RerouteReason, reroutedEvent } from './delivery.events.js';
import { DeliveryRepository, type StoredDelivery } from './delivery.repository.js';
import { DispatchTools, newMessageId } from './dispatch-tools.js';

const onItsWay: readonly StoredDelivery['state'][] = ['queued', 'sending', 'retrying', 'delivered'];

/**
 * What does not get through over one channel goes over the partner's next one by itself, under an id of its own. That it stands in an
 * inbox counts for nothing here: nobody looks there who has chosen another channel.
 */
@Injectable()
export class OtherChannel {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly endpoints: EndpointRepository,
    private readonly mail: MailTransport,
    private readonly outbox: Outbox,
    private readonly tools: DispatchTools,
  ) {}

  /** For a message that is given up. False: it goes no other way and did not go one, so a person is needed. */
  async instead(tx: Transaction, delivery: StoredDelivery, reason: RerouteReason): Promise<boolean> {
    const others = await this.others(tx, delivery);
    const under = others.find(({ state }) => onItsWay.includes(state));
    const channel = under?.channel ?? (await this.addTo(tx, delivery, others));
    if (channel === null) return false;
    await this.tell(tx, delivery, reason, channel);
    return true;
  }

  /** For a message that is tried again later and cannot wait for that. Once; nothing where there is no other channel. */
  async besides(tx: Transaction, delivery: StoredDelivery): Promise<void> {
    const others = await this.others(tx, delivery);
    const channel = others.length > 0 ? null : await this.addTo(tx, delivery, others);
    if (channel !== null) await this.tell(tx, delivery, 'not-answering', channel);
  }

  private async others(tx: Transaction, delivery: StoredDelivery): Promise<StoredDelivery[]> {
    const all = await this.deliveries.ofMessage(tx, delivery);
    return all.filter(({ id, channel }) => id !== delivery.id && channel !== 'inbox');
  }

  private async addTo(
    tx: Transaction,
    delivery: StoredDelivery,
    others: readonly StoredDelivery[],
  ): Promise<StoredDelivery['channel'] | null> {
    const used = [delivery, ...others].map(({ channel }) => channel);
    const endpoints = await this.endpoints.ofPartner(tx, delivery.partnerId);
    const next = endpoints.find((one) => !used.includes(one.kind) && this.canCarry(one, delivery));
    if (!next) return null;
    const now = this.tools.now();
    const { number: _, ...message } = delivery;
    const id = randomUUID();
    const round = { tries: 0, nextAt: now, giveUpAt: this.tools.giveUpAfter(now), inDigest: false };
    const isAdded = await this.deliveries.add(tx, {
      ...{ ...message, ...round, id, channel: next.kind, endpointId: next.id, messageId: newMessageId() },
      ...{ sequence: null, state: 'queued', lease: null, leaseUntil: null, mayHaveArrived: false, reason: null },
      ...{ createdAt: now, settledAt: null, sealedBody: this.tools.resealed(delivery, id) },
    });
    return isAdded ? next.kind : null;
  }

  /** One that does not answer either is no way out. */
  private canCarry({ kind, state, openUntil }: StoredEndpoint, { sealedBody }: StoredDelivery): boolean {
    if (state !== 'active' || (openUntil !== null && openUntil > this.tools.now())) return false;
    return kind === 'email' ? this.mail.isThere : sealedBody !== null;
  }

  private async tell(
    tx: Transaction,
    delivery: StoredDelivery,
    reason: RerouteReason,
    channel: StoredDelivery['channel'],
  ): Promise<void> {
    const event = reroutedEvent(delivery, { reason, to: channel, time: this.tools.now() });
    if (event !== null) await this.outbox.append(tx, event);
  }
}
