import { randomUUID } from 'node:crypto';
import type { OutgoingEvent } from '#contracts';
import { toCloudEvent } from '../../src/cloud-event.js';

export const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
export const newKeys = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

/** As it stands in Kafka. */
export const toMessage = (event: OutgoingEvent, id: string = randomUUID()): { key: string; value: string } => ({
  key: event.subject,
  value: JSON.stringify(toCloudEvent(event, { id, service: 'bench' })),
});

/** A door that a handler waits at; `reached` tells that it came. */
export function gate(): { reached: Promise<void>; pass: () => Promise<void>; open: () => void } {
  const arrived = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    reached: arrived.promise,
    open: opened.resolve,
    pass: () => {
      arrived.resolve();
      return opened.promise;
    },
  };
}
