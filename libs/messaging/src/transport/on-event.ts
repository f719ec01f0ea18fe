import { EventPattern } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import type { CloudEvent, EventData, EventDefinition } from '#contracts';

/** What a handler gets beside the event. */
export interface EventContext {
  /** The transaction that also holds the inbox row: everything the handler writes and publishes goes through it. */
  tx: EntityManager;
}

/** The event as a handler receives it: the envelope, with data that fits the contract. */
export type EventOf<Definition extends EventDefinition> = CloudEvent<EventData<Definition>>;

/** What Nest hands on to the transport with a handler. */
export interface OnEventExtras {
  definition?: EventDefinition;
}

/** A method that may stand under `@OnEvent(definition)`; anything else does not compile. */
type HandlesEvent<Definition extends EventDefinition> = <
  Method extends (event: EventOf<Definition>, context: EventContext) => Promise<unknown>,
>(
  target: object,
  propertyKey: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * Marks a controller's method as the handler of an event: `(@Payload() event: EventOf<typeof d>, @Ctx() { tx }: EventContext)`.
 * It runs inside the transaction it is given, once per event, in order per subject. An error rolls everything back and the
 * event is tried again, or parked. Several handlers of one event in a service run one after the other in the one transaction.
 */
export const OnEvent =
  <Definition extends EventDefinition>(definition: Definition): HandlesEvent<Definition> =>
  (target, propertyKey, descriptor) => {
    // Nest would keep only one of two patterns, and the other event would pass unseen.
    if (marked.has(descriptor)) throw new Error(`${String(propertyKey)}: one @OnEvent for each method`);
    marked.add(descriptor);
    const extras: OnEventExtras = { definition };
    EventPattern(definition.type, undefined, { ...extras })(target, propertyKey, descriptor);
  };

const marked = new WeakSet<object>();
