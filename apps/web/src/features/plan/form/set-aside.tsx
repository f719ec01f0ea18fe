import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFields, type Path } from '../model/values.js';
import classes from './form.module.css';
import { anchorOf, useField, usePlanForm } from './plan-form.js';

/** A prerequisite that a clinician may knowingly set aside, with the reason that stays in the plan and on the timeline. */
export function SetAside({ path, isAsked }: { path: Path; isAsked: boolean }): ReactNode {
  const { t } = useTranslation();
  const { me } = usePlanForm();
  const place = [...path, 'override'];
  const { value, set, fault } = useField(place);
  const reason = isFields(value) ? String(value['reason'] ?? '') : '';
  if (!isAsked && reason === '') return null;
  return (
    <div id={anchorOf(place)} className={classes.aside}>
      <TextInput
        label={t('plan.form.setAside')}
        description={t('plan.form.setAsideHelp')}
        error={fault?.message}
        maxLength={300}
        value={reason}
        onChange={({ currentTarget }) => set(currentTarget.value ? { reason: currentTarget.value, by: me } : undefined)}
      />
    </div>
  );
}
