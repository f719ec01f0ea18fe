import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '#contracts';
import { LOGGER } from '#platform';
import { parseCloudEvent } from '../cloud-event.js';
import { failureKind } from '../failure/failure-kind.js';
import { Parking, type RawMessage } from '../failure/parking.js';
import { pauseAfterTry, startsBeforeParking, triesBeforeParking } from '../failure/retry-schedule.js';
import { StartedAttempts } from '../failure/started-attempts.js';
import { eventsFailed, eventsParked } from '../metrics.js';
import { DataSource } from 'typeorm';
import { eachBounded, LowestFinished, runsByKey } from './batch-by-key.js';
import { EventHandling } from './event-handling.js';
import type { ReceivedBatch, ReceivedMessage } from './kafka-client.js';

/** Keys of one batch that are worked on side by side. */
const concurrentKeys = 8;
const heartbeatEveryMs = 3000;

/** The batch was taken away, or we stop: what is not resolved comes again to whoever has the partition next. */
class LeftToOthers extends Error {}

/** Works through what the consumer brings: keys side by side, a key's messages in order, offsets only behind finished work. */
@Injectable()
export class BatchWorker {
  /** Per partition, the end of what a process before us may have had in hand. */
  private readonly suspectUntil = new Map<string, bigint>();

  constructor(
    private readonly handling: EventHandling,
    private readonly parking: Parking,
    private readonly attempts: StartedAttempts,
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async work(batch: ReceivedBatch): Promise<void> {
    const lowest = new LowestFinished(batch.messages);
    const beating = setInterval(() => void batch.heartbeat().catch(() => undefined), heartbeatEveryMs); // a lost beat shows in mayGoOn
    try {
      await eachBounded(runsByKey(batch.messages), concurrentKeys, async (run) => {
        for (const message of run) {
          if (!batch.mayGoOn()) throw new LeftToOthers();
          await this.settle(batch, message);
          const upTo = lowest.finish(message);
          if (upTo) batch.resolve(upTo.offset);
        }
      });
      await batch.heartbeat();
    } catch (error) {
      if (!(error instanceof LeftToOthers)) throw error;
    } finally {
      clearInterval(beating);
    }
  }

  /** Returns when the message has taken effect, was passed over or is parked: never before. */
  private async settle(batch: ReceivedBatch, message: ReceivedMessage): Promise<void> {
    const event = parseCloudEvent(message.value);
    const raw: RawMessage = {
      topic: batch.topic,
      key: message.key,
      value: message.value,
      eventId: event?.id ?? null,
      type: event?.type ?? null,
    };
    if (!event) return this.untilTheWorldIsUp(batch, () => this.park(raw, 'the envelope cannot be read', 1));
    if (!this.handling.types.includes(event.type)) return;
    await this.untilTheWorldIsUp(batch, () => this.tryOrPark(batch, message, event, raw));
  }

  private async tryOrPark(batch: ReceivedBatch, message: ReceivedMessage, event: CloudEvent, raw: RawMessage): Promise<void> {
    const isSuspect = this.isSuspect(batch, message);
    if (isSuspect && (await this.attempts.count(event.id)) > startsBeforeParking) {
      return this.park(raw, `took the process down ${startsBeforeParking} times`, startsBeforeParking);
    }
    for (let tried = 1; ; tried += 1) {
      try {
        await this.handling.handle(event, raw);
        if (isSuspect) await this.attempts.forget(this.dataSource.manager, event.id);
        return;
      } catch (error) {
        if (failureKind(error) === 'world') throw error;
        eventsFailed.inc({ type: event.type });
        this.logger.warn({ err: error, eventId: event.id, type: event.type, tried }, 'event could not be handled');
        if (tried >= triesBeforeParking) return this.park(raw, describe(error), tried);
        await pause(pauseAfterTry(tried));
      }
    }
  }

  /** The database is away or busy: the partition waits with growing pauses, nothing is parked, nothing is skipped. */
  private async untilTheWorldIsUp(batch: ReceivedBatch, work: () => Promise<void>): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await work();
      } catch (error) {
        if (failureKind(error) !== 'world') throw error;
        this.logger.warn({ err: error, tried }, 'waiting for the database');
        await pause(pauseAfterTry(tried));
        if (!batch.mayGoOn()) throw new LeftToOthers();
      }
    }
  }

  private async park(raw: RawMessage, error: string, tries: number): Promise<void> {
    await this.parking.parkInOwnTransaction(raw, error, tries);
    eventsParked.inc({ type: raw.type ?? 'unreadable' });
    this.logger.error({ eventId: raw.eventId, type: raw.type, topic: raw.topic, tries }, 'event parked, with every later one of its key');
  }

  private isSuspect(batch: ReceivedBatch, message: ReceivedMessage): boolean {
    const partition = `${batch.topic} ${batch.partition}`;
    const until = this.suspectUntil.get(partition) ?? BigInt(batch.highWatermark);
    this.suspectUntil.set(partition, until);
    return BigInt(message.offset) < until;
  }
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
