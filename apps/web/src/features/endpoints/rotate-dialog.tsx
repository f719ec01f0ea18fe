import { Button, CopyButton, Group, Modal, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint, EndpointWithSecret } from '#contracts';
import { post } from '../../api/client.js';
import { Failed } from '../../ui/states.js';
import classes from './endpoints.module.css';

const overlaps = ['0', '2', '24', '72', '168'] as const;

/** A new secret beside the old one for a while; shown once, in this dialog, and nowhere else. */
export function RotateDialog({
  endpoint: { id, partnerId },
  partner,
  close,
}: {
  endpoint: Endpoint;
  partner: string;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [overlapHours, setOverlap] = useState('24');
  const rotate = useMutation({
    mutationFn: () =>
      post<EndpointWithSecret>(`/api/partners/${partnerId}/endpoints/${id}/rotate-secret`, {
        overlapHours: Number(overlapHours),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['delivery'] }),
  });
  if (rotate.data?.secret) return <SecretOnce secret={rotate.data.secret} partner={partner} close={close} />;
  return (
    <Modal opened onClose={close} title={t('deliveries.endpoints.rotateTitle', { partner })}>
      <p>{t('deliveries.endpoints.rotateMore')}</p>
      <NativeSelect
        label={t('deliveries.endpoints.overlap')}
        data={overlaps.map((value) => ({ value, label: t(`deliveries.endpoints.overlaps.${value}`) }))}
        value={overlapHours}
        onChange={({ currentTarget }) => setOverlap(currentTarget.value)}
        data-autofocus
      />
      {rotate.error && <Failed error={rotate.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button loading={rotate.isPending} onClick={() => rotate.mutate()}>
          {t('deliveries.endpoints.rotateDo', { partner })}
        </Button>
      </Group>
    </Modal>
  );
}

/** Closing it by accident would lose the secret: only the button does. */
export function SecretOnce({
  secret,
  partner,
  close,
}: {
  secret: string;
  partner: string;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('deliveries.endpoints.secretTitle', { partner })}
    >
      <p>{t('deliveries.endpoints.secretOnce')}</p>
      <code className={classes.secret} aria-label={t('deliveries.endpoints.secret')}>
        {secret}
      </code>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} data-autofocus>
              {t(copied ? 'actions.copied' : 'actions.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={close}>{t('deliveries.endpoints.stored')}</Button>
      </Group>
    </Modal>
  );
}
