import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { services } from '../../app/services.js';
import { moment } from '../../ui/moments.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import { groupsOf, type Parked } from './parked-groups.js';
import { ParkedCard } from './parked-card.js';
import { ServiceTable } from './service-table.js';
import { useServices } from './use-services.js';

const pollMs = 10_000;

/** What could not be handled, and what can be done about it. */
export function OperationsPage(): ReactNode {
  const { t } = useTranslation();
  const states = useServices();
  const parked = useQuery({
    queryKey: keys.parked(),
    queryFn: ({ signal }) =>
      Promise.all(
        services.map(async (service) => ({
          service,
          parked: await get<Parked[]>(`/api/ops/${service}/messaging/parked`, signal),
        })),
      ),
    refetchInterval: pollMs,
  });
  const at = moment(new Date(parked.dataUpdatedAt).toISOString());
  return (
    <>
      <h1>{t('operations.title')}</h1>
      <p className="soft">{t('operations.about')}</p>
      <Asked query={parked} loading={<LoadingRows rows={2} />}>
        {(all) => {
          const groups = groupsOf(all);
          return groups.length === 0 ? (
            <div className="card" role="status">
              <Mark tone="ok" icon={IconCheck}>
                <span>{t('operations.empty', { at })}</span>
              </Mark>
            </div>
          ) : (
            <section aria-labelledby="groups">
              <h2 id="groups">{t('operations.groups')}</h2>
              <p className="soft numbers">{t('operations.checked', { at })}</p>
              {groups.map((group) => (
                <ParkedCard key={group.id} group={group} />
              ))}
            </section>
          );
        }}
      </Asked>
      <h2>{t('operations.counts')}</h2>
      <Asked query={states}>{(found) => <ServiceTable services={found} />}</Asked>
    </>
  );
}
