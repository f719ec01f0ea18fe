import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutgoingEvent } from '#contracts';
import { currentTraceparent } from '#platform';
import { largestEventBytes, toCloudEvent } from '../cloud-event.js';
import { MessagingOptions } from '../messaging.options.js';
import { rememberAppended } from './wake-after-commit.js';

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
    // The lock is held until the commit and taken before the rows draw their numbers (every row needs `locked` first): per key,
    // numbers ascend with commits. Subjects sorted, so that two transactions with the same ones do not wait for each other.
    await tx.query(
      `with locked as materialized (
         select count(pg_advisory_xact_lock(hashtextextended('outbox ' || subject, 0))) as locks
         from (select distinct key as subject from unnest($3::text[]) as key order by key) as subjects)
       insert into outbox (id, aggregatetype, aggregateid, type, payload)
       select id, topic, key, type, payload
       from locked, unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as row (id, topic, key, type, payload, place)
       where locks > 0 order by place`,
      [rows.map(({ id }) => id), rows.map(({ topic }) => topic), rows.map(({ key }) => key), rows.map(({ type }) => type), rows.map(({ payload }) => payload)],
    );
    rememberAppended(tx);
  }

  private toRow(event: OutgoingEvent): { id: string; topic: string; key: string; type: string; payload: string } {
    const { definition, subject } = event;
    const id = randomUUID();
    const payload = JSON.stringify(toCloudEvent(event, { id, service: this.options.service, traceparent: currentTraceparent() }));
    if (Buffer.byteLength(payload) > largestEventBytes) throw new Error(`${definition.type} is larger than ${largestEventBytes} bytes`);
    return { id, topic: definition.topic, key: subject, type: definition.type, payload };
  }
}
