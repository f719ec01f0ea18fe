import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Endpoint, EndpointTest } from '#contracts';
import { post } from '../../api/client.js';

type Move = 'pause' | 'resume' | 'enable';
const done = { pause: 'paused_done', resume: 'resumed_done', enable: 'enabled_done' } as const;

/** Pausing, resuming, enabling and testing an endpoint; each waits for the server and says what came of it. */
export function useEndpointActions({ id, partnerId }: Endpoint, partner: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const path = `/api/partners/${partnerId}/endpoints/${id}`;
  const settled = {
    onError: (error: Error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['delivery'] }),
  };
  const move = useMutation({
    ...settled,
    mutationFn: async (to: Move) => {
      await post<Endpoint>(`${path}/${to}`);
      return to;
    },
    onSuccess: (to) => notifications.show({ message: t(`deliveries.endpoints.${done[to]}`, { partner }) }),
  });
  const test = useMutation({
    ...settled,
    mutationFn: () => post<EndpointTest>(`${path}/test`),
    onSuccess: ({ delivered, durationMs, error, status }) =>
      notifications.show(
        delivered
          ? { message: t('deliveries.endpoints.testWorked', { partner, ms: durationMs }) }
          : {
              color: 'red',
              message: t('deliveries.endpoints.testFailed', { partner, why: error ?? String(status ?? '') }),
            },
      ),
  });
  return { move, test };
}
