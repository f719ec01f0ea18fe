import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BulkResult } from '#contracts';
import { post, Refused } from '../../api/client.js';
import type { Need } from './needs.js';

export interface Act {
  need: Need;
  path: string;
  body?: unknown;
  said: string;
}

/** Does one thing to one need, waits for the server, says what happened. A refusal is said with the server's words, and the list is asked for again. */
export function useActs(): { act: (act: Act) => Promise<boolean>; isBusy: boolean } {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const queries = useQueryClient();
  const acting = useMutation({ mutationFn: ({ path, body }: Act) => post(path, body ?? {}) });
  const act = async (one: Act): Promise<boolean> => {
    try {
      const answer = await acting.mutateAsync(one);
      notifications.show({ message: refusalOf(answer) ?? one.said });
      return true;
    } catch (error) {
      const message = error instanceof Refused ? error.problem.detail : t('noLongerAllowed');
      notifications.show({ message, color: 'red', autoClose: 10_000 });
      return false;
    } finally {
      await Promise.all(['work-item', 'handoff'].map((kind) => queries.invalidateQueries({ queryKey: [kind] })));
    }
  };
  return { act, isBusy: acting.isPending };
}

/** Many at once answers row by row: here there is one. */
function refusalOf(answer: unknown): string | null {
  const items = (answer as Partial<BulkResult> | null)?.items;
  return items?.[0]?.reason ?? null;
}
