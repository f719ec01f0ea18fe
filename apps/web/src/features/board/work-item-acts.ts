import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FinishWorkItem, WorkItem } from '#contracts';
import { post, Refused } from '../../api/client.js';

export interface WorkItemActs {
  take: (id: string) => Promise<boolean>;
  finish: (id: string, how?: FinishWorkItem) => Promise<boolean>;
  /** What the server said when it last refused: who was faster, or what is missing. */
  fault: string | null;
}

/** Both wait for the server: somebody else may have been faster. */
export function useWorkItemActs(): WorkItemActs {
  const queries = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const act = useCallback(
    async (id: string, what: 'take' | 'done', body: unknown): Promise<boolean> => {
      try {
        await post<WorkItem>(`/api/work-items/${id}/${what}`, body);
        setFault(null);
        return true;
      } catch (error) {
        setFault(
          error instanceof Refused
            ? [error.problem.detail, ...(error.problem.errors ?? []).map(({ message }) => message)].join(' ')
            : String(error instanceof Error ? error.message : error),
        );
        return false;
      } finally {
        await queries.invalidateQueries({ queryKey: ['work-item'] });
      }
    },
    [queries],
  );
  const take = useCallback((id: string) => act(id, 'take', {}), [act]);
  const finish = useCallback((id: string, how: FinishWorkItem = {}) => act(id, 'done', how), [act]);
  return { take, finish, fault };
}
