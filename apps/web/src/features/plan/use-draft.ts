import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PlanDocumentInput, PlanDraft, Plan } from '#contracts';
import { get, put, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { withoutEmpty } from './form/schema.js';

const saveAfterMs = 1000;

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed';

/** The author's private draft: begun from the version in force or from where it was left, kept by itself a second after the last change. */
export function useDraft(plan: Plan): {
  document: PlanDocumentInput;
  basedOn: number;
  change: (document: PlanDocumentInput, basedOn?: number) => void;
  save: SaveState;
  isLoaded: boolean;
} {
  const stored = useQuery({
    queryKey: keys.draft(plan.id),
    queryFn: async ({ signal }) => {
      try {
        return await get<PlanDraft>(`/api/plans/${plan.id}/draft`, signal);
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 404) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
  const [work, setWork] = useState<{ document: PlanDocumentInput; basedOn: number } | null>(null);
  const [save, setSave] = useState<SaveState>('saved');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const found = work ?? stored.data ?? { document: plan.document, basedOn: plan.currentVersion };
  const change = (document: PlanDocumentInput, basedOn = found.basedOn): void => {
    setWork({ document, basedOn });
    setSave('unsaved');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSave('saving');
      put(`/api/plans/${plan.id}/draft`, { document: withoutEmpty(document), basedOn }).then(
        () => setSave('saved'),
        () => setSave('failed'),
      );
    }, saveAfterMs);
  };
  return { document: found.document, basedOn: found.basedOn, change, save, isLoaded: !stored.isPending };
}
