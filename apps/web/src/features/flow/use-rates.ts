import { useEffect, useState } from 'react';
import type { ServiceState } from '../operations/use-services.js';
import { ownerOf, topics } from './map.js';

type Counts = Record<string, number>;
interface Reading {
  at: number;
  sent: Counts;
}

const windowMs = 60_000;

const countsOf = (states: readonly ServiceState[]): Counts =>
  Object.fromEntries(
    topics.map((topic) => [topic, states.find(({ service }) => service === ownerOf[topic])?.state?.sent[topic] ?? 0]),
  );

export interface Rates {
  /** Events a minute, over the last minute at most. */
  perMinute: Counts;
  total: Counts;
  /** Events since the reading before; a new object with each reading. */
  news: Counts;
}

/** What the growing counts mean by the minute. A count that went back belongs to a process that began anew. */
export function useRates(states: readonly ServiceState[] | undefined, readAt: number): Rates {
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  useEffect(() => {
    if (states === undefined) return;
    const sent = countsOf(states);
    setReadings((before) => [
      ...before.filter(({ at }) => readAt - at <= windowMs && at < readAt),
      { at: readAt, sent },
    ]);
  }, [states, readAt]);
  const newest = readings.at(-1);
  const before = readings.at(-2);
  const [oldest] = readings;
  const grown = (topic: string, since: Reading | undefined): number =>
    Math.max(0, (newest?.sent[topic] ?? 0) - (since?.sent[topic] ?? newest?.sent[topic] ?? 0));
  const minutes = newest && oldest ? (newest.at - oldest.at) / 60_000 : 0;
  const each = (count: (topic: string) => number): Counts =>
    Object.fromEntries(topics.map((topic) => [topic, count(topic)]));
  return {
    perMinute: each((topic) => (minutes > 0 ? Math.round((grown(topic, oldest) / minutes) * 10) / 10 : 0)),
    total: each((topic) => newest?.sent[topic] ?? 0),
    news: each((topic) => grown(topic, before)),
  };
}
