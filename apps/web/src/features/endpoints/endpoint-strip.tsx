import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import { EndpointCard } from './endpoint-card.js';
import classes from './endpoints.module.css';

/** Whatever does not simply take what is sent. */
const needsALook = ({ state, health }: Endpoint): boolean =>
  state !== 'active' || health.breaker !== 'closed' || health.failuresInARow > 0 || health.failed > 0;

/** How everybody's endpoints fare: those that need a look first, the others on request. */
export function EndpointStrip(): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const endpoints = useQuery({
    queryKey: keys.endpoints(),
    queryFn: ({ signal }) => get<{ items: Endpoint[] }>('/api/endpoints', signal),
  });
  return (
    <section aria-labelledby="endpoints" className="card">
      <h2 id="endpoints">{t('deliveries.endpoints.title')}</h2>
      <Asked query={endpoints} loading={<LoadingRows rows={1} />}>
        {({ items }) => {
          const troubled = items.filter(needsALook);
          const shown = isWhole ? items : troubled;
          if (items.length === 0) return <p>{t('deliveries.endpoints.none')}</p>;
          return (
            <>
              <p role="status">
                <Mark
                  tone={troubled.length === 0 ? 'ok' : 'soon'}
                  icon={troubled.length === 0 ? IconCheck : IconAlertTriangle}
                >
                  {t('deliveries.endpoints.trouble', {
                    count: troubled.length,
                  })}
                </Mark>
              </p>
              <div className={classes.cards}>
                {shown.map((one) => (
                  <EndpointCard key={one.id} endpoint={one} />
                ))}
              </div>
              {troubled.length < items.length && (
                <Button variant="subtle" size="compact-sm" onClick={() => setWhole(!isWhole)}>
                  {isWhole
                    ? t('deliveries.endpoints.onlyTrouble')
                    : t('deliveries.endpoints.all', { count: items.length })}
                </Button>
              )}
            </>
          );
        }}
      </Asked>
    </section>
  );
}
