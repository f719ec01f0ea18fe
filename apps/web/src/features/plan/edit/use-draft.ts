import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Plan, PlanDocumentInput, PlanDraft } from '#contracts';
import { get, put, Refused } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import type { FieldFault } from '../form/plan-form.js';
import { withoutEmpty } from '../model/values.js';
import { faultsOf } from './faults.js';

const saveAfterMs = 1000;

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' | 'unsaved' | 'failed' }
  /** The server keeps only what a plan can say: something is half written. */
  | { kind: 'unfinished'; faults: FieldFault[] };

interface Work {
  document: PlanDocumentInput;
  basedOn: number;
}

export interface Draft extends Work {
  change: (document: PlanDocumentInput, basedOn?: number) => void;
  saveNow: () => void;
  /** The draft has done its work: nothing of it is saved any more. */
  forget: () => void;
  save: SaveState;
  isLoaded: boolean;
}

/**
 * The author's private draft: begun from the version in force or from where it was left, kept by itself a second after the last change, and
 * when the author leaves.
 */
export function useDraft(plan: Plan): Draft {
  const queries = useQueryClient();
  const stored = useStoredDraft(plan.id);
  const [work, setWork] = useState<Work | null>(null);
  const [save, setSave] = useState<SaveState | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<Work | null>(null);
  const saveNow = useCallback((): void => {
    clearTimeout(timer.current);
    const sent = unsaved.current;
    if (!sent) return;
    setSave({ kind: 'saving' });
    void keep(queries, plan.id, sent).then((state) => {
      // What was written meanwhile is saved in its turn.
      if (unsaved.current !== sent) return;
      if (state.kind === 'saved') unsaved.current = null;
      setSave(state);
    });
  }, [plan.id, queries]);
  useEffect(() => saveNow, [saveNow]);
  useWarning(unsaved);
  const found = work ?? stored.data ?? { document: plan.document, basedOn: plan.currentVersion };
  const change = (document: PlanDocumentInput, basedOn = found.basedOn): void => {
    unsaved.current = { document, basedOn };
    setWork(unsaved.current);
    setSave({ kind: 'unsaved' });
    clearTimeout(timer.current);
    timer.current = setTimeout(saveNow, saveAfterMs);
  };
  const forget = (): void => {
    clearTimeout(timer.current);
    unsaved.current = null;
    queries.setQueryData(keys.draft(plan.id), null);
  };
  const { document, basedOn } = found;
  return {
    document,
    basedOn,
    change,
    saveNow,
    forget,
    save: save ?? { kind: 'saved', at: stored.data?.savedAt ?? null },
    isLoaded: !stored.isPending,
  };
}

const useStoredDraft = (planId: string) =>
  useQuery({
    queryKey: keys.draft(planId),
    queryFn: async ({ signal }) => {
      try {
        return await get<PlanDraft>(`/api/plans/${planId}/draft`, signal);
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 404) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });

async function keep(queries: QueryClient, planId: string, { document, basedOn }: Work): Promise<SaveState> {
  try {
    const saved = await put<PlanDraft>(`/api/plans/${planId}/draft`, { document: withoutEmpty(document), basedOn });
    queries.setQueryData(keys.draft(planId), saved);
    return { kind: 'saved', at: saved.savedAt };
  } catch (error) {
    const faults = faultsOf(error);
    return faults.length > 0 ? { kind: 'unfinished', faults } : { kind: 'failed' };
  }
}

/** Closing the browser over work that the server does not have asks first. */
function useWarning(unsaved: { current: Work | null }): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
