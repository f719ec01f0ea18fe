import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { urgencies, type PartnerReach, type Urgency } from '#contracts';
import { Clock } from '#platform';
import { channelsFor, type ChosenChannel } from '../delivery/channels.js';
import { stateOf } from '../endpoint/breaker.js';
import { EndpointRepository, type StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { MailTransport } from '../mail/mail-transport.js';
import { PartnerRepository } from './partner.repository.js';

type Reached = PartnerReach['channels'][Urgency][number];

@Injectable()
export class PartnerReachQueries {
  constructor(
    private readonly database: DataSource,
    private readonly partners: PartnerRepository,
    private readonly endpoints: EndpointRepository,
    private readonly mail: MailTransport,
    private readonly clock: Clock,
  ) {}

  /** Of those that the directory knows: the channels that a message would take now, by the same choice that sending makes. */
  async of(partnerIds: readonly string[]): Promise<PartnerReach[]> {
    const reader = this.database.manager;
    const found: PartnerReach[] = [];
    for (const partnerId of new Set(partnerIds)) {
      const partner = await this.partners.find(reader, partnerId);
      if (!partner) continue;
      const endpoints = await this.endpoints.ofPartner(reader, partnerId);
      const { preferences } = partner;
      const of = (urgency: Urgency): Reached[] =>
        channelsFor(urgency, { preferences, endpoints, canMail: this.mail.isThere }).map((chosen) => ({
          channel: chosen.channel,
          state: this.stateOf(chosen, endpoints),
        }));
      const channels = Object.fromEntries(urgencies.map((urgency) => [urgency, of(urgency)]));
      found.push({ partnerId, channels: channels as PartnerReach['channels'] });
    }
    return found;
  }

  private stateOf(chosen: ChosenChannel, endpoints: readonly StoredEndpoint[]): Reached['state'] {
    if (chosen.undeliverable !== null) return 'broken';
    const endpoint = endpoints.find(({ id }) => id === chosen.endpointId);
    if (endpoint?.state === 'paused') return 'paused';
    return endpoint && stateOf(endpoint, this.clock.now()) !== 'closed' ? 'troubled' : 'works';
  }
}
