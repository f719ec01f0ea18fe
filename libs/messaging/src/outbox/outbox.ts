import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutgoingEvent } from '#contracts';
import { currentTraceparent } from '#platform';
import { toCloudEvent } from '../cloud-event.js';
import { MessagingOptions } from '../messaging.options.js';
import { rememberAppended } from './wake-after-commit.js';

/** The only way to publish. */
@Injectable()
export class Outbox {
  constructor(private readonly options: MessagingOptions) {}

  /**
   * Puts events into the caller's transaction: they are sent, in this order, if and only if it commits. Per subject the order of
   * sending is the order of the commits, also when transactions of other subjects overlap. Throws zod's error, and so rolls the
   * transaction back, when data breaks its contract.
   */
  async append(tx: EntityManager, ...events: OutgoingEvent[]): Promise<void> {
    for (const event of events) {
      const id = randomUUID();
      const envelope = toCloudEvent(event, { id, service: this.options.service, traceparent: currentTraceparent() });
      // The lock is held until the commit and taken before the row draws its number: per key, numbers ascend with commits.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('outbox ' || $1, 0))`, [event.subject]);
      await tx.query(
        `insert into outbox (id, aggregatetype, aggregateid, type, payload) values ($1, $2, $3, $4, $5)`,
        [id, event.definition.topic, event.subject, event.definition.type, JSON.stringify(envelope)],
      );
    }
    if (events.length > 0) rememberAppended(tx);
  }
}
