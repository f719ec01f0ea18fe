import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock, LOGGER } from '#platform';
import type { StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { MailTransport } from '../mail/mail-transport.js';
import { Sealer } from '../sealer.js';
import type { Consignment } from './consignment.js';
import { numbered } from '../delivery/webhook-body.js';
import { notDelivered, type Outcome } from './outcome.js';
import { WebhookSender } from './webhook-sender.js';

/** Sends what is in hand over its channel. Never throws: whatever happens is an outcome. */
@Injectable()
export class Senders {
  constructor(
    private readonly webhooks: WebhookSender,
    private readonly mail: MailTransport,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async send(consignment: Consignment): Promise<Outcome> {
    const { endpoint, letter } = consignment;
    try {
      if (letter !== null) return await this.mail.send({ ...letter, to: endpoint.address });
      return await this.sendWebhook(consignment);
    } catch (error) {
      this.logger.error({ err: error, endpoint: endpoint.id }, 'a message could not be sent');
      return notDelivered('internal', 0);
    }
  }

  /** Opens the secrets that sign at this moment. */
  secretsOf({ id, secrets }: StoredEndpoint): string[] {
    const now = this.clock.now();
    return secrets
      .filter(({ until }) => until === null || new Date(until) > now)
      .map(({ sealed }) => this.sealer.open(sealed, id));
  }

  private sendWebhook({ endpoint, deliveries, sentAt }: Consignment): Promise<Outcome> {
    const [delivery] = deliveries;
    if (!delivery || delivery.sealedBody === null) {
      return Promise.resolve(notDelivered('no-body', 0, { verdict: 'hopeless' }));
    }
    const { id, messageId, sealedBody, sequence } = delivery;
    const body = numbered(this.sealer.open(sealedBody, id), sequence);
    const secrets = this.secretsOf(endpoint);
    return this.webhooks.send({ url: endpoint.address, secrets, messageId, sentAt, body, sequence });
  }
}
