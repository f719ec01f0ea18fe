import { Button, Group, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, Plan, PublishedVersion } from '#contracts';
import { post } from '../../../api/client.js';
import { LinkButton } from '../../../ui/link-button.js';
import { Failed } from '../../../ui/states.js';
import type { Compared } from './use-comparison.js';

/** The newest version should never have existed: it is taken back by a new one, and whoever got it is told by name. */
export function EnteredInError({ plan, patient, about }: { plan: Plan; patient: Patient; about: Compared }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button variant="subtle" onClick={() => open(true)}>
        {t('plan.inError.open')}
      </Button>
      {isOpen && <Dialog plan={plan} patient={patient} about={about} close={() => open(false)} />}
    </>
  );
}

function Dialog({
  plan,
  patient,
  about,
  close,
}: {
  plan: Plan;
  patient: Patient;
  about: Compared;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const version = plan.currentVersion;
  const taken = useTakingBack(plan, close);
  const names = [
    ...new Set(about.told.flatMap(({ partnerId }) => (partnerId === null ? [] : [about.nameOf(partnerId)]))),
  ];
  const { given, family } = patient.name;
  const count = names.length;
  return (
    <Modal
      opened
      onClose={close}
      title={t('plan.inError.title', { version, given, family })}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {version === 1 ? (
        <p>{t('plan.inError.first')}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            taken.mutate(reason);
          }}
        >
          <p>{t('plan.inError.what', { version, next: version + 1, previous: version - 1 })}</p>
          <p>
            {count === 0
              ? t('plan.inError.nobody')
              : t('plan.inError.who', { count, version, names: names.join(', ') })}
          </p>
          {taken.error !== null && <Failed error={taken.error} />}
          <TextInput
            label={t('plan.inError.reason')}
            description={t('plan.inError.reasonHelp')}
            required
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" color="red" loading={taken.isPending}>
              {t(count === 0 ? 'plan.inError.confirmNobody' : 'plan.inError.confirm', { version, count })}
            </Button>
          </Group>
        </form>
      )}
      <LinkButton variant="subtle" to="/plans/$planId/edit" params={{ planId: plan.id }}>
        {t('plan.inError.correct')}
      </LinkButton>
    </Modal>
  );
}

function useTakingBack(plan: Plan, close: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      post<PublishedVersion>(`/api/plans/${plan.id}/versions/${plan.currentVersion}/entered-in-error`, { reason }),
    onSuccess: ({ version }) => {
      notifications.show({ message: t('plan.inError.done', { version, error: plan.currentVersion }) });
      for (const kind of ['plan', 'patient', 'handoff']) void queries.invalidateQueries({ queryKey: [kind] });
      close();
    },
  });
}
