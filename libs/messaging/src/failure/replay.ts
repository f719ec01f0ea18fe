import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#contracts';
import { parseCloudEvent } from '../cloud-event.js';
import { lockKey, once } from '../inbox/inbox.js';
import { MessagingOptions } from '../messaging.options.js';
import { EventHandling } from '../transport/event-handling.js';
import { Parking, type ParkedRow } from './parking.js';

export interface ReplayResult {
  key: string;
  replayed: number;
  /** Null: the key flows again. */
  stoppedAt: { id: string; error: string } | null;
}

/** What an operator does about parked messages. */
@Injectable()
export class Replay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly parking: Parking,
    private readonly handling: EventHandling,
    private readonly options: MessagingOptions,
  ) {}

  /**
   * Runs a key's parked messages, oldest first, each through the same handlers in a transaction of its own. What arrives meanwhile
   * parks behind and is run too; after the last one the key flows again. Stops at the first that fails.
   */
  async key(key: string, by: string): Promise<ReplayResult> {
    for (let replayed = 0; ; replayed += 1) {
      let current: ParkedRow | null = null;
      try {
        await this.dataSource.transaction(async (tx) => {
          await lockKey(tx, this.options.service, key);
          current = await this.parking.first(tx, key);
          if (current) await this.replayOne(tx, current, by);
        });
        if (!current) return { key, replayed, stoppedAt: null };
      } catch (error) {
        const failed = current as ParkedRow | null;
        if (!failed) throw error;
        const text = error instanceof Error ? error.message : String(error);
        await this.parking.failedAgain(failed.id, text);
        return { key, replayed, stoppedAt: { id: failed.id, error: text } };
      }
    }
  }

  async all(by: string): Promise<ReplayResult[]> {
    const results: ReplayResult[] = [];
    for (const key of await this.parking.keys()) results.push(await this.key(key, by));
    return results;
  }

  /**
   * Gives one message up, for a reason that is kept. It will never take effect, also when it is delivered again; the later ones of
   * its key wait for a replay.
   */
  async discard(id: string, by: string, reason: string): Promise<void> {
    const row = await this.parking.find(id);
    if (!row) throw new DomainError('not-found', 'There is no such parked message.');
    await this.dataSource.transaction(async (tx) => {
      await lockKey(tx, this.options.service, row.key);
      const isOurs = await this.parking.resolve(tx, id, { state: 'discarded', by, reason });
      if (!isOurs) throw new DomainError('illegal-transition', 'This message was replayed or discarded already.');
      if (row.eventId !== null) await once(tx, this.options.service, row.eventId);
    });
  }

  private async replayOne(tx: EntityManager, row: ParkedRow, by: string): Promise<void> {
    const event = parseCloudEvent(row.value);
    if (!event) throw new Error('the envelope cannot be read: discard it');
    if (await once(tx, this.options.service, event.id)) await this.handling.takeEffect(tx, event);
    await this.parking.resolve(tx, row.id, { state: 'replayed', by });
  }
}
