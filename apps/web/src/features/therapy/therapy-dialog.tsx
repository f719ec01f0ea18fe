import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { TargetTrend, TherapyEpisode } from '#contracts';
import { get, post } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { Dialog } from '../../ui/dialog.js';
import { inWords, sentence } from '../../ui/words.js';
import type { Addressed } from '../handoff/move-dialog.js';
import { Refusal } from '../handoff/refusal.js';
import { toLocal } from '../../ui/zoned.js';
import {
  emptyTherapy,
  type Goal,
  type TherapyAct,
  therapyBody,
  therapyPaths,
  type TherapyValues,
} from './therapy-forms.js';

interface Props {
  act: TherapyAct;
  episode: TherapyEpisode;
  addressed: Addressed;
  timeZone: string;
  said: () => void;
  close: () => void;
}

type Form = UseFormReturn<TherapyValues>;

/** A visit, how it goes, another dose, the end of the course: in the words that the therapy record takes. */
export function TherapyDialog({ act, episode, addressed, timeZone, said, close }: Props): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const queries = useQueryClient();
  const goals = useGoals(episode);
  const form = useForm<TherapyValues>({
    defaultValues: { ...emptyTherapy, visitedAt: toLocal(now.toISOString(), timeZone) },
  });
  const send = useMutation({
    mutationFn: (values: TherapyValues) =>
      post(
        `/api/therapy/episodes/${episode.id}/${therapyPaths[act]}`,
        therapyBody(act, values, { timeZone, goals, now }),
      ),
    onSuccess: () => {
      for (const kind of ['therapy', 'referral', 'handoff', 'plan'])
        void queries.invalidateQueries({ queryKey: [kind] });
      said();
      close();
    },
  });
  const submit = form.handleSubmit((values) => send.mutate(values));
  return (
    <Dialog title={t(`therapy.act.${act}`)} close={close}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.answers.for', { ...addressed })}</strong>
          </p>
          {act === 'record-visit' && <VisitFields form={form} episode={episode} timeZone={timeZone} />}
          {act === 'report-progress' && <ProgressFields form={form} goals={goals} />}
          {act === 'request-dose-change' && <DoseFields form={form} />}
          {act === 'discharge' && <DischargeFields form={form} goals={goals} />}
          {send.error && <Refusal error={send.error} referral={null} handoff={undefined} timeZone={timeZone} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t(`therapy.act.${act}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The targets of the prescription, by the names of their trends. */
function useGoals({ planId, prescription }: TherapyEpisode): Goal[] {
  const trends = useQueries({
    queries: prescription.targets.map((targetId) => ({
      queryKey: keys.trend(planId, targetId),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<TargetTrend>(`/api/plans/${planId}/targets/${targetId}/trend`, signal),
    })),
  });
  return trends.flatMap(({ data }) =>
    data
      ? [{ targetId: data.targetId, measure: data.measure as Goal['measure'], name: data.measureName, unit: data.unit }]
      : [],
  );
}

function Words({ form, name, must }: { form: Form; name: TextName; must?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t(`therapy.field.${name}`)}
      required={must ?? false}
      autosize
      minRows={2}
      maxLength={1000}
      error={form.formState.errors[name]?.message}
      {...form.register(name, must ? { required: t('handoff.fields.required') } : {})}
    />
  );
}
type TextName = Exclude<keyof TherapyValues, 'done' | 'scores'>;

function Choice({
  form,
  name,
  values,
  must,
  none,
}: {
  form: Form;
  name: TextName;
  values: readonly string[];
  must?: boolean;
  /** What it means to choose nothing. */
  none?: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t(`therapy.field.${name}`)}
      required={must ?? false}
      data={[
        { value: '', label: sentence(none ?? t('handoff.fields.choose')) },
        ...values.map((value) => ({ value, label: sentence(inWords(value)) })),
      ]}
      error={form.formState.errors[name]?.message}
      {...form.register(name, must ? { required: t('handoff.fields.required') } : {})}
    />
  );
}

function Numeric({ form, name }: { form: Form; name: TextName }): ReactNode {
  const { t } = useTranslation();
  return <TextInput type="number" min={0} step="any" label={t(`therapy.field.${name}`)} {...form.register(name)} />;
}

function Scores({ form, goals }: { form: Form; goals: readonly Goal[] }): ReactNode {
  const { t } = useTranslation();
  return goals.map(({ targetId, name, unit }) => (
    <TextInput
      key={targetId}
      type="number"
      step="any"
      label={t(unit ? 'therapy.scoreIn' : 'therapy.score', { name: sentence(name), unit })}
      {...form.register(`scores.${targetId}`)}
    />
  ));
}

function VisitFields({
  form,
  episode,
  timeZone,
}: {
  form: Form;
  episode: TherapyEpisode;
  timeZone: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('therapy.field.visitedAt')}
        description={t('handoff.fields.zone', { zone: timeZone })}
        required
        error={form.formState.errors.visitedAt?.message}
        {...form.register('visitedAt', { required: t('handoff.fields.required') })}
      />
      <Numeric form={form} name="minutes" />
      <Controller
        control={form.control}
        name="done"
        render={({ field: { value, onChange } }) => (
          <Checkbox.Group label={t('therapy.field.done')} value={value} onChange={onChange}>
            <Stack gap={6} mt={4}>
              {episode.prescription.program.map((element) => (
                <Checkbox key={element} value={element} label={sentence(inWords(element))} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      />
      <Choice form={form} name="tolerated" values={['well', 'partly', 'not']} />
      {episode.directives.some(({ stopsAll }) => stopsAll) && <Words form={form} name="reason" must />}
      <Words form={form} name="note" />
    </>
  );
}

function ProgressFields({ form, goals }: { form: Form; goals: readonly Goal[] }): ReactNode {
  const { t } = useTranslation();
  const hasFlare = form.watch('flarePattern') !== '';
  return (
    <>
      <Numeric form={form} name="visitsDone" />
      <Scores form={form} goals={goals} />
      <Choice form={form} name="adherence" values={['as-prescribed', 'partly', 'hardly']} />
      <Choice
        form={form}
        name="flarePattern"
        values={['neuropathic', 'mechanical', 'inflammatory']}
        none={t('handoff.slice.no')}
      />
      {hasFlare && (
        <>
          <Words form={form} name="flareTrigger" must />
          <Numeric form={form} name="flareHours" />
        </>
      )}
      <Words form={form} name="concern" />
      <Words form={form} name="patientWords" />
    </>
  );
}

function DoseFields({ form }: { form: Form }): ReactNode {
  return (
    <>
      <Numeric form={form} name="sessionsPerWeek" />
      <Numeric form={form} name="minutes" />
      <Choice form={form} name="intensity" values={['low', 'moderate', 'high']} />
      <Words form={form} name="progression" />
      <Words form={form} name="reason" must />
    </>
  );
}

function DischargeFields({ form, goals }: { form: Form; goals: readonly Goal[] }): ReactNode {
  return (
    <>
      <Words form={form} name="summary" must />
      <Choice
        form={form}
        name="outcome"
        values={['goals-met', 'partly-met', 'no-further-gain', 'patient-stopped', 'referred-on']}
        must
      />
      <Words form={form} name="homeProgram" must />
      <Words form={form} name="returnWhen" must />
      <Scores form={form} goals={goals} />
    </>
  );
}
