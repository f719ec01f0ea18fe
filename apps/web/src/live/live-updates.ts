import type { QueryClient } from '@tanstack/react-query';
import { affectedBy } from '../api/keys.js';
import { type LiveMessage, shareLiveStream } from './live-stream.js';

export type LiveState = 'connecting' | 'live' | 'paused';

export interface LiveHint {
  kind: string;
  id: string;
  event: string;
  planId: string | null;
}

/** Either something changed, or something may have been missed. */
export type LiveNews = { kind: 'hint'; hint: LiveHint } | { kind: 'reset' };

const listeners = new Set<(news: LiveNews) => void>();

/** For screens that keep rows of their own. Returns how to stop listening. */
export function listenToLive(listener: (news: LiveNews) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const tell = (news: LiveNews): void => {
  for (const listener of [...listeners]) listener(news);
};

/** Many hints at once are one reason to ask again. */
const gatherMs = 150;

/**
 * Follows the server's stream and marks what it speaks of as out of date; open screens then ask again. `person` tells apart who is signed in:
 * tabs of one person share a stream. Returns how to stop.
 */
export function followLive(
  queries: QueryClient,
  person: string,
  onState: (state: LiveState, since: Date) => void,
): () => void {
  let gather: ReturnType<typeof setTimeout> | undefined;
  const stale = new Set<string>();
  /** Something may have been missed since the stream was lost. */
  let isBehind = false;

  const say = (state: LiveState): void => onState(state, new Date());
  const flush = (): void => {
    gather = undefined;
    const kinds = [...stale];
    stale.clear();
    for (const kind of kinds) void queries.invalidateQueries({ queryKey: [kind] });
  };
  const alive = (): void => {
    say('live');
    if (!isBehind) return;
    isBehind = false;
    tell({ kind: 'reset' });
    void queries.invalidateQueries();
  };

  function heard({ event, data }: LiveMessage): void {
    switch (event) {
      case 'hello':
      case 'beat':
        return alive();
      case 'reset':
        isBehind = true;
        return alive();
      case 'paused':
        return say('paused');
      case 'lost':
        isBehind = true;
        return say('paused');
      case 'hint': {
        const hint = JSON.parse(data) as LiveHint;
        tell({ kind: 'hint', hint });
        for (const kind of affectedBy(hint.kind)) stale.add(kind);
        gather ??= setTimeout(flush, gatherMs);
      }
    }
  }

  const stop = shareLiveStream(person, heard);
  return () => {
    stop();
    clearTimeout(gather);
  };
}
