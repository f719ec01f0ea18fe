import { Button, Group } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkResult, Patient, TeamStatusEntry } from '#contracts';
import { post } from '../../../api/client.js';
import { Dialog } from '../../../ui/dialog.js';
import { nameOf } from '../../../ui/names.js';
import { Failed, LoadingRows } from '../../../ui/states.js';

type Behind = TeamStatusEntry & { openHandoffId: string };
const isBehind = (member: TeamStatusEntry): member is Behind =>
  member.status === 'active' && member.state === 'stale' && member.openHandoffId !== null;

/** "Remind the 2 behind": named and counted before anything leaves. */
export function RemindBehind({
  members,
  patient,
}: {
  members: readonly TeamStatusEntry[];
  patient: Patient;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.remind' });
  const [isOpen, open] = useState(false);
  const behind = members.filter(isBehind);
  if (behind.length === 0) return null;
  return (
    <>
      <Button size="compact-sm" leftSection={<IconBell size={16} aria-hidden />} onClick={() => open(true)}>
        {t('button', { count: behind.length })}
      </Button>
      {isOpen && (
        <Dialog close={() => open(false)} title={t('title', { patient: nameOf(patient) })}>
          <Confirm behind={behind} patient={patient} close={() => open(false)} />
        </Dialog>
      )}
    </>
  );
}

const remind = (behind: readonly Behind[], dryRun: boolean): Promise<BulkResult> =>
  post<BulkResult>('/api/handoffs/bulk', {
    action: 'remind',
    ids: behind.map(({ openHandoffId }) => openHandoffId),
    dryRun,
  });

function Confirm({
  behind,
  patient,
  close,
}: {
  behind: readonly Behind[];
  patient: Patient;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.remind' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const queries = useQueryClient();
  const preview = useQuery({
    queryKey: ['remind', ...behind.map(({ openHandoffId }) => openHandoffId)],
    queryFn: () => remind(behind, true),
    staleTime: 0,
  });
  const sending = useMutation({
    mutationFn: () => remind(behind, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handoff'] }),
  });
  if (preview.isPending) return <LoadingRows rows={behind.length} />;
  if (preview.isError) return <Failed error={preview.error} retry={() => void preview.refetch()} />;
  const outcome = (result: BulkResult, id: string) => result.items.find(({ handoffId }) => handoffId === id);
  const will = behind.filter(({ openHandoffId }) => outcome(preview.data, openHandoffId)?.outcome === 'done');
  if (sending.isSuccess) {
    const done = behind.filter(({ openHandoffId }) => outcome(sending.data, openHandoffId)?.outcome === 'done');
    return (
      <>
        <p role="status">
          {done.length > 0
            ? t('done', { partners: done.map(({ partnerName }) => partnerName).join(', ') })
            : t('nobody')}
        </p>
        <Button onClick={close}>{act('close')}</Button>
      </>
    );
  }
  return (
    <>
      <p>{will.length > 0 ? t('who') : t('nobody')}</p>
      <ul>
        {behind.map(({ memberId, partnerName, openHandoffId, acknowledgedVersion, behind: count }) => {
          const item = outcome(preview.data, openHandoffId);
          return (
            <li key={memberId}>
              <strong>{partnerName}</strong>{' '}
              {item?.outcome === 'done' ? t('will', { version: acknowledgedVersion + count }) : item?.reason}
            </li>
          );
        })}
      </ul>
      {sending.isError && <Failed error={sending.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button
          data-autofocus
          disabled={will.length === 0}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {t('send', { count: will.length, patient: nameOf(patient) })}
        </Button>
      </Group>
    </>
  );
}
