import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '#contracts';
import { moment } from '../../ui/moments.js';
import classes from './handoff-page.module.css';
import type { Desk } from './use-desk.js';

/** Each message that left for the partner: over what, how often it was tried, how it went. */
export function DeliveriesCard({
  deliveries,
  timeZone,
  desk,
}: {
  deliveries: readonly Delivery[];
  timeZone: string;
  desk: Desk;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card no-print" aria-labelledby="deliveries">
      <h2 id="deliveries">{t('handoff.deliveries.title')}</h2>
      {deliveries.length === 0 && <p className="soft">{t('handoff.deliveries.none')}</p>}
      <ul className={classes.plainList}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            {t(`handoff.deliveries.kind.${delivery.kind}`)}, {delivery.channel}:{' '}
            {t(`handoff.deliveries.state.${delivery.state}`, {
              at: delivery.nextAt === null ? '' : moment(delivery.nextAt, timeZone),
              reason: delivery.reason ?? delivery.attempts.at(-1)?.error ?? '',
            })}
            <div className="soft">
              {moment(delivery.attempts.at(-1)?.at ?? delivery.createdAt, timeZone)},{' '}
              {t('handoff.deliveries.attempts', { count: delivery.attempts.length })}
            </div>
            {isWorthAgain(delivery) && (
              <Button
                variant="default"
                size="compact-sm"
                loading={desk.isPending}
                onClick={() => desk.mutate({ kind: 'resend', deliveryId: delivery.id })}
              >
                {t('handoff.deliveries.again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has arrived, or is on its way by itself, needs no hand. */
export const isWorthAgain = ({ state }: Delivery): boolean => state === 'failed' || state === 'retrying';
