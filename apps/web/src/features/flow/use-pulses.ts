import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { listenToLive } from '../../live/live-updates.js';
import { topicOf } from './map.js';

export interface Pulse {
  id: number;
  topic: string;
  /** So that several of one reading do not lie on each other. */
  delayMs: number;
}

/** A burst is shown by this many dots; the numbers say the rest. */
const mostAtOnce = 6;
const mostTogether = 60;

/**
 * A dot for each event: by what the counts grew between two readings, and at once by live hints where this person hears them. None when the
 * device asks for less motion.
 */
export function usePulses(
  news: Readonly<Record<string, number>>,
  readAt: number,
): { pulses: Pulse[]; end: (id: number) => void } {
  const isStill = useReducedMotion();
  const [pulses, setPulses] = useState<Pulse[]>([]);
  const next = useRef(0);
  /** Shown by hints already: the reading that counts them need not show them again. */
  const hinted = useRef<Record<string, number>>({});
  const add = (topic: string, count: number, spreadMs: number): void =>
    setPulses((before) => [
      ...before.slice(-mostTogether),
      ...Array.from({ length: Math.min(count, mostAtOnce) }, (_, at) => ({
        id: next.current++,
        topic,
        delayMs: (at * spreadMs) / mostAtOnce,
      })),
    ]);
  useEffect(() => {
    if (isStill) return;
    return listenToLive((told) => {
      const topic = told.kind === 'hint' ? topicOf(told.hint.kind) : null;
      if (topic === null) return;
      hinted.current[topic] = (hinted.current[topic] ?? 0) + 1;
      add(topic, 1, 0);
    });
  }, [isStill]);
  useEffect(() => {
    const seen = hinted.current;
    hinted.current = {};
    if (isStill) return;
    for (const [topic, count] of Object.entries(news)) {
      const rest = count - (seen[topic] ?? 0);
      if (rest > 0) add(topic, rest, 2400);
    }
    // Once for each reading, whatever else is drawn anew.
  }, [readAt]);
  return { pulses, end: (id) => setPulses((before) => before.filter((one) => one.id !== id)) };
}
