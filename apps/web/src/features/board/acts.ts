import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { BulkAct, BulkResult, HandoffSummary } from '#contracts';
import { post, Refused } from '../../api/client.js';
import type { WorklistStore } from './worklist-store.js';

type WithoutIds<Act> = Act extends unknown ? Omit<Act, 'ids'> : never;
/** What is done to some rows; one row or five hundred, it goes the same way and can be taken back the same way. */
export type Act = WithoutIds<BulkAct>;

/** One thing that was done, or was not. It stays until somebody puts it away, so that taking back does not depend on being quick. */
export interface Done {
  key: number;
  ids: readonly string[];
  /** Who is meant by the ids of the answer. */
  names: ReadonlyMap<string, string>;
  result: BulkResult | null;
  /** Why nothing was done at all. */
  fault: string | null;
  isUndone: boolean;
}

const mostKept = 5;
let history: readonly Done[] = [];
let lastKey = 0;
const listeners = new Set<() => void>();

function keep(change: (before: readonly Done[]) => readonly Done[]): void {
  history = change(history).slice(0, mostKept);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const nameOf = ({ patient, partnerName }: HandoffSummary): string =>
  partnerName ? `${patient.name}, ${partnerName}` : patient.name;

/** As it will be, where the server cannot sensibly refuse: whose it is, when to look again, labels. */
function expectation(act: Act): ((row: HandoffSummary) => Partial<HandoffSummary>) | null {
  switch (act.action) {
    case 'assign-owner':
      return () => ({ owner: act.owner, ...(act.pool === undefined ? {} : { pool: act.pool }) });
    case 'snooze': {
      const chase = act.until === null ? null : { on: act.until, reason: act.reason ?? null, asleep: true };
      return () => ({ chase });
    }
    case 'label':
      return ({ labels }) => ({
        labels: [...new Set([...labels.filter((one) => !act.remove.includes(one)), ...act.add])],
      });
    default:
      return null;
  }
}

const faultOf = (error: unknown): string =>
  error instanceof Refused
    ? [error.problem.detail, ...(error.problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`)].join(
        ' ',
      )
    : String(error instanceof Error ? error.message : error);

export interface Acts {
  history: readonly Done[];
  run: (ids: readonly string[], act: Act) => Promise<void>;
  /** The named one, or the last one that can be taken back. */
  undo: (key?: number) => Promise<void>;
  dismiss: (key: number) => void;
}

export function useActs(store: WorklistStore): Acts {
  const queries = useQueryClient();
  const done = useSyncExternalStore(subscribe, () => history);
  const after = useCallback(
    async (ids: readonly string[]): Promise<void> => {
      void queries.invalidateQueries({ queryKey: ['handoff'] });
      await store.acted(ids);
    },
    [queries, store],
  );
  const run = useCallback(
    async (ids: readonly string[], act: Act): Promise<void> => {
      const { rows } = store.snapshot();
      const names = new Map(
        ids.map((id) => {
          const entry = rows.get(id);
          return [id, entry ? nameOf(entry.row) : id];
        }),
      );
      const expected = expectation(act);
      const takeBack = expected ? store.expect(ids, expected) : null;
      const add = (result: BulkResult | null, fault: string | null): void =>
        keep((before) => [{ key: ++lastKey, ids, names, result, fault, isUndone: false }, ...before]);
      try {
        add(await post<BulkResult>('/api/handoffs/bulk', { ids, ...act }), null);
        await after(ids);
      } catch (error) {
        takeBack?.();
        add(null, faultOf(error));
      }
    },
    [store, after],
  );
  const undo = useCallback(
    async (key?: number): Promise<void> => {
      const one = history.find(({ key: known, result, isUndone }) =>
        key === undefined ? result?.undoable && !isUndone : known === key,
      );
      if (!one?.result?.id) return;
      try {
        const result = await post<BulkResult>(`/api/handoffs/bulk/${one.result.id}/undo`);
        keep((before) => before.map((item) => (item.key === one.key ? { ...item, result, isUndone: true } : item)));
        await after(one.ids);
      } catch (error) {
        keep((before) => before.map((item) => (item.key === one.key ? { ...item, fault: faultOf(error) } : item)));
      }
    },
    [after],
  );
  const dismiss = useCallback((key: number) => keep((before) => before.filter((one) => one.key !== key)), []);
  return { history: done, run, undo, dismiss };
}
