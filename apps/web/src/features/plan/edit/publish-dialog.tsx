import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#contracts';
import { moment } from '../../../ui/moments.js';
import { roleName } from '../../../ui/words.js';
import type { TeamNews } from '../preview/use-team-news.js';
import { publishLabel } from './publish-label.js';

/** What leaves the house is confirmed by name and number, with the reason that everybody will read. */
export function PublishDialog({
  close,
  news,
  version,
  patient,
  publish,
  isBusy,
  isNewer,
  isRefused,
}: {
  close: () => void;
  news: TeamNews;
  version: number;
  patient: Patient;
  publish: (reason: string) => void;
  isBusy: boolean;
  isNewer: boolean;
  /** Something else on the page says why. */
  isRefused: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { told } = news.standing;
  const { given, family } = patient.name;
  return (
    <Modal
      opened={!isRefused}
      onClose={close}
      title={t('plan.publish.title', { version, given, family })}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish(reason);
        }}
      >
        {isNewer && (
          <p role="alert">
            <strong>{t('plan.publish.newer')}</strong>
          </p>
        )}
        {told.length === 0 ? (
          <p>{t('plan.publish.nobody')}</p>
        ) : (
          <>
            <p>{t('plan.publish.recipients')}</p>
            <ul>
              {told.map(({ role, partnerId, dueAt }) => (
                <li key={`${role} ${partnerId}`}>
                  <b>{partnerId === null ? t('plan.preview.nobodyYet') : news.nameOf(partnerId)}</b>, {roleName(role)}{' '}
                  <span className="soft">({t('plan.preview.by', { at: moment(dueAt) })})</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <TextInput
          label={t('plan.publish.reason')}
          description={t('plan.publish.reasonHelp')}
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
          <Button type="submit" loading={isBusy}>
            {publishLabel(t, version, told.length)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
