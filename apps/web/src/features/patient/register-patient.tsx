import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#contracts';
import { post, Refused } from '../../api/client.js';
import { Dialog } from '../../ui/dialog.js';
import { useNow } from '../../ui/clock.js';
import { Failed } from '../../ui/states.js';

interface Fields {
  given: string;
  family: string;
  birthDate: string;
  recordNumber: string;
  contactLanguage: string;
}

const languages = ['en', 'es', 'pl', 'zh', 'vi', 'ar'] as const;
const fieldOf: Readonly<Record<string, keyof Fields>> = {
  'name.given': 'given',
  'name.family': 'family',
  birthDate: 'birthDate',
  recordNumber: 'recordNumber',
  contactLanguage: 'contactLanguage',
};

/** The server's objections, at the fields that they are about. */
const faultsOf = (error: unknown): { field: keyof Fields; message: string }[] =>
  (error instanceof Refused ? (error.problem.errors ?? []) : []).flatMap(({ path, message }) => {
    const field = fieldOf[path];
    return field ? [{ field, message }] : [];
  });

/** A new patient; their page opens, because the history packet comes next. */
export function RegisterPatient({ close }: { close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patients.register' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const today = useNow().toLocaleDateString('en-CA');
  const {
    register,
    handleSubmit,
    setError,
    formState: { errors },
  } = useForm<Fields>({
    defaultValues: { given: '', family: '', birthDate: '', recordNumber: '', contactLanguage: 'en' },
  });
  const registering = useRegistering((field, message) => setError(field, { message }));
  const needed = { required: t('needed') };
  const submit = handleSubmit((fields) => registering.mutate(fields));
  return (
    <Dialog close={close} title={t('title')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('given')}
          required
          data-autofocus
          mb="sm"
          error={errors.given?.message}
          {...register('given', needed)}
        />
        <TextInput
          label={t('family')}
          required
          mb="sm"
          error={errors.family?.message}
          {...register('family', needed)}
        />
        <TextInput
          label={t('birthDate')}
          type="date"
          max={today}
          required
          mb="sm"
          error={errors.birthDate?.message}
          {...register('birthDate', { ...needed, validate: (date) => date <= today || t('future') })}
        />
        <TextInput
          label={t('recordNumber')}
          description={t('recordHow')}
          mb="sm"
          error={errors.recordNumber?.message}
          {...register('recordNumber')}
        />
        <NativeSelect
          label={t('language')}
          data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          mb="md"
          {...register('contactLanguage')}
        />
        {registering.isError && <Failed error={registering.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {act('cancel')}
          </Button>
          <Button type="submit" loading={registering.isPending}>
            {t('submit')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function useRegistering(
  objectTo: (field: keyof Fields, message: string) => void,
): UseMutationResult<Patient, Error, Fields> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ given, family, birthDate, recordNumber, contactLanguage }: Fields) =>
      post<Patient>('/api/patients', {
        name: { given: given.trim(), family: family.trim() },
        birthDate,
        contactLanguage,
        ...(recordNumber.trim() ? { recordNumber: recordNumber.trim() } : {}),
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['patient', 'list'] });
      await navigate({ to: '/patients/$patientId', params: { patientId: id } });
    },
    onError: (error) => {
      for (const { field, message } of faultsOf(error)) objectTo(field, message);
    },
  });
}
