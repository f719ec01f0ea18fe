import { Button, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointWithSecret } from '#contracts';
import { post, Refused } from '../../api/client.js';
import classes from '../../ui/list.module.css';
import { Failed } from '../../ui/states.js';
import { SecretOnce } from './rotate-dialog.js';

/** A webhook or a mail address of a partner; the webhook's secret is shown this once. */
export function AddEndpoint({ partnerId, partner }: { partnerId: string; partner: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<'webhook' | 'email'>('webhook');
  const [address, setAddress] = useState('');
  const add = useMutation({
    mutationFn: () =>
      post<EndpointWithSecret>(
        `/api/partners/${partnerId}/endpoints`,
        kind === 'webhook' ? { kind, url: address } : { kind, address },
      ),
    onSuccess: () => {
      setAddress('');
      notifications.show({ message: t('deliveries.endpoints.added', { partner }) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['delivery'] }),
  });
  const fault = add.error instanceof Refused ? add.error.problem.errors?.[0]?.message : undefined;
  return (
    <>
      <h3 style={{ marginTop: '1rem' }}>{t('deliveries.endpoints.add')}</h3>
      <form
        className={classes.filters}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <NativeSelect
          label={t('deliveries.endpoints.kind')}
          data={(['webhook', 'email'] as const).map((value) => ({
            value,
            label: t(`deliveries.endpoints.${value}`),
          }))}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as typeof kind)}
        />
        <TextInput
          label={t('deliveries.endpoints.address')}
          type={kind === 'webhook' ? 'url' : 'email'}
          required
          value={address}
          error={fault}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('deliveries.endpoints.addDo', { partner })}
        </Button>
      </form>
      {add.error && fault === undefined && <Failed error={add.error} />}
      {add.data?.secret && <SecretOnce secret={add.data.secret} partner={partner} close={add.reset} />}
    </>
  );
}
