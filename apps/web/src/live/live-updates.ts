import type { QueryClient } from '@tanstack/react-query';
import { affectedBy } from '../api/keys.js';

export type LiveState = 'connecting' | 'live' | 'paused';

export interface LiveHint {
  kind: string;
  id: string;
  event: string;
  planId: string | null;
}

/** Nothing for so long means: the connection is gone, whatever the browser believes. The server says something every 15 seconds. */
const silenceMs = 20_000;
/** Many hints at once are one reason to ask again. */
const gatherMs = 150;

/**
 * Follows the server's stream and marks what it speaks of as out of date; open screens then ask again. Returns how to stop. One stream for each
 * browser tab that is looked at.
 */
export function followLive(
  queries: QueryClient,
  listener: { onState: (state: LiveState, since: Date) => void; onHint?: (hint: LiveHint) => void },
): () => void {
  let source: EventSource | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  const stale = new Set<string>();
  /** A stream that we opened anew does not know where the one before stopped. */
  let isBehind = false;

  const say = (state: LiveState): void => listener.onState(state, new Date());
  const alive = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      say('paused');
      isBehind = true;
      open();
    }, silenceMs);
  };
  const flush = (): void => {
    gather = undefined;
    const kinds = [...stale];
    stale.clear();
    for (const kind of kinds) void queries.invalidateQueries({ queryKey: [kind] });
  };
  const mark = (kinds: readonly string[]): void => {
    for (const kind of kinds) stale.add(kind);
    gather ??= setTimeout(flush, gatherMs);
  };

  function open(): void {
    source?.close();
    source = new EventSource('/api/live');
    source.addEventListener('hello', () => {
      alive();
      say('live');
      if (isBehind) void queries.invalidateQueries();
      isBehind = false;
    });
    source.addEventListener('beat', alive);
    source.addEventListener('paused', () => say('paused'));
    source.addEventListener('reset', () => {
      alive();
      say('live');
      void queries.invalidateQueries();
    });
    source.addEventListener('hint', (message: MessageEvent<string>) => {
      alive();
      const hint = JSON.parse(message.data) as LiveHint;
      listener.onHint?.(hint);
      mark(affectedBy(hint.kind));
    });
    source.addEventListener('error', () => say('paused'));
    alive();
  }

  open();
  return () => {
    source?.close();
    clearTimeout(watchdog);
    clearTimeout(gather);
  };
}
