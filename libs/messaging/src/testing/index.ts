import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { CloudEvent, OutgoingEvent } from '#contracts';
import { toCloudEvent } from '../cloud-event.js';
import { EventHandling, type HandlingOutcome } from '../transport/event-handling.js';

/** Everything this service has published so far, in order. For tests without a broker, where nothing leaves the outbox. */
export async function appendedEvents(dataSource: DataSource): Promise<CloudEvent[]> {
  const rows = await dataSource.query<{ payload: string }[]>(`select payload from outbox order by number`);
  return rows.map(({ payload }) => JSON.parse(payload) as CloudEvent);
}

/**
 * Hands one event to the service's handlers as the transport does, inbox and transaction included, without a broker. Give an `id` to
 * deliver the same event twice. Throws what the handler throws.
 */
export function deliver(app: INestApplicationContext, event: OutgoingEvent, id: string = randomUUID()): Promise<HandlingOutcome> {
  const envelope = toCloudEvent(event, { id, service: 'test' });
  return app.get(EventHandling, { strict: false }).handle(envelope, {
    topic: event.definition.topic,
    key: event.subject,
    value: JSON.stringify(envelope),
    eventId: id,
    type: envelope.type,
  });
}
