import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Partner } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Asked, Empty } from '../../ui/states.js';
import { roleName } from '../../ui/words.js';
import { PartnerForm } from './partner-form.js';
import { Capacity, OpenNow } from './partner-marks.js';
import { Endpoints } from './partner-page.js';

/** What an organization says about itself: hours, room for new patients, absences, people, and where its messages go. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const partnerId = me?.partnerId ?? null;
  const partner = useQuery({
    queryKey: keys.partner(partnerId ?? ''),
    queryFn: ({ signal }) => get<Partner>(`/api/partners/${partnerId}`, signal),
    enabled: partnerId !== null,
    // What is being typed is not replaced under one's hands.
    staleTime: Infinity,
  });
  if (partnerId === null) return <Empty title={t('inbox.settings.noOrganization')} />;
  return (
    <Asked query={partner}>
      {(own) => (
        <>
          <h1>{own.name}</h1>
          <p>
            <OpenNow partner={own} /> <span className="soft">{t('partners.form.capacity')}</span>{' '}
            <Capacity capacity={own.capacity} />
          </p>
          <p className="soft">
            {t('inbox.settings.lead')} {t('inbox.settings.roles', { roles: own.roles.map(roleName).join(', ') })}
          </p>
          <Endpoints partner={own} />
          <PartnerForm before={own} isOwn />
        </>
      )}
    </Asked>
  );
}
