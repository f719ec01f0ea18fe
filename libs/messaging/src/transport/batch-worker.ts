import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type CloudEvent, findEvent } from '#contracts';
import { LOGGER } from '#platform';
import { parseCloudEvent } from '../cloud-event.js';
import type { RawMessage } from '../failure/parking.js';
import { eventsSkipped } from '../metrics.js';
import { LowestFinished, pieces, runsByKey, sideBySide } from './batch-by-key.js';
import { EventHandling } from './event-handling.js';
import type { ReceivedBatch, ReceivedMessage } from './kafka-client.js';
import { type Leave, LeftToOthers, MessageWork, type Suspects } from './message-work.js';

/**
 * A run of one key goes in one transaction of at most so many messages: a backlog drains faster by it. Small, so that a piece ends
 * soon when the partition is taken away, and that a failure among them costs little.
 */
const mostInOneTransaction = 20;

interface Received {
  key: string;
  offset: string;
  /** Null: the envelope cannot be read. */
  event: CloudEvent | null;
  raw: RawMessage;
}

interface At {
  leave: Leave;
  suspects: Suspects;
}

/** Works through what the consumer brings: keys side by side, a key's messages in order, offsets only behind finished work. */
@Injectable()
export class BatchWorker {
  /** Partitions whose first batch since the last join was seen: only that one may hold what killed a process before us. */
  private seen = new Set<string>();
  private stopping = new AbortController();

  constructor(
    private readonly handling: EventHandling,
    private readonly messages: MessageWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Partitions may come from somebody who died over them. */
  joined(): void {
    this.seen = new Set();
  }

  /** What is being handled ends; what waits or has not begun is left to others. */
  stop(): void {
    this.stopping.abort();
  }

  /** Rejects with the heartbeat's error when the group went on without us, so that the consumer joins again. */
  async work(batch: ReceivedBatch): Promise<void> {
    const beat = new Heartbeat(batch);
    const leave: Leave = {
      now: () => beat.hasFailed || this.stopping.signal.aborted || !batch.mayGoOn(),
      signal: AbortSignal.any([this.stopping.signal, beat.signal]),
    };
    try {
      await this.allKeys(batch, leave);
    } catch (error) {
      if (!(error instanceof LeftToOthers)) throw error;
      this.logger.info(
        { topic: batch.topic, partition: batch.partition },
        'batch left in the middle; the rest comes again',
      );
    } finally {
      beat.stop();
    }
    beat.throwIfFailed();
  }

  private async allKeys(batch: ReceivedBatch, leave: Leave): Promise<void> {
    const received = batch.messages.map((message) => toReceived(batch, message));
    const lowest = new LowestFinished(received);
    const isFirst = this.isFirst(batch);
    const events = received.map(({ event }) => event);
    const suspects = await this.messages.suspectsAmong(isFirst ? events : [], leave);
    const mayJoin = ({ event }: Received): boolean =>
      event !== null && this.handling.handles(event.type) && !suspects.has(event.id);
    await sideBySide(runsByKey(received), async (run) => {
      for (const piece of pieces(run, mayJoin, mostInOneTransaction)) {
        await this.settlePiece(piece, { leave, suspects }, (message) => {
          const upTo = lowest.finish(message);
          if (upTo) batch.resolve(upTo.offset);
        });
      }
    });
    // Whatever kills us later must be in the first batch of whoever comes after us.
    if (isFirst) await batch.committed();
  }

  private async settlePiece(piece: readonly Received[], at: At, onDone: (message: Received) => void): Promise<void> {
    if (at.leave.now()) throw new LeftToOthers();
    const incoming = piece.flatMap(({ event, raw }) => (event ? [{ event, raw }] : []));
    if (piece.length > 1 && (await this.messages.finishTogether(incoming))) return piece.forEach(onDone);
    for (const message of piece) {
      if (at.leave.now()) throw new LeftToOthers();
      await this.settle(message, at);
      onDone(message);
    }
  }

  /** Returns when the message has taken effect, was passed over or is parked: never before. */
  private async settle({ event, raw }: Received, at: At): Promise<void> {
    if (!event) return this.messages.parkUnreadable(raw, at.leave);
    if (!this.handling.handles(event.type)) {
      // A foreign type must not become a label: whoever writes to the topic could make as many as they like.
      eventsSkipped.inc({ type: findEvent(event.type) ? event.type : 'unknown' });
      return;
    }
    await this.messages.finish({ event, raw }, at);
  }

  private isFirst({ topic, partition }: ReceivedBatch): boolean {
    const place = `${topic} ${partition}`;
    if (this.seen.has(place)) return false;
    this.seen.add(place);
    return true;
  }
}

/** Keeps our place in the group while a batch takes its time. A failed beat means that others may have our partitions by now. */
class Heartbeat {
  private failure: { error: unknown } | null = null;
  private readonly failed = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(batch: ReceivedBatch) {
    this.timer = setInterval(() => {
      batch.heartbeat().catch((error: unknown) => {
        this.failure ??= { error };
        this.failed.abort();
      });
    }, batch.heartbeatEveryMs);
  }

  get hasFailed(): boolean {
    return this.failure !== null;
  }

  get signal(): AbortSignal {
    return this.failed.signal;
  }

  throwIfFailed(): void {
    if (this.failure) throw this.failure.error;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

function toReceived(batch: ReceivedBatch, { key, value, offset }: ReceivedMessage): Received {
  const event = parseCloudEvent(value);
  const place = { partition: batch.partition, offset };
  const raw = { topic: batch.topic, place, key, value, eventId: event?.id ?? null, type: event?.type ?? null };
  return { key, offset, event, raw };
}
