import type { ServiceName } from '../../app/services.js';

/** A parked message, its envelope alone. */
export interface Parked {
  id: string;
  key: string;
  topic: string;
  eventId: string | null;
  type: string | null;
  error: string;
  tries: number;
  parkedAt: string;
}

export interface ParkedGroup {
  id: string;
  service: ServiceName;
  type: string | null;
  /** What failed, without the ids and numbers that differ from one message to the next. */
  failure: string;
  messages: Parked[];
  /** Of the same orders, parked only because an earlier one is. */
  behind: number;
  first: string;
  last: string;
  /** Each order is replayed as a whole. */
  keys: string[];
}

const waitsBehind = (error: string): boolean => error.startsWith('waits behind');
const classOf = (error: string): string =>
  (error.split('\n')[0] ?? error)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '…')
    .replace(/\d+/g, '…')
    .slice(0, 160);

/** What failed itself, by service, event and kind of failure; what only waits behind it is counted. Most messages first. */
export function groupsOf(all: readonly { service: ServiceName; parked: readonly Parked[] }[]): ParkedGroup[] {
  return all
    .flatMap(({ service, parked }) => {
      const failed = parked.filter(({ error }) => !waitsBehind(error));
      const groups = Map.groupBy(failed, ({ type, error }) => `${type ?? ''} ${classOf(error)}`);
      return [...groups].map(([name, messages]) => {
        const keys = [...new Set(messages.map(({ key }) => key))];
        const times = messages.map(({ parkedAt }) => parkedAt).sort();
        return {
          id: `${service} ${name}`,
          service,
          type: messages[0]?.type ?? null,
          failure: classOf(messages[0]?.error ?? ''),
          messages,
          behind: parked.filter(({ key, error }) => waitsBehind(error) && keys.includes(key)).length,
          first: times[0] ?? '',
          last: times.at(-1) ?? '',
          keys,
        };
      });
    })
    .sort((a, b) => b.messages.length - a.messages.length);
}
