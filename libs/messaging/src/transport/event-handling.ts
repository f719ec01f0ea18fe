import { Injectable } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { type CloudEvent, type EventDefinition, readEventData, type Topic } from '#contracts';
import { withTrace } from '#platform';
import { Parking, type RawMessage } from '../failure/parking.js';
import { enter, type Gate } from '../inbox/inbox.js';
import { MessagingOptions } from '../messaging.options.js';
import { eventsHandled, eventsParked, eventsRepeated, lastHandled } from '../metrics.js';
import type { EventContext } from './on-event.js';

export type HandlingOutcome = 'done' | 'already-done' | 'parked-behind' | 'not-for-us';
/** Told after the commit. */
export type OutcomeListener = (event: CloudEvent, outcome: HandlingOutcome) => void;

/** A message with its envelope read. */
export interface Incoming {
  event: CloudEvent;
  raw: RawMessage;
}

interface Handled {
  definition: EventDefinition;
  handlers: MessageHandler[];
}

/** One event, one transaction: the key's lock, the inbox row, every handler's effect, the outgoing events. */
@Injectable()
export class EventHandling {
  private readonly byType = new Map<string, Handled>();
  private readonly listeners = new Set<OutcomeListener>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly parking: Parking,
    private readonly options: MessagingOptions,
  ) {}

  addHandler(definition: EventDefinition, handler: MessageHandler): void {
    const known = this.byType.get(definition.type);
    if (known) known.handlers.push(handler);
    else this.byType.set(definition.type, { definition, handlers: [handler] });
  }

  handles(type: string): boolean {
    return this.byType.has(type);
  }

  /** Where events with a handler come from. */
  get topics(): Topic[] {
    return [...new Set([...this.byType.values()].map(({ definition }) => definition.topic))];
  }

  /** Returns how to stop listening. */
  onOutcome(listener: OutcomeListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** As it came off the topic. A key with parked messages takes this one behind them. Throws what the handler throws. */
  async handle(event: CloudEvent, raw: RawMessage): Promise<HandlingOutcome> {
    // An event of a kind this service does not handle (or does not know yet) is passed over on purpose.
    if (!this.handles(event.type)) return 'not-for-us';
    const [outcome = 'done'] = await this.handleRun([{ event, raw }]);
    return outcome;
  }

  /** Events of one key, in order, in one transaction: all of them are settled, or none. */
  async handleRun(run: readonly Incoming[]): Promise<HandlingOutcome[]> {
    const outcomes = await this.dataSource.transaction((tx) => this.inTransaction(tx, run));
    outcomes.forEach((outcome, at) => this.report(run[at]?.event, outcome));
    return outcomes;
  }

  /** The handlers, in a transaction that holds the key's lock and the inbox row. */
  async takeEffect(tx: EntityManager, event: CloudEvent): Promise<void> {
    const handled = this.byType.get(event.type);
    if (!handled) return;
    const read = { ...event, data: readEventData(handled.definition, event.data) };
    await withTrace(event.traceparent, () => callHandlers(tx, read, handled.handlers));
  }

  private async inTransaction(tx: EntityManager, run: readonly Incoming[]): Promise<HandlingOutcome[]> {
    const eventIds = run.map(({ event }) => event.id);
    const gates = await enter(tx, this.options.service, { key: run[0]?.raw.key ?? '', eventIds });
    const outcomes: HandlingOutcome[] = [];
    for (const [at, { event, raw }] of run.entries()) outcomes.push(await this.settle(tx, { event, raw }, gates[at]));
    return outcomes;
  }

  private async settle(tx: EntityManager, { event, raw }: Incoming, gate: Gate | undefined): Promise<HandlingOutcome> {
    if (!gate?.isFirstTime) return 'already-done';
    if (gate.isKeyParked) {
      await this.parking.parkBehind(tx, raw);
      return 'parked-behind';
    }
    await this.takeEffect(tx, event);
    return 'done';
  }

  private report(event: CloudEvent | undefined, outcome: HandlingOutcome): void {
    if (!event) return;
    const { type } = event;
    if (outcome === 'done') {
      eventsHandled.inc({ type });
      lastHandled.setToCurrentTime();
    } else if (outcome === 'parked-behind') eventsParked.inc({ type });
    else if (outcome === 'already-done') eventsRepeated.inc({ type });
    for (const listener of this.listeners) listener(event, outcome);
  }
}

async function callHandlers(tx: EntityManager, event: CloudEvent, handlers: readonly MessageHandler[]): Promise<void> {
  const context: EventContext = { tx };
  for (const handler of handlers) {
    const result: unknown = await handler(event, context);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }
}
