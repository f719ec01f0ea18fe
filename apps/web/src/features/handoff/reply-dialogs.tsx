import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import type { AnyHandoff } from './use-handoff.js';
import type { Addressed } from './move-dialog.js';
import { Refusal } from './refusal.js';
import type { Answers } from './use-answers.js';

export type Reply = 'concern' | 'contest' | 'on-behalf' | 'contest/reply';

interface Values {
  note: string;
  kind: 'cannot-by-then' | 'contraindicated';
  possibleFrom: string;
}

/** Answers to a version that need words: a concern with the acknowledgement, an objection, what was said by phone, the author's reply. */
export function ReplyDialog({
  reply,
  handoff,
  addressed,
  timeZone,
  answers,
  close,
}: {
  reply: Reply;
  handoff: AnyHandoff;
  addressed: Addressed;
  timeZone: string;
  answers: Answers;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const form = useForm<Values>({ defaultValues: { note: '', kind: 'cannot-by-then', possibleFrom: '' } });
  const version = handoff.throughVersion;
  const title = {
    concern: t('handoff.answers.concern'),
    contest: t('handoff.answers.contest'),
    'on-behalf': t('handoff.answers.acknowledgeFor', { version }),
    'contest/reply': t('handoff.answers.replyToContest'),
  }[reply];
  const label = {
    concern: t('handoff.fields.concern'),
    contest: t('handoff.fields.reason'),
    'on-behalf': t('handoff.fields.whoSaid'),
    'contest/reply': t('handoff.fields.reply'),
  }[reply];
  const submit = form.handleSubmit((values) => answers.mutate(sayingOf(reply, version, values), { onSuccess: close }));
  return (
    <Dialog close={close} title={title}>
      <form onSubmit={(submitted) => void submit(submitted)} noValidate>
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.answers.for', { ...addressed })}</strong>
          </p>
          {reply === 'contest' && (
            <NativeSelect
              label={t('handoff.fields.contestKind')}
              data={(['cannot-by-then', 'contraindicated'] as const).map((value) => ({
                value,
                label: t(`handoff.fields.contestKinds.${value}`),
              }))}
              {...form.register('kind')}
            />
          )}
          <Textarea
            label={label}
            required
            autosize
            minRows={3}
            maxLength={1000}
            error={form.formState.errors.note?.message}
            {...form.register('note', { required: t('handoff.fields.required') })}
          />
          {reply === 'contest' && (
            <TextInput type="date" label={t('handoff.fields.possibleFrom')} {...form.register('possibleFrom')} />
          )}
          {answers.error && <Refusal error={answers.error} referral={null} handoff={handoff} timeZone={timeZone} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={answers.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function sayingOf(
  reply: Reply,
  version: number,
  { note, kind, possibleFrom }: Values,
): Parameters<Answers['mutate']>[0] {
  switch (reply) {
    case 'concern':
      return { kind: 'acknowledge', body: { version, kind: 'acknowledged-with-concern', note } };
    case 'on-behalf':
      return { kind: 'acknowledge', body: { version, kind: 'acknowledged', note } };
    case 'contest':
      return { kind: 'contest', body: { kind, reason: note, ...(possibleFrom ? { possibleFrom } : {}) } };
    case 'contest/reply':
      return { kind: 'contest/reply', body: { reply: note } };
  }
}
