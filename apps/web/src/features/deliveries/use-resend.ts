import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '#contracts';
import { post } from '../../api/client.js';

/** Sending one message again. The server decides; when it refuses, its words and the present state are shown. */
export function useResend() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ id }: Pick<Delivery, 'id'>) => post<Delivery>(`/api/deliveries/${id}/retry`),
    onSuccess: () => notifications.show({ message: t('deliveries.sentAgain') }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['delivery'] }),
  });
  return {
    canBe: ({ state, channel }: Delivery): boolean =>
      channel !== 'inbox' && (state === 'failed' || state === 'retrying'),
    send: mutation.mutate,
    isPending: mutation.isPending,
    error: mutation.error,
  };
}
