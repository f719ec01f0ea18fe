import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PacketFields } from './packet-fields.js';
import classes from './packet.module.css';

type Form = UseFormReturn<PacketFields>;
type ListName = 'imaging' | 'trials' | 'operativeNotes' | 'therapySummaries';
type Line<Name extends ListName> = PacketFields[Name][number];

/** Lines of one kind, to be added and taken away. */
function Lines<Name extends ListName>({
  form,
  name,
  empty,
  children,
  none,
}: {
  form: Form;
  name: Name;
  empty: Line<Name>;
  children: (at: number) => ReactNode;
  none?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const { fields, append, remove } = useFieldArray<PacketFields, ListName>({ control: form.control, name });
  return (
    <fieldset className={classes.lines}>
      <legend>{t(`parts.${name}`)}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} className={classes.line}>
          {children(at)}
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('removeLine', { n: at + 1 })}
            onClick={() => remove(at)}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {fields.length === 0 && none}
      <Button
        variant="light"
        size="compact-sm"
        mt={6}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => append(empty)}
      >
        {t('add')}
      </Button>
    </fieldset>
  );
}

export function Imaging({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet.fields' });
  const { register } = form;
  return (
    <Lines form={form} name="imaging" empty={{ modality: '', region: '', date: '' }}>
      {(at) => (
        <>
          <TextInput label={t('modality')} {...register(`imaging.${at}.modality`)} />
          <TextInput label={t('region')} {...register(`imaging.${at}.region`)} />
          <TextInput label={t('date')} type="date" {...register(`imaging.${at}.date`)} />
        </>
      )}
    </Lines>
  );
}

const trialKinds = ['', 'medication', 'procedure', 'therapy', 'other'] as const;

export function Trials({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const { register } = form;
  const empty = { treatment: '', kind: '', dose: '', effect: '', sideEffect: '', stillTaken: false, class: '' };
  return (
    <Lines form={form} name="trials" empty={empty}>
      {(at) => (
        <>
          <TextInput label={t('fields.treatment')} {...register(`trials.${at}.treatment`)} />
          <NativeSelect
            label={t('fields.kind')}
            data={trialKinds.map((value) => ({ value, label: t(`trialKinds.${value}`) }))}
            {...register(`trials.${at}.kind`)}
          />
          <TextInput label={t('fields.dose')} {...register(`trials.${at}.dose`)} />
          <TextInput label={t('fields.effect')} {...register(`trials.${at}.effect`)} />
          <TextInput label={t('fields.sideEffect')} {...register(`trials.${at}.sideEffect`)} />
          <Checkbox label={t('fields.stillTaken')} {...register(`trials.${at}.stillTaken`)} />
        </>
      )}
    </Lines>
  );
}

export function Operations({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const { register } = form;
  return (
    <Lines
      form={form}
      name="operativeNotes"
      empty={{ operation: '', date: '', summary: '' }}
      none={<Checkbox label={t('there')} mt={6} {...register('noOperations')} />}
    >
      {(at) => (
        <>
          <TextInput label={t('fields.operation')} {...register(`operativeNotes.${at}.operation`)} />
          <TextInput label={t('fields.date')} type="date" {...register(`operativeNotes.${at}.date`)} />
          <TextInput label={t('fields.summary')} {...register(`operativeNotes.${at}.summary`)} />
        </>
      )}
    </Lines>
  );
}

export function TherapySoFar({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const { register } = form;
  return (
    <Lines
      form={form}
      name="therapySummaries"
      empty={{ where: '', visits: '', summary: '' }}
      none={<Checkbox label={t('there')} mt={6} {...register('noTherapy')} />}
    >
      {(at) => (
        <>
          <TextInput label={t('fields.where')} {...register(`therapySummaries.${at}.where`)} />
          <TextInput label={t('fields.visits')} type="number" min={0} {...register(`therapySummaries.${at}.visits`)} />
          <TextInput label={t('fields.summary')} {...register(`therapySummaries.${at}.summary`)} />
        </>
      )}
    </Lines>
  );
}
