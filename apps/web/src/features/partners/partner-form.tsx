import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Controller, FormProvider, useForm, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Partner } from '#contracts';
import { call, get, post, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { LinkButton } from '../../ui/link-button.js';
import { Asked, Failed } from '../../ui/states.js';
import { roleName } from '../../ui/words.js';
import { Absences, People } from './partner-form-lists.js';
import classes from './partner-form.module.css';
import { partnerRoles } from './partner-search.js';
import { bodyOf, newPartner, ownWordsOf, type PartnerValues, valuesOf } from './partner-values.js';

const route = getRouteApi('/partners/$partnerId/edit');

export function NewPartner(): ReactNode {
  return <PartnerForm before={null} />;
}

export function EditPartner(): ReactNode {
  const { partnerId } = route.useParams();
  const partner = useQuery({
    queryKey: keys.partner(partnerId),
    queryFn: ({ signal }) => get<Partner>(`/api/partners/${partnerId}`, signal),
    // What is being typed is not replaced under one's hands.
    staleTime: Infinity,
  });
  return <Asked query={partner}>{(before) => <PartnerForm before={before} />}</Asked>;
}

/** The clinic changes everything; an organization itself all but its name, its roles and whether it takes part. */
export function PartnerForm({ before, isOwn = false }: { before: Partner | null; isOwn?: boolean }): ReactNode {
  const { t } = useTranslation();
  const form = useForm<PartnerValues>({ defaultValues: before ? valuesOf(before) : newPartner });
  const save = useSave(before, isOwn);
  const name = form.watch('name').trim() || t('partners.columns.name');
  return (
    <FormProvider {...form}>
      {!isOwn && <h1>{before ? t('partners.form.titleEdit', { name: before.name }) : t('partners.form.titleNew')}</h1>}
      <form className={classes.form} onSubmit={form.handleSubmit((given) => save.mutate(given))} noValidate>
        {isOwn ? <OwnPhone /> : <Identity isNew={before === null} />}
        <Hours />
        <Availability isNew={before === null} />
        <Absences />
        <People />
        {save.error && <Faults error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t(before ? 'partners.form.save' : 'partners.form.create', { name })}
          </Button>
          {isOwn ? null : before ? (
            <LinkButton variant="default" to="/partners/$partnerId" params={{ partnerId: before.partnerId }}>
              {t('actions.cancel')}
            </LinkButton>
          ) : (
            <LinkButton variant="default" to="/partners">
              {t('actions.cancel')}
            </LinkButton>
          )}
        </Group>
      </form>
    </FormProvider>
  );
}

function useSave(before: Partner | null, isOwn: boolean) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (given: PartnerValues) => {
      const body = isOwn ? ownWordsOf(bodyOf(given, before)) : bodyOf(given, before);
      if (before === null) return post<Partner>('/api/partners', body);
      return (await call<Partner>(`/api/partners/${before.partnerId}`, { method: 'PATCH', body })).body;
    },
    onSuccess: async ({ partnerId, name }) => {
      notifications.show({ message: t(before ? 'partners.form.saved' : 'partners.form.created', { name }) });
      await queries.invalidateQueries({ queryKey: ['partner'] });
      if (!isOwn) void navigate({ to: '/partners/$partnerId', params: { partnerId } });
    },
  });
}

function Faults({ error }: { error: unknown }): ReactNode {
  const { t } = useTranslation();
  const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return <Failed error={error} />;
  return (
    <div className="card" role="alert">
      <strong>{t('partners.form.faults')}</strong>
      <ul>
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OwnPhone(): ReactNode {
  const { t } = useTranslation();
  const { register } = useFormContext<PartnerValues>();
  return (
    <fieldset className="card">
      <legend>{t('partners.form.phone')}</legend>
      <TextInput label={t('partners.form.phone')} type="tel" {...register('phone')} />
    </fieldset>
  );
}

function Identity({ isNew }: { isNew: boolean }): ReactNode {
  const { t } = useTranslation();
  const { register, control, formState } = useFormContext<PartnerValues>();
  return (
    <fieldset className="card">
      <legend>{t('partners.columns.name')}</legend>
      <div className={classes.fields}>
        <TextInput
          label={t('partners.form.name')}
          withAsterisk
          error={formState.errors.name && t('partners.form.needed')}
          {...register('name', { validate: (text) => text.trim() !== '' })}
        />
        {isNew && (
          <>
            <TextInput
              label={t('partners.form.id')}
              description={t('partners.form.idMore')}
              {...register('partnerId')}
            />
            <NativeSelect
              label={t('partners.form.kind')}
              data={(['partner', 'clinic'] as const).map((value) => ({
                value,
                label: t(`partners.form.kinds.${value}`),
              }))}
              {...register('kind')}
            />
          </>
        )}
        <TextInput label={t('partners.form.phone')} type="tel" {...register('phone')} />
      </div>
      <Controller
        control={control}
        name="roles"
        render={({ field: { value, onChange } }) => (
          <Checkbox.Group label={t('partners.form.roles')} value={value} onChange={onChange}>
            <div className={classes.choices}>
              {partnerRoles.map((role) => (
                <Checkbox key={role} value={role} label={roleName(role)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      {!isNew && <Checkbox mt="sm" label={t('partners.form.active')} {...register('active')} />}
    </fieldset>
  );
}

function Hours(): ReactNode {
  const { t } = useTranslation();
  const { register, control, formState } = useFormContext<PartnerValues>();
  return (
    <fieldset className="card">
      <legend>{t('partners.page.hours')}</legend>
      <div className={classes.fields}>
        <TextInput
          label={t('partners.form.timeZone')}
          description={t('partners.form.timeZoneMore')}
          withAsterisk
          error={formState.errors.timeZone && t('partners.form.needed')}
          {...register('timeZone', { required: true })}
        />
        <TextInput type="time" label={t('partners.form.opens')} {...register('opens', { required: true })} />
        <TextInput type="time" label={t('partners.form.closes')} {...register('closes', { required: true })} />
      </div>
      <Controller
        control={control}
        name="workDays"
        rules={{ validate: (days) => days.length > 0 }}
        render={({ field: { value, onChange } }) => (
          <Checkbox.Group
            label={t('partners.form.workDays')}
            value={value}
            onChange={onChange}
            error={formState.errors.workDays && t('partners.form.needed')}
          >
            <div className={classes.choices}>
              {['1', '2', '3', '4', '5', '6', '7'].map((one) => (
                <Checkbox key={one} value={one} label={t(`partners.days.${one}`)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      <Textarea
        mt="sm"
        rows={4}
        label={t('partners.form.closedDates')}
        description={t('partners.form.closedDatesMore')}
        {...register('closedDates')}
      />
    </fieldset>
  );
}

function Availability({ isNew }: { isNew: boolean }): ReactNode {
  const { t } = useTranslation();
  const { register, watch } = useFormContext<PartnerValues>();
  const known = ['open', 'waitlist', 'closed'] as const;
  return (
    <fieldset className="card">
      <legend>{t('partners.form.capacity')}</legend>
      <div className={classes.fields}>
        <NativeSelect
          label={t('partners.form.capacity')}
          data={[
            ...(isNew || watch('capacity') === '' ? [{ value: '', label: t('partners.capacity.unknown') }] : []),
            ...known.map((value) => ({ value, label: t(`partners.capacity.${value}`) })),
          ]}
          {...register('capacity')}
        />
        <TextInput
          label={t('partners.form.waitWeeks')}
          inputMode="numeric"
          {...register('waitWeeks', { pattern: /^\d{0,3}$/ })}
        />
        <TextInput
          type="time"
          label={t('partners.form.digestAt')}
          description={t('partners.form.digestMore')}
          {...register('digestAt')}
        />
      </div>
    </fieldset>
  );
}
