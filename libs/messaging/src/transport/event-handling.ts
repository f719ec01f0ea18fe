import { Injectable } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { type CloudEvent, findEvent, readEventData } from '#contracts';
import { withTrace } from '#platform';
import { Parking, type RawMessage } from '../failure/parking.js';
import { lockKey, once } from '../inbox/inbox.js';
import { MessagingOptions } from '../messaging.options.js';
import { eventsHandled } from '../metrics.js';
import type { EventContext } from './on-event.js';

export type HandlingOutcome = 'done' | 'already-done' | 'parked-behind' | 'not-for-us';

/** One event, one transaction: the key's lock, the inbox row, every handler's effect, the outgoing events. */
@Injectable()
export class EventHandling {
  private readonly handlers = new Map<string, MessageHandler[]>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly parking: Parking,
    private readonly options: MessagingOptions,
  ) {}

  addHandler(type: string, handler: MessageHandler): void {
    this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]);
  }

  get types(): string[] {
    return [...this.handlers.keys()];
  }

  /** As it came off the topic. A key with parked messages takes this one behind them. Throws what the handler throws. */
  handle(event: CloudEvent, raw: RawMessage): Promise<HandlingOutcome> {
    // An event of a kind this service does not handle (or does not know yet) is passed over on purpose.
    if (!this.handlers.has(event.type)) return Promise.resolve('not-for-us');
    return this.dataSource.transaction(async (tx) => {
      await lockKey(tx, this.options.service, raw.key);
      if (await this.parking.isKeyParked(tx, raw.key)) {
        await this.parking.park(tx, raw, 'waits behind an earlier message of the same key', 0);
        return 'parked-behind';
      }
      return this.takeEffect(tx, event);
    });
  }

  /** The inbox and the handlers, in a transaction that already holds the key's lock. */
  async takeEffect(tx: EntityManager, event: CloudEvent): Promise<'done' | 'already-done'> {
    if (!(await once(tx, this.options.service, event.id))) return 'already-done';
    const definition = findEvent(event.type);
    const read = definition ? { ...event, data: readEventData(definition, event.data) } : event;
    await withTrace(event.traceparent, () => this.callHandlers(tx, read));
    eventsHandled.inc({ type: event.type });
    return 'done';
  }

  private async callHandlers(tx: EntityManager, event: CloudEvent): Promise<void> {
    const context: EventContext = { tx };
    for (const handler of this.handlers.get(event.type) ?? []) {
      const result: unknown = await handler(event, context);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    }
  }
}
