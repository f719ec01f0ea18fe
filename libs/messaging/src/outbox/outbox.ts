import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutgoingEvent } from '#contracts';
import { currentTraceparent } from '#platform';
import { largestEventBytes, toCloudEvent } from '../cloud-event.js';
import { MessagingOptions } from '../messaging.options.js';
import { rememberAppended } from './wake-after-commit.js';

interface Row {
  id: string;
  topic: string;
  key: string;
  type: string;
  payload: string;
}

/** The only way to publish. */
@Injectable()
export class Outbox {
  constructor(private readonly options: MessagingOptions) {}

  /**
   * Puts events into the caller's transaction: they are sent, in this order, if and only if it commits. Per subject the order of
   * sending is the order of the commits, also when transactions of other subjects overlap; a second transaction that appends
   * for the same subject waits here until the first has ended. Throws, and so rolls the transaction back, when data breaks its
   * contract (zod's error) or an event is larger than 4 MiB.
   */
  async append(tx: EntityManager, ...events: OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => this.toRow(event));
    const column = (name: keyof Row): string[] => rows.map((row) => row[name]);
    // The function takes the subjects' locks before the numbers are drawn.
    await tx.query(`select append_events($1, $2, $3, $4, $5)`, [
      column('id'),
      column('topic'),
      column('key'),
      column('type'),
      column('payload'),
    ]);
    rememberAppended(tx);
  }

  private toRow(event: OutgoingEvent): Row {
    const { definition, subject } = event;
    const id = randomUUID();
    const payload = JSON.stringify(
      toCloudEvent(event, { id, service: this.options.service, traceparent: currentTraceparent() }),
    );
    if (Buffer.byteLength(payload) > largestEventBytes)
      throw new Error(`${definition.type} is larger than ${largestEventBytes} bytes`);
    return { id, topic: definition.topic, key: subject, type: definition.type, payload };
  }
}
