import { IconAlertOctagon, IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/moments.js';
import { Asked } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import { calmSeconds, ServiceTable } from '../operations/service-table.js';
import { type ServiceState, useServices } from '../operations/use-services.js';

/** For everybody in the clinic: does it work, and is what I see up to date? */
export function StatusPage(): ReactNode {
  const { t } = useTranslation();
  const services = useServices();
  return (
    <>
      <h1>{t('operations.status.title')}</h1>
      <p className="soft">{t('operations.status.about')}</p>
      <Asked query={services}>
        {(states) => (
          <>
            <div className="card">
              <p role="status">
                <Verdict states={states} />
              </p>
              <span className="soft numbers">
                {t('operations.checked', { at: moment(new Date(services.dataUpdatedAt).toISOString()) })}
              </span>
            </div>
            <ServiceTable services={states} />
          </>
        )}
      </Asked>
    </>
  );
}

function Verdict({ states }: { states: readonly ServiceState[] }): ReactNode {
  const { t } = useTranslation();
  if (states.some(({ state, trouble }) => state === null || trouble || state.parked > 0))
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        <span>{t('operations.status.bad')}</span>
      </Mark>
    );
  if (states.some(({ state }) => (state?.lag ?? 0) > 0 || (state?.outbox.oldestSeconds ?? 0) > calmSeconds))
    return (
      <Mark tone="soon" icon={IconClock}>
        <span>{t('operations.status.behind')}</span>
      </Mark>
    );
  return (
    <Mark tone="ok" icon={IconCheck}>
      <span>{t('operations.status.good')}</span>
    </Mark>
  );
}
