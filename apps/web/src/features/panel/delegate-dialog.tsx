import { Button, Group, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need } from './needs.js';
import { Dialog } from '../../ui/dialog.js';
import { useActs } from './use-acts.js';

export const whoOf = ({ patient }: Need): string => (patient ? `${patient.name} (${patient.recordNumber})` : '…');

/** The coordinator gets it, with a word about how. */
export function DelegateDialog({ need, close }: { need: Need; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const [note, setNote] = useState('');
  const { act: doIt, isBusy } = useActs();
  const patient = whoOf(need);
  const submit = async (): Promise<void> => {
    const body = note.trim() ? { note: note.trim() } : {};
    const path = `/api/work-items/${need.id}/delegate`;
    if (await doIt({ need, path, body, said: t('delegated', { patient }) })) close();
  };
  return (
    <Dialog close={close} title={t('delegate.title', { patient })}>
      <p>{need.reason}</p>
      <Textarea
        label={t('delegate.note')}
        description={t('delegate.noteHow')}
        autosize
        minRows={2}
        data-autofocus
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === 'Enter' && (ctrlKey || metaKey)) void submit();
        }}
        mb="md"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button loading={isBusy} onClick={() => void submit()}>
          {t('delegate.submit', { patient })}
        </Button>
      </Group>
    </Dialog>
  );
}
