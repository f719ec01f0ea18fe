import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BlockerKind, BulkResult } from '#contracts';
import { post } from '../../api/client.js';
import { Dialog } from '../../ui/dialog.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { AssignDialog } from './assign-dialog.js';
import type { Addressed } from './move-dialog.js';
import { Refusal } from './refusal.js';
import type { Desk } from './use-desk.js';
import type { AnyHandoff } from './use-handoff.js';

export type DeskDialogKind = 'remind' | 'later' | 'block' | 'assign';

export interface DeskDialogProps {
  handoff: AnyHandoff;
  addressed: Addressed;
  timeZone: string;
  desk: Desk;
  close: () => void;
}

const blockers = [
  'authorization',
  'consent',
  'no-response',
  'patient-unreachable',
  'other',
] as const satisfies readonly BlockerKind[];

export function DeskDialog({ kind, ...props }: DeskDialogProps & { kind: DeskDialogKind }): ReactNode {
  switch (kind) {
    case 'remind':
      return <RemindDialog {...props} />;
    case 'later':
      return <LaterDialog {...props} />;
    case 'block':
      return <BlockDialog {...props} />;
    case 'assign':
      return <AssignDialog {...props} />;
  }
}

/** The end of every dialog: why it was refused, the way back, and the one that does it. */
export function DialogEnd({
  desk,
  timeZone,
  confirm,
  isOff = false,
  close,
}: Pick<DeskDialogProps, 'desk' | 'timeZone' | 'close'> & { confirm: string; isOff?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {desk.error && <Refusal error={desk.error} referral={null} handoff={undefined} timeZone={timeZone} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" loading={desk.isPending} disabled={isOff}>
          {confirm}
        </Button>
      </Group>
    </>
  );
}

/** Says before what reminding would do: a partner that was contacted today is left alone. */
function RemindDialog({ handoff, addressed, timeZone, desk, close }: DeskDialogProps): ReactNode {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['handoff', 'remind', handoff.id],
    queryFn: () => post<BulkResult>('/api/handoffs/bulk', { ids: [handoff.id], action: 'remind', dryRun: true }),
    staleTime: 0,
  });
  return (
    <Dialog title={t('handoff.next.remind')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          desk.mutate({ kind: 'mark', act: { action: 'remind', dryRun: false } }, { onSuccess: close });
        }}
      >
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.desk.remindConfirm', { ...addressed })}</strong>
          </p>
          <Asked query={preview} loading={<LoadingRows rows={1} height={32} />}>
            {({ items: [item] }) => (
              <p role="status">
                {item?.outcome === 'done'
                  ? t('handoff.desk.remindWords')
                  : t('handoff.desk.skipped', { reason: item?.reason ?? '' })}
              </p>
            )}
          </Asked>
          <DialogEnd
            {...{ desk, timeZone, close }}
            confirm={t('handoff.next.remind')}
            isOff={preview.data?.items[0]?.outcome !== 'done'}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

function LaterDialog({ handoff, addressed, timeZone, desk, close }: DeskDialogProps): ReactNode {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { until: handoff.chase?.on ?? '', reason: handoff.chase?.reason ?? '' } });
  const snooze = (until: string | null, reason: string): void =>
    desk.mutate(
      { kind: 'mark', act: { action: 'snooze', until, ...(reason ? { reason } : {}) } },
      { onSuccess: close },
    );
  return (
    <Dialog title={t('handoff.desk.later')} close={close}>
      <form
        onSubmit={(event) => void form.handleSubmit(({ until, reason }) => snooze(until, reason))(event)}
        noValidate
      >
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.answers.for', { ...addressed })}</strong>
          </p>
          <TextInput
            type="date"
            label={t('handoff.desk.until')}
            required
            error={form.formState.errors.until?.message}
            {...form.register('until', { required: t('handoff.fields.required') })}
          />
          <TextInput label={t('handoff.desk.untilReason')} maxLength={500} {...form.register('reason')} />
          {handoff.chase !== null && (
            <Button variant="default" onClick={() => snooze(null, '')}>
              {t('handoff.desk.noChase')}
            </Button>
          )}
          <DialogEnd {...{ desk, timeZone, close }} confirm={t('handoff.desk.later')} />
        </Stack>
      </form>
    </Dialog>
  );
}

function BlockDialog({ addressed, timeZone, desk, close }: DeskDialogProps): ReactNode {
  const { t } = useTranslation();
  const form = useForm<{ kind: BlockerKind; note: string; whoCanUnblock: string; chaseOn: string }>({
    defaultValues: { kind: 'no-response', note: '', whoCanUnblock: '', chaseOn: '' },
  });
  const submit = form.handleSubmit(({ kind, ...words }) => {
    const said = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
    desk.mutate({ kind: 'mark', act: { action: 'block', kind, ...said } }, { onSuccess: close });
  });
  return (
    <Dialog title={t('handoff.desk.block')} close={close}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.answers.for', { ...addressed })}</strong>
          </p>
          <NativeSelect
            label={t('handoff.desk.blockKind')}
            data={blockers.map((value) => ({ value, label: t(`handoff.desk.kinds.${value}`) }))}
            {...form.register('kind')}
          />
          <Textarea label={t('handoff.desk.blockNote')} maxLength={1000} {...form.register('note')} />
          <TextInput label={t('handoff.desk.whoCanUnblock')} maxLength={200} {...form.register('whoCanUnblock')} />
          <TextInput type="date" label={t('handoff.desk.chaseOn')} {...form.register('chaseOn')} />
          <DialogEnd {...{ desk, timeZone, close }} confirm={t('handoff.desk.block')} />
        </Stack>
      </form>
    </Dialog>
  );
}
