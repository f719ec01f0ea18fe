import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { lockKey } from '../inbox/inbox.js';
import { MessagingOptions } from '../messaging.options.js';

/** A message as it came off a topic, readable or not. */
export interface RawMessage {
  topic: string;
  key: string;
  value: string;
  /** Null when the envelope cannot be read. */
  eventId: string | null;
  type: string | null;
}

export interface ParkedRow extends RawMessage {
  id: string;
  state: 'parked' | 'replayed' | 'discarded';
  error: string;
  tries: number;
  parkedAt: Date;
}

const columns = `id, topic, key, payload as value, event_id as "eventId", type, state, error, tries, parked_at as "parkedAt"`;
const longestError = 2000;

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

  /** Ask under the key's lock: a replay may be about to let the key flow again. */
  async isKeyParked(tx: EntityManager, key: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select 1 from parked_message where consumer = $1 and key = $2 and state = 'parked' limit 1`,
      [this.consumer, key],
    );
    return rows.length > 0;
  }

  /** Keeps the message for good; parking the same event again keeps one row. */
  async park(tx: EntityManager, message: RawMessage, error: string, tries: number): Promise<void> {
    await tx.query(
      `insert into parked_message (consumer, key, topic, event_id, type, payload, error, tries)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (consumer, event_id) where event_id is not null do nothing`,
      [this.consumer, message.key, message.topic, message.eventId, message.type, message.value, error.slice(0, longestError), tries],
    );
  }

  parkInOwnTransaction(message: RawMessage, error: string, tries: number): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      await lockKey(tx, this.consumer, message.key);
      await this.park(tx, message, error, tries);
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

  keys(): Promise<string[]> {
    return this.dataSource
      .query<{ key: string }[]>(
        `select key from parked_message where consumer = $1 and state = 'parked' group by key order by min(id)`,
        [this.consumer],
      )
      .then((rows) => rows.map(({ key }) => key));
  }

  /** The oldest waiting message of a key, locked. */
  async first(tx: EntityManager, key: string): Promise<ParkedRow | null> {
    const rows = await tx.query<ParkedRow[]>(
      `select ${columns} from parked_message where consumer = $1 and key = $2 and state = 'parked' order by id limit 1 for update`,
      [this.consumer, key],
    );
    return rows[0] ?? null;
  }

  async resolve(tx: EntityManager, id: string, outcome: { state: 'replayed' | 'discarded'; by: string; reason?: string }): Promise<void> {
    await tx.query(
      `update parked_message set state = $2, resolved_at = now(), resolved_by = $3, reason = $4 where id = $1`,
      [id, outcome.state, outcome.by, outcome.reason ?? null],
    );
  }

  async failedAgain(id: string, error: string): Promise<void> {
    await this.dataSource.query(`update parked_message set tries = tries + 1, error = $2 where id = $1`, [id, error.slice(0, longestError)]);
  }
}
