import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReferralDetail, ReferralEvent } from '#contracts';
import { Dialog } from '../../ui/dialog.js';
import { MoveFieldOf } from './move-fields.js';
import { emptyMove, fieldsOf, moveOf, type MoveValues } from './move-form.js';
import { Refusal } from './refusal.js';
import type { Answers } from './use-answers.js';

export interface Addressed {
  patient: string;
  recipient: string;
}

/** The words that a step needs, asked for before it is sent; whom it is about and who gets it stand above. */
export function MoveDialog({
  event,
  referral,
  addressed,
  timeZone,
  answers,
  close,
}: {
  event: ReferralEvent;
  referral: ReferralDetail;
  addressed: Addressed;
  timeZone: string;
  answers: Answers;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const form = useForm<MoveValues>({ defaultValues: emptyMove });
  const words = {
    score: (text: string) => t('handoff.fields.scoreIs', { text }),
    worry: (text: string) => t('handoff.fields.worryIs', { text }),
    alternative: (name: string) => t('handoff.fields.alternativeIs', { name }),
    weCall: t('handoff.fields.weCallText'),
  };
  const submit = form.handleSubmit((values) => {
    const { event: step, body } = moveOf(event, values, { timeZone, words });
    answers.mutate({ kind: 'move', referralId: referral.id, event: step, body }, { onSuccess: close });
  });
  return (
    <Dialog close={close} title={t(`handoff.event.${event}`)}>
      <form onSubmit={(submitted) => void submit(submitted)} noValidate>
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.answers.for', { ...addressed })}</strong>
          </p>
          {fieldsOf[event].map((field) => (
            <MoveFieldOf
              key={field}
              field={field}
              form={form}
              referral={referral}
              timeZone={timeZone}
              mayCall={referral.allowed.includes('wait-list')}
            />
          ))}
          {answers.error && (
            <Refusal error={answers.error} referral={referral} handoff={undefined} timeZone={timeZone} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={answers.isPending}>
              {t(`handoff.event.${event}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
