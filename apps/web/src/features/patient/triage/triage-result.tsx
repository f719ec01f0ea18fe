import { Button, Group } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Partner, Patient, TriageAnswer } from '#contracts';
import { get } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { moment } from '../../../ui/moments.js';
import { Mark, UrgencyMark } from '../../../ui/status.js';
import { roleName } from '../../../ui/words.js';
import classes from './triage.module.css';

/** What to do now, and who was told. */
export function TriageResult({
  answer,
  close,
}: {
  answer: TriageAnswer;
  patient: Patient;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  const partners = useQuery({
    queryKey: keys.partners(),
    queryFn: ({ signal }) => get<Page<Partner>>('/api/partners?limit=200', signal),
  });
  const nameOf = (partnerId: string): string =>
    partners.data?.items.find((one) => one.partnerId === partnerId)?.name ?? partnerId;
  const { urgency, actions, alreadyKnown, version, told } = answer;
  const isUrgent = urgency === 'emergency';
  return (
    <div role="alert">
      <p>
        <Mark tone={isUrgent ? 'late' : 'soon'} icon={isUrgent ? IconAlertOctagon : IconAlertTriangle}>
          {t(`urgencies.${urgency}`)}
        </Mark>
      </p>
      <h3>{t('now')}</h3>
      <ol>
        {actions.map((action) => (
          <li key={action}>
            <strong>{action}</strong>
          </li>
        ))}
      </ol>
      <p>{alreadyKnown ? t('known2') : version === null ? t('noVersion') : t('version', { version })}</p>
      <h3>{t('told')}</h3>
      {told.length === 0 ? (
        <p>{t('toldNobody')}</p>
      ) : (
        <ul className={classes.told}>
          {told.map(({ role, partnerId, urgency: haste, dueAt }) => (
            <li key={`${role} ${partnerId ?? ''}`}>
              <strong>{partnerId === null ? roleName(role) : nameOf(partnerId)}</strong>
              {partnerId !== null && <span className="soft"> · {roleName(role)}</span>} <UrgencyMark urgency={haste} />{' '}
              <span className="soft">{t('answerBy', { at: moment(dueAt) })}</span>
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end">
        <Button onClick={close} data-autofocus>
          {t('close')}
        </Button>
      </Group>
    </div>
  );
}
