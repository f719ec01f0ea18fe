import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { HistoryPacket, HistoryPacketAnswer, Patient } from '#contracts';
import { put } from '../../../api/client.js';
import { Dialog } from '../../../ui/dialog.js';
import { nameOf } from '../../../ui/names.js';
import { Failed } from '../../../ui/states.js';
import { fromFields, type PacketFields, toFields } from './packet-fields.js';
import { Imaging, Operations, TherapySoFar, Trials } from './packet-lines.js';

/** Everything may be left out; the summary then says what is missing and what it is good for. */
export function PacketForm({
  patient,
  packet,
  close,
}: {
  patient: Patient;
  packet: HistoryPacket | null;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const queries = useQueryClient();
  const form = useForm<PacketFields>({ defaultValues: toFields(packet) });
  const { register, handleSubmit, watch } = form;
  const who = nameOf(patient);
  const saving = useMutation({
    mutationFn: (fields: PacketFields) =>
      put<HistoryPacketAnswer>(`/api/patients/${patient.id}/history-packet`, fromFields(fields)),
    onSuccess: async () => {
      notifications.show({ message: t('saved') });
      close();
      await queries.invalidateQueries({ queryKey: ['patient'] });
    },
  });
  const area = { autosize: true, minRows: 2, mb: 'sm' } as const;
  return (
    <Dialog close={close} title={t('formTitle', { patient: who })} size="xl" keepOpen>
      <form onSubmit={(event) => void handleSubmit((fields) => saving.mutate(fields))(event)}>
        <TextInput label={t('parts.workGoal')} mb="sm" data-autofocus {...register('workGoal')} />
        <TextInput label={t('parts.lifeGoal')} mb="sm" {...register('lifeGoal')} />
        <Group align="end" mb="sm">
          <TextInput label={t('onsetDate')} type="date" disabled={watch('isGradual')} {...register('onset')} />
          <Checkbox label={t('gradual')} mb={8} {...register('isGradual')} />
        </Group>
        <Textarea label={t('parts.story')} {...area} {...register('story')} />
        <Textarea label={t('parts.helps')} description={t('onePerLine')} {...area} {...register('helps')} />
        <Textarea label={t('parts.worsens')} description={t('onePerLine')} {...area} {...register('worsens')} />
        <Textarea
          label={t('parts.provokingPostures')}
          description={t('onePerLine')}
          {...area}
          {...register('provokingPostures')}
        />
        <Imaging form={form} />
        <Trials form={form} />
        <Operations form={form} />
        <TherapySoFar form={form} />
        {saving.isError && <Failed error={saving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {act('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('save', { patient: who })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
