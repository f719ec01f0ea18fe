import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Delivery, Partner, Urgency } from '#contracts';
import type { Transaction } from '#platform';
import { EndpointRepository, type StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { MailTransport } from '../mail/mail-transport.js';
import { noPreferences } from '../partner/partner-snapshot.js';
import { PartnerRepository } from '../partner/partner.repository.js';
import { channelsFor, type ChosenChannel } from './channels.js';
import { DeliverySteps } from './delivery-steps.js';
import { DispatchTools, newMessageId } from './dispatch-tools.js';
import { DeliveryRepository, type NewDelivery, type StoredDelivery } from './delivery.repository.js';
import { nextDigest } from './digest-moment.js';

export interface Notice {
  kind: Delivery['kind'];
  /** Of a notice: the event that it tells of, and the referral where it is about one. */
  noticeId: string | null;
  referralId: string | null;
  memberId: string | null;
  /** One of the two. */
  handoffId: string | null;
  releaseId: string | null;
  consentId: string | null;
  planId: string | null;
  patientId: string;
  partnerId: string;
  urgency: Urgency;
  dueAt: Date;
  isUpdate: boolean;
  /** The CloudEvent as a webhook gets it. */
  body: string;
}

interface Addressee {
  partner: Partner | null;
  endpoints: readonly StoredEndpoint[];
}

/** The one place where a message meets the partner's channels. Nothing is sent in here: a channel that leaves the house has its courier. */
@Injectable()
export class Dispatch {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly partners: PartnerRepository,
    private readonly endpoints: EndpointRepository,
    private readonly mail: MailTransport,
    private readonly tools: DispatchTools,
  ) {}

  /** Once for each message and channel: a repeated call has no effect. */
  async send(tx: Transaction, notice: Notice): Promise<void> {
    const endpoints = await this.endpoints.holdOfPartner(tx, notice.partnerId);
    const partner = await this.partners.find(tx, notice.partnerId);
    const preferences = partner?.preferences ?? noPreferences;
    const chosen = channelsFor(notice.urgency, { preferences, endpoints, canMail: this.mail.isThere });
    for (const channel of chosen) {
      // Reminders, questions and answers stand in the inbox with what they are about: there is nothing to deliver.
      if (channel.channel === 'inbox' && notice.noticeId !== null) continue;
      await this.over(tx, notice, channel, { partner, endpoints });
    }
  }

  private async over(tx: Transaction, notice: Notice, chosen: ChosenChannel, at: Addressee): Promise<void> {
    const delivery = this.newDelivery(notice, chosen, at);
    if (!(await this.deliveries.add(tx, delivery))) return;
    const stored: StoredDelivery = { ...delivery, number: '' };
    if (chosen.undeliverable !== null) return this.steps.fail(tx, [stored], chosen.undeliverable);
    if (chosen.channel === 'inbox') return this.intoInbox(tx, stored);
    if (notice.urgency !== 'routine' && chosen.endpointId !== null) {
      const { patientId } = notice;
      await this.deliveries.hurryEarlier(tx, { endpointId: chosen.endpointId, patientId, now: this.tools.now() });
    }
    const endpoint = at.endpoints.find(({ id }) => id === chosen.endpointId);
    const isAway = endpoint?.openUntil && endpoint.openUntil > this.tools.now();
    if (isAway) await this.steps.alsoOtherwise(tx, [stored]);
    if (delivery.nextAt !== null) await this.steps.ringAt(tx, stored, delivery.nextAt);
  }

  /** The inbox is what the partner reads at GET /api/handoffs, so it is reached the moment this row commits. */
  private async intoInbox(tx: Transaction, delivery: StoredDelivery): Promise<void> {
    await this.deliveries.addAttempt(tx, delivery.id, { at: this.tools.now(), outcome: 'stands in the inbox' });
    await this.steps.arrived(tx, { ...delivery, state: 'sending' });
  }

  private newDelivery(
    notice: Notice,
    { channel, endpointId }: ChosenChannel,
    { partner, endpoints }: Addressee,
  ): NewDelivery {
    const { body, ...about } = notice;
    const id = randomUUID();
    const now = this.tools.now();
    const digest = channel === 'email' ? digestOf(notice, partner, now) : null;
    const nextAt = digest ?? now;
    // A mail holds nothing of it, but may have to make way for a webhook.
    const isKept = channel !== 'inbox' && endpoints.some(({ kind }) => kind === 'webhook');
    return {
      ...about,
      id,
      channel,
      endpointId,
      state: 'queued',
      messageId: newMessageId(),
      endedAs: null,
      sequence: null,
      sealedBody: channel === 'webhook' || isKept ? this.tools.seal(body, id) : null,
      nextAt,
      giveUpAt: this.tools.giveUpAfter(nextAt),
      tries: 0,
      inDigest: digest !== null,
      lease: null,
      leaseUntil: null,
      mayHaveArrived: false,
      reason: null,
      createdAt: now,
      settledAt: null,
    };
  }
}

/** Only what can wait waits for the daily mail: a routine notice whose due comes after it. */
function digestOf({ urgency, dueAt }: Notice, partner: Partner | null, now: Date): Date | null {
  const digestAt = partner?.preferences.digestAt ?? null;
  if (partner === null || digestAt === null || urgency !== 'routine') return null;
  const moment = nextDigest(now, digestAt, partner.calendar);
  return moment !== null && moment < dueAt ? moment : null;
}
