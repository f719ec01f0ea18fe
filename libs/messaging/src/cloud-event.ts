import { type CloudEvent, cloudEvent, type OutgoingEvent } from '#contracts';

/** Plenty for a plan with its history; topics take twice as much. */
export const largestEventBytes = 4 * 1_048_576;

/** The envelope of an outgoing event. Data that breaks the contract throws zod's error: nothing unreadable is ever sent. */
export function toCloudEvent(
  { definition, subject, time, data }: OutgoingEvent,
  origin: { id: string; service: string; traceparent?: string | undefined },
): CloudEvent {
  return {
    specversion: '1.0',
    id: origin.id,
    source: `urn:throughline:${origin.service}`,
    type: definition.type,
    subject,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    ...(origin.traceparent ? { traceparent: origin.traceparent } : {}),
    data: definition.data.parse(data),
  };
}

/** The envelope in a message; null when it cannot be read. The data is checked later, by the handler's contract. */
export function parseCloudEvent(text: string): CloudEvent | null {
  const parsed = cloudEvent.safeParse(parseJson(text));
  return parsed.success ? (parsed.data as CloudEvent) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
