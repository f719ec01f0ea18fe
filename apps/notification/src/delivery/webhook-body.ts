import type { CloudEvent } from '#contracts';

/** The event as it leaves: the very bytes of every attempt. Our own trace is nobody else's business. */
export const bodyOf = ({ traceparent: _, ...event }: CloudEvent): string => JSON.stringify(event);
