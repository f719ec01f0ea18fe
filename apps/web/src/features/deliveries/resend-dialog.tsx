import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client.js';
import { useNow } from '../../ui/clock.js';
import { Failed } from '../../ui/states.js';
import { useDirectory, usePartnerNames } from '../partners/use-directory.js';
import classes from './delivery-drawer.module.css';

const dayMs = 86_400_000;
/** As the field writes it: wall time where the browser is. */
const local = (at: Date): string => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

const resend = (partner: string, since: string, dryRun: boolean): Promise<{ queued: number }> =>
  post('/api/deliveries/resend', { partner, since: new Date(since).toISOString(), dryRun });

/** All that did not reach one partner since a moment: counted first, then sent again. */
export function ResendDialog({
  partner: first,
  opened,
  close,
}: {
  partner: string | undefined;
  opened: boolean;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { data: directory = [] } = useDirectory();
  const nameOf = usePartnerNames();
  const now = useNow();
  const queries = useQueryClient();
  const [partner, setPartner] = useState(first ?? '');
  const [since, setSince] = useState(() => local(new Date(now.getTime() - dayMs)));
  const isAnswerable = partner !== '' && since !== '';
  const count = useQuery({
    queryKey: ['delivery', 'resend-count', partner, since],
    queryFn: () => resend(partner, since, true),
    enabled: opened && isAnswerable,
    staleTime: 0,
  });
  const send = useMutation({
    mutationFn: () => resend(partner, since, false),
    onSuccess: ({ queued }) => {
      notifications.show({ message: t('deliveries.resend.done', { count: queued, partner: nameOf(partner) }) });
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['delivery'] }),
  });
  const queued = count.data?.queued;
  return (
    <Modal opened={opened} onClose={close} title={t('deliveries.resend.title')}>
      <NativeSelect
        label={t('deliveries.resend.partner')}
        data={[
          { value: '', label: t('deliveries.resend.pick') },
          ...directory.map(({ partnerId, name }) => ({ value: partnerId, label: name })),
        ]}
        value={partner}
        onChange={({ currentTarget }) => setPartner(currentTarget.value)}
        data-autofocus
      />
      <TextInput
        mt="sm"
        type="datetime-local"
        label={t('deliveries.resend.since')}
        value={since}
        onChange={({ currentTarget }) => setSince(currentTarget.value)}
      />
      <p role="status" className={classes.count}>
        {isAnswerable &&
          (queued === undefined
            ? t('deliveries.resend.counting')
            : t('deliveries.resend.count', {
                count: queued,
                partner: nameOf(partner),
              }))}
      </p>
      <p className="soft">{t('deliveries.resend.paused')}</p>
      {(count.error ?? send.error) && <Failed error={count.error ?? send.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button disabled={!queued || count.isFetching} loading={send.isPending} onClick={() => send.mutate()}>
          {t('deliveries.resend.do', { count: queued ?? 0, partner: partner && nameOf(partner) })}
        </Button>
      </Group>
    </Modal>
  );
}
