import type { CloudEvent } from '#contracts';

/** With its number, as the sequence extension of CloudEvents says it. The same number, and so the same bytes, at every attempt. */
export const numbered = (body: string, sequence: string | null): string =>
  sequence === null ? body : JSON.stringify({ ...(JSON.parse(body) as object), sequence, sequencetype: 'Integer' });

/** The event as it leaves: the very bytes of every attempt. Our own trace is nobody else's business. */
export const bodyOf = ({ traceparent: _, ...event }: CloudEvent): string => JSON.stringify(event);
