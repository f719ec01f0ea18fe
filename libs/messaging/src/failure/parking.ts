import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isDone, lockKey } from '../inbox/inbox.js';
import { MessagingOptions } from '../messaging.options.js';

/** A message as it came off a topic, readable or not. */
export interface RawMessage {
  topic: string;
  /** Where it stands in Kafka; null when it did not come from there. */
  place: { partition: number; offset: string } | null;
  key: string;
  value: string;
  /** Null when the envelope cannot be read. */
  eventId: string | null;
  type: string | null;
}

export interface ParkedRow {
  id: string;
  key: string;
  topic: string;
  value: string;
  eventId: string | null;
  type: string | null;
  state: 'parked' | 'replayed' | 'discarded';
  error: string;
  tries: number;
  parkedAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  reason: string | null;
}

const columns = `id, topic, key, payload as value, event_id as "eventId", type, state, error, tries, parked_at as "parkedAt",
  resolved_at as "resolvedAt", resolved_by as "resolvedBy", reason`;
const longestError = 2000;
const waitsBehind = 'waits behind an earlier message of the same key';

/** Messages that could not be handled, each with every later one of its key, in order, until somebody replays or discards them. */
@Injectable()
export class Parking {
  private readonly consumer: string;

  constructor(
    private readonly dataSource: DataSource,
    { service }: MessagingOptions,
  ) {
    this.consumer = service;
  }

  /** Behind what is parked of the key already; under the key's lock. */
  parkBehind(tx: EntityManager, message: RawMessage): Promise<void> {
    return this.insert(tx, message, waitsBehind, 0);
  }

  /**
   * Keeps a message for good that failed. Parking it again keeps one row; one that took effect meanwhile elsewhere (our partition
   * was taken away between two tries) is not parked. True when it is parked now.
   */
  parkFailed(message: RawMessage, error: string, tries: number): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      await lockKey(tx, this.consumer, message.key);
      if (message.eventId !== null && (await isDone(tx, this.consumer, message.eventId))) return false;
      await this.insert(tx, message, error, tries);
      return true;
    });
  }

  waiting(): Promise<ParkedRow[]> {
    return this.dataSource.query<ParkedRow[]>(
      `select ${columns} from parked_message where consumer = $1 and state = 'parked' order by key, id limit 1000`,
      [this.consumer],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: string }[]>(
      `select count(*) from parked_message where consumer = $1 and state = 'parked'`,
      [this.consumer],
    );
    return Number(row?.count ?? 0);
  }

  async find(id: string): Promise<ParkedRow | null> {
    const rows = await this.dataSource.query<ParkedRow[]>(
      `select ${columns} from parked_message where consumer = $1 and id = $2`,
      [this.consumer, id],
    );
    return rows[0] ?? null;
  }

  async keys(): Promise<string[]> {
    const rows = await this.dataSource.query<{ key: string }[]>(
      `select key from parked_message where consumer = $1 and state = 'parked' group by key order by min(id)`,
      [this.consumer],
    );
    return rows.map(({ key }) => key);
  }

  /** The oldest waiting message of a key, locked. */
  async first(tx: EntityManager, key: string): Promise<ParkedRow | null> {
    const rows = await tx.query<ParkedRow[]>(
      `select ${columns} from parked_message where consumer = $1 and key = $2 and state = 'parked' order by id limit 1 for update`,
      [this.consumer, key],
    );
    return rows[0] ?? null;
  }

  /** False when the message was resolved already. */
  async resolve(
    tx: EntityManager,
    id: string,
    outcome: { state: 'replayed' | 'discarded'; by: string; reason?: string },
  ): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update parked_message set state = $2, resolved_at = now(), resolved_by = $3, reason = $4
       where id = $1 and state = 'parked' returning id`,
      [id, outcome.state, outcome.by, outcome.reason ?? null],
    );
    return rows.length > 0;
  }

  async failedAgain(id: string, error: string): Promise<void> {
    await this.dataSource.query(`update parked_message set tries = tries + 1, error = $2 where id = $1`, [
      id,
      error.slice(0, longestError),
    ]);
  }

  private async insert(tx: EntityManager, message: RawMessage, error: string, tries: number): Promise<void> {
    const { key, topic, place, eventId, type, value } = message;
    await tx.query(
      `insert into parked_message (consumer, key, topic, kafka_partition, kafka_offset, event_id, type, payload, error, tries)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        this.consumer,
        key,
        topic,
        place?.partition ?? null,
        place?.offset ?? null,
        eventId,
        type,
        value,
        error.slice(0, longestError),
        tries,
      ],
    );
  }
}
