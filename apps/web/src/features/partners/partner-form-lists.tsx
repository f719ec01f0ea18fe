import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import classes from './partner-form.module.css';
import type { PartnerValues } from './partner-values.js';

export function Absences(): ReactNode {
  const { t } = useTranslation();
  const { register, control } = useFormContext<PartnerValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'absences' });
  return (
    <fieldset className="card">
      <legend>{t('partners.form.absences')}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} className={classes.fields}>
          <TextInput
            type="date"
            label={t('partners.form.from')}
            {...register(`absences.${at}.from`, { required: true })}
          />
          <TextInput
            type="date"
            label={t('partners.form.until')}
            {...register(`absences.${at}.until`, { required: true })}
          />
          <TextInput label={t('partners.form.note')} {...register(`absences.${at}.note`)} />
          <Button variant="default" onClick={() => remove(at)}>
            {t('partners.form.remove')}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={() => append({ from: '', until: '', note: '' })}>
        {t('partners.form.addAbsence')}
      </Button>
    </fieldset>
  );
}

export function People(): ReactNode {
  const { t } = useTranslation();
  const { register, control } = useFormContext<PartnerValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'people' });
  return (
    <fieldset className="card">
      <legend>{t('partners.form.people')}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} className={classes.fields}>
          <TextInput label={t('partners.form.personName')} {...register(`people.${at}.name`, { required: true })} />
          <TextInput label={t('partners.form.function')} {...register(`people.${at}.function`, { required: true })} />
          <TextInput type="email" label={t('partners.form.email')} {...register(`people.${at}.email`)} />
          <TextInput type="tel" label={t('partners.form.phone')} {...register(`people.${at}.phone`)} />
          <Button variant="default" onClick={() => remove(at)}>
            {t('partners.form.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => append({ name: '', function: '', email: '', phone: '' })}
      >
        {t('partners.form.addPerson')}
      </Button>
    </fieldset>
  );
}
