import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { HandoffSummary, Page } from '#contracts';
import { getOnceAhead } from '../../api/ahead.js';
import { listenToLive } from '../../live/live-updates.js';
import { rowsPath } from './board-paths.js';
import type { Asked } from './board-search.js';
import { type WorklistState, WorklistStore } from './worklist-store.js';

/** Lists that somebody came from, so that coming back finds them as they were. */
const kept = new Map<string, WorklistStore>();
const mostKept = 4;

function storeOf(query: Asked): WorklistStore {
  const key = JSON.stringify(query);
  const known = kept.get(key);
  kept.delete(key);
  const store = known ?? new WorklistStore(query, (asked) => getOnceAhead<Page<HandoffSummary>>(rowsPath(asked)));
  kept.set(key, store);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return store;
}

/** What of the news a row may show; the rest is not asked for again. */
const shownKinds = new Set(['handoff', 'referral', 'appointment', 'authorization', 'delivery', 'plan']);
/** Many hints at once are one reason to ask again. */
const gatherMs = 150;
/** What comes by time alone, a row that falls due, is told by nobody, so it is looked for. */
const lookAgainMs = 60_000;

/** The list of one filter, kept up to date while it is open. */
export function useWorklist(query: Asked, inView: () => readonly string[]): [WorklistState, WorklistStore] {
  const store = useMemo(() => storeOf(query), [query]);
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  const [isBack] = useState(() => store.snapshot().phase === 'ready');
  useEffect(() => {
    store.open();
    if (isBack) void store.missed(inView());
  }, [store, isBack, inView]);
  useEffect(() => {
    const ids = new Set<string>();
    let gather: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToLive((news) => {
      if (news.kind === 'reset') return void store.missed(inView());
      if (!shownKinds.has(news.hint.kind)) return;
      if (news.hint.kind === 'handoff') ids.add(news.hint.id);
      gather ??= setTimeout(() => {
        gather = undefined;
        void store.heard([...ids], inView());
        ids.clear();
      }, gatherMs);
    });
    const again = setInterval(() => {
      if (document.visibilityState === 'visible') void store.missed(inView());
    }, lookAgainMs);
    return () => {
      stop();
      clearTimeout(gather);
      clearInterval(again);
    };
  }, [store, inView]);
  return [state, store];
}
