import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { OutgoingEvent } from '#contracts';
import { toCloudEvent } from '../cloud-event.js';
import { EventHandling, type HandlingOutcome } from '../transport/event-handling.js';

/**
 * Hands one event to the service's handlers as the transport does, inbox and transaction included, without a broker. Give an `id` to
 * deliver the same event twice. Throws what the handler throws, at the first try.
 */
export function deliver(
  app: INestApplicationContext,
  event: OutgoingEvent,
  id: string = randomUUID(),
): Promise<HandlingOutcome> {
  const envelope = toCloudEvent(event, { id, service: 'test' });
  return app.get(EventHandling, { strict: false }).handle(envelope, {
    topic: event.definition.topic,
    place: null,
    key: event.subject,
    value: JSON.stringify(envelope),
    eventId: id,
    type: envelope.type,
  });
}
