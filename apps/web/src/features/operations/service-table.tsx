import { IconAlertOctagon, IconCheck, IconClock, IconParking } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Mark } from '../../ui/status.js';
import { spanText } from './service-words.js';
import type { ServiceState } from './use-services.js';

/** Below this, an event is on its way; above, something holds it up. */
export const calmSeconds = 5;

/** Whether a service works, in a word with a shape. */
export function ServiceMark({ of: { state, trouble } }: { of: ServiceState }): ReactNode {
  const { t } = useTranslation();
  if (trouble || state === null)
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        {trouble ? t('operations.notReady', { why: trouble }) : t('operations.unreachable')}
      </Mark>
    );
  if (state.parked > 0)
    return (
      <Mark tone="late" icon={IconParking}>
        {t('operations.parkedState')}
      </Mark>
    );
  if ((state.lag ?? 0) > 0 || state.outbox.oldestSeconds > calmSeconds)
    return (
      <Mark tone="soon" icon={IconClock}>
        {t('operations.busy')}
      </Mark>
    );
  return (
    <Mark tone="ok" icon={IconCheck}>
      {t('operations.ready')}
    </Mark>
  );
}

/** Every service with what waits in it. */
export function ServiceTable({ services }: { services: readonly ServiceState[] }): ReactNode {
  const { t } = useTranslation();
  const unknown = <span className="soft">{t('operations.lagUnknown')}</span>;
  const columns: Column<ServiceState>[] = [
    {
      id: 'service',
      head: t('operations.columns.service'),
      cell: ({ service }) => (
        <>
          <b>{t(`operations.services.${service}`)}</b> <span className="soft">{t(`operations.does.${service}`)}</span>
        </>
      ),
    },
    { id: 'state', head: t('operations.columns.state'), cell: (one) => <ServiceMark of={one} /> },
    { id: 'lag', head: t('operations.columns.lag'), cell: ({ state }) => state?.lag ?? unknown },
    {
      id: 'outbox',
      head: t('operations.columns.outbox'),
      cell: ({ state }) =>
        state ? (
          <>
            {state.outbox.size}
            {state.outbox.size > 0 && (
              <span className="soft">
                {' '}
                {t('operations.columns.oldest', { for: spanText(t, state.outbox.oldestSeconds) })}
              </span>
            )}
          </>
        ) : (
          unknown
        ),
    },
    { id: 'parked', head: t('operations.columns.parked'), cell: ({ state }) => state?.parked ?? unknown },
    {
      id: 'last',
      head: t('operations.columns.last'),
      cell: ({ state }) =>
        state === null
          ? unknown
          : state.lastHandledSecondsAgo === null
            ? t('operations.none')
            : t('operations.ago', { for: spanText(t, state.lastHandledSecondsAgo) }),
    },
  ];
  return (
    <DataTable label={t('operations.counts')} columns={columns} rows={services} keyOf={({ service }) => service} />
  );
}
