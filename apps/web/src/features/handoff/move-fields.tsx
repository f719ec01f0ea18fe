import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#contracts';
import { codesOf, families, type MoveField, type MoveValues, openQuestions, parts } from './move-form.js';
import { AlternativesField } from './alternatives-field.js';

export type MoveFormApi = UseFormReturn<MoveValues>;

interface Props {
  form: MoveFormApi;
  referral: Referral;
  timeZone: string;
  /** Instead of a date, the partner may say that it calls. */
  mayCall: boolean;
}

/** One field, or the few that belong together, of the form of a step. */
export function MoveFieldOf({ field, ...props }: Props & { field: MoveField }): ReactNode {
  const { t } = useTranslation();
  const { form, timeZone } = props;
  const required = t('handoff.fields.required');
  const error = (name: Exclude<keyof MoveValues, 'missing' | 'answers'>): string | undefined =>
    form.formState.errors[name]?.message;
  const text = (name: 'reason' | 'text' | 'outcome' | 'report', must: boolean, max: number): ReactNode => (
    <Textarea
      label={t(`handoff.fields.${name}`)}
      required={must}
      autosize
      minRows={3}
      maxLength={max}
      error={error(name)}
      {...form.register(name, must ? { required } : {})}
    />
  );
  const date = (name: 'reviewOn' | 'nextReportOn', must: boolean): ReactNode => (
    <TextInput
      type="date"
      label={t(`handoff.fields.${name}`)}
      required={must}
      error={error(name)}
      {...form.register(name, must ? { required } : {})}
    />
  );
  switch (field) {
    case 'reason':
      return text('reason', true, 500);
    case 'text':
      return text('text', false, 2000);
    case 'outcome':
      return text('outcome', true, 2000);
    case 'report':
      return <ReportFields form={form} />;
    case 'reviewOn':
      return date('reviewOn', true);
    case 'nextReportOn':
      return date('nextReportOn', false);
    case 'startsAt':
      return <StartsAt form={form} timeZone={timeZone} must={false} />;
    case 'visits':
      return (
        <TextInput
          type="number"
          min={0}
          max={500}
          label={t('handoff.fields.visits')}
          error={error('visits')}
          {...form.register('visits')}
        />
      );
    case 'cause':
      return (
        <NativeSelect
          label={t('handoff.fields.cause')}
          data={(['plan', 'patient', 'payer', 'partner'] as const).map((value) => ({
            value,
            label: t(`handoff.fields.causes.${value}`),
          }))}
          {...form.register('cause')}
        />
      );
    case 'decline':
      return <DeclineFields form={form} />;
    case 'missing':
      return <MissingFields form={form} />;
    case 'answers':
      return <AnswerFields {...props} />;
    case 'booking':
      return <BookingFields {...props} />;
    case 'partner':
      return <AlternativesField form={form} referral={props.referral} />;
  }
}

function StartsAt({ form, timeZone, must }: { form: MoveFormApi; timeZone: string; must: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      type="datetime-local"
      label={t('handoff.fields.startsAt')}
      description={t('handoff.fields.zone', { zone: timeZone })}
      required={must}
      error={form.formState.errors.startsAt?.message}
      {...form.register('startsAt', must ? { required: t('handoff.fields.required') } : {})}
    />
  );
}

function BookingFields({ form, timeZone, mayCall }: Props): ReactNode {
  const { t } = useTranslation();
  const when = form.watch('when');
  return (
    <Stack gap="sm">
      {mayCall && (
        <Radio.Group
          value={when}
          onChange={(value) => form.setValue('when', value === 'call' ? 'call' : 'date')}
          label={t('handoff.fields.startsAt')}
        >
          <Stack gap={6} mt={4}>
            <Radio value="date" label={t('handoff.fields.dateIsSet')} />
            <Radio value="call" label={t('handoff.fields.weCall')} />
          </Stack>
        </Radio.Group>
      )}
      {when === 'call' ? (
        <TextInput
          type="date"
          label={t('handoff.fields.callBy')}
          required
          error={form.formState.errors.reviewOn?.message}
          {...form.register('reviewOn', { required: t('handoff.fields.required'), shouldUnregister: true })}
        />
      ) : (
        <StartsAt form={form} timeZone={timeZone} must />
      )}
    </Stack>
  );
}

function ReportFields({ form }: { form: MoveFormApi }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('handoff.fields.report')}
        required
        autosize
        minRows={3}
        maxLength={1400}
        error={form.formState.errors.report?.message}
        {...form.register('report', { required: t('handoff.fields.required') })}
      />
      <TextInput
        label={t('handoff.fields.score')}
        description={t('handoff.fields.scoreHint')}
        maxLength={200}
        {...form.register('score')}
      />
      <TextInput label={t('handoff.fields.worry')} maxLength={300} {...form.register('worry')} />
    </>
  );
}

function DeclineFields({ form }: { form: MoveFormApi }): ReactNode {
  const { t } = useTranslation();
  const family = families.find((one) => one === form.watch('family'));
  const choose = { value: '', label: t('handoff.fields.choose') };
  return (
    <>
      <NativeSelect
        label={t('handoff.fields.family')}
        required
        data={[choose, ...families.map((value) => ({ value, label: t(`handoff.families.${value}`) }))]}
        error={form.formState.errors.family?.message}
        {...form.register('family', {
          required: t('handoff.fields.required'),
          onChange: () => form.setValue('code', ''),
        })}
      />
      {family && (
        <NativeSelect
          label={t('handoff.fields.code')}
          data={[choose, ...codesOf[family].map((value) => ({ value, label: t(`handoff.codes.${value}`) }))]}
          {...form.register('code')}
        />
      )}
      <TextInput label={t('handoff.fields.alternative')} maxLength={100} {...form.register('alternative')} />
    </>
  );
}

function MissingFields({ form }: { form: MoveFormApi }): ReactNode {
  const { t } = useTranslation();
  const missing = form.watch('missing');
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{t('handoff.fields.missing')}</legend>
      <Stack gap="xs" mt="xs">
        {parts.map((part) => (
          <div key={part}>
            <Checkbox
              label={t(`handoff.parts.${part}`)}
              {...form.register(`missing.${part}.is`, {
                validate: (_, all) => Object.values(all.missing).some(({ is }) => is) || t('handoff.fields.oneOfThem'),
              })}
            />
            {missing[part]?.is && (
              <TextInput
                mt={4}
                ml={28}
                label={t('handoff.fields.missingWhy')}
                required
                maxLength={500}
                error={form.formState.errors.missing?.[part]?.why?.message}
                {...form.register(`missing.${part}.why`, {
                  required: t('handoff.fields.required'),
                  shouldUnregister: true,
                })}
              />
            )}
          </div>
        ))}
        {form.formState.errors.missing && !Object.values(missing).some(({ is }) => is) && (
          <p role="alert">{t('handoff.fields.oneOfThem')}</p>
        )}
      </Stack>
    </fieldset>
  );
}

function AnswerFields({ form, referral }: Props): ReactNode {
  const { t } = useTranslation();
  return openQuestions(referral).map(({ part, why, askedAt }) => (
    <Textarea
      key={`${part} ${askedAt}`}
      label={t('handoff.fields.answerTo', { part: t(`handoff.parts.${part}`), why })}
      autosize
      minRows={2}
      maxLength={2000}
      {...form.register(`answers.${part}`)}
    />
  ));
}
