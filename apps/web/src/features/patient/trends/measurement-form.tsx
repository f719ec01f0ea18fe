import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Patient, RecordMeasurement, TargetTrend } from '#contracts';
import { post } from '../../../api/client.js';
import { Dialog } from '../../../ui/dialog.js';
import { useNow } from '../../../ui/clock.js';
import { clinicZone } from '../../../ui/moments.js';
import { nameOf } from '../../../ui/names.js';
import { Failed } from '../../../ui/states.js';
import { unitInWords } from '../../../ui/units.js';
import { fromLocal, toLocal } from '../../../ui/zoned.js';

interface Fields {
  value: string;
  measuredAt: string;
  source: RecordMeasurement['source'];
}

/** One value, its moment, and who measured. */
export function MeasurementForm({
  planId,
  series,
  patient,
  close,
}: {
  planId: string;
  series: TargetTrend;
  patient: Patient;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.trends' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const queries = useQueryClient();
  const now = useNow();
  const who = nameOf(patient);
  const { register, handleSubmit } = useForm<Fields>({
    defaultValues: { value: '', measuredAt: toLocal(now.toISOString(), clinicZone), source: 'clinic' },
  });
  const recording = useMutation({
    mutationFn: ({ value, measuredAt, source }: Fields) =>
      post(`/api/plans/${planId}/targets/${series.targetId}/measurements`, {
        value: Number(value),
        measuredAt: fromLocal(measuredAt, clinicZone),
        source,
      }),
    onSuccess: async () => {
      notifications.show({ message: t('form.saved') });
      close();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['plan'] }),
        queries.invalidateQueries({ queryKey: ['patient'] }),
      ]);
    },
  });
  const unit = unitInWords(series.unit);
  return (
    <Dialog close={close} title={t('form.title', { measure: series.measureName, patient: who })}>
      <form onSubmit={(event) => void handleSubmit((fields) => recording.mutate(fields))(event)}>
        <TextInput
          label={unit ? `${t('form.value')} (${unit})` : t('form.value')}
          description={t(`toThe.${series.better}`)}
          inputMode="decimal"
          type="number"
          step="any"
          required
          data-autofocus
          mb="sm"
          {...register('value', { required: true })}
        />
        <TextInput
          label={t('form.when')}
          description={t('form.clinicTime')}
          type="datetime-local"
          required
          mb="sm"
          {...register('measuredAt', { required: true })}
        />
        <NativeSelect
          label={t('form.source')}
          data={(['clinic', 'partner', 'patient'] as const).map((value) => ({ value, label: t(`sources.${value}`) }))}
          mb="md"
          {...register('source')}
        />
        {recording.isError && <Failed error={recording.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {act('cancel')}
          </Button>
          <Button type="submit" loading={recording.isPending}>
            {t('form.submit', { patient: who })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
