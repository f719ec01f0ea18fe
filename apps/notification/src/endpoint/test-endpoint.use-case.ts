import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type EndpointTest } from '#contracts';
import { Clock } from '#platform';
import { Senders } from '../courier/senders.js';
import { WebhookSender } from '../courier/webhook-sender.js';
import { MailTransport } from '../mail/mail-transport.js';
import { EndpointRow } from './endpoint.entity.js';

const subject = 'Throughline: a test';
const text = 'This is a test. Nothing is asked of you.\n';

/** Sends something harmless at once and says how it went. Neither a delivery nor an attempt of one: nothing follows from it. */
@Injectable()
export class TestEndpoint {
  constructor(
    private readonly database: DataSource,
    private readonly webhooks: WebhookSender,
    private readonly senders: Senders,
    private readonly mail: MailTransport,
    private readonly clock: Clock,
  ) {}

  async execute({ partnerId, id }: { partnerId: string; id: string }): Promise<EndpointTest> {
    const endpoint = await this.database.manager.findOneBy(EndpointRow, { id, partnerId });
    if (!endpoint) throw new DomainError('not-found', 'There is no such endpoint.');
    const testId = randomUUID();
    const messageId = `msg_${testId.replaceAll('-', '')}`;
    const { address, kind } = endpoint;
    const outcome =
      kind === 'email'
        ? await this.mail.send({ to: address, subject, text, html: `<p>${text.trim()}</p>`, messageId })
        : await this.webhooks.send({
            url: address,
            secrets: this.senders.secretsOf(endpoint),
            messageId,
            sentAt: await this.realTime(),
            body: this.body(testId, partnerId),
          });
    const { verdict, status, durationMs, error } = outcome;
    return { delivered: verdict === 'delivered', status, durationMs, error };
  }

  /** The database's own clock, which nobody can move. */
  private async realTime(): Promise<Date> {
    const [row] = await this.database.query<{ at: Date }[]>('select clock_timestamp() as at');
    return row?.at ?? this.clock.now();
  }

  private body(id: string, partnerId: string): string {
    return JSON.stringify({
      specversion: '1.0',
      id,
      source: 'urn:throughline:notification',
      type: 'org.throughline.endpoint.test.v1',
      subject: partnerId,
      time: this.clock.now().toISOString(),
      datacontenttype: 'application/json',
      data: {},
    });
  }
}
