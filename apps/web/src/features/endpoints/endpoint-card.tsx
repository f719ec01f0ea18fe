import { Button } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCheck, IconPlayerPause } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '#contracts';
import { useMe } from '../../app/session.js';
import { useNow } from '../../ui/clock.js';
import { fromNow, moment } from '../../ui/moments.js';
import { Mark, type Tone } from '../../ui/status.js';
import { usePartnerNames } from '../partners/use-directory.js';
import classes from './endpoints.module.css';
import { RotateDialog } from './rotate-dialog.js';
import { useEndpointActions } from './use-endpoint-actions.js';

type Words = { tone: Tone; icon: typeof IconCheck; text: 'active' | 'paused' | 'disabled' | 'open' | 'halfOpen' };

function stateOf({ state, health }: Endpoint): Words {
  if (state === 'paused') return { tone: 'quiet', icon: IconPlayerPause, text: 'paused' };
  if (state === 'disabled') return { tone: 'late', icon: IconAlertOctagon, text: 'disabled' };
  if (health.breaker === 'open') return { tone: 'late', icon: IconAlertOctagon, text: 'open' };
  if (health.breaker === 'half-open') return { tone: 'soon', icon: IconAlertTriangle, text: 'halfOpen' };
  return { tone: 'ok', icon: IconCheck, text: 'active' };
}

/** One address of a partner, how it fares, and what can be done about it. */
export function EndpointCard({ endpoint }: { endpoint: Endpoint }): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePartnerNames();
  const { tone, icon, text } = stateOf(endpoint);
  const partner = nameOf(endpoint.partnerId);
  const heading = t('deliveries.endpoints.of', { kind: t(`deliveries.channels.${endpoint.kind}`), partner });
  return (
    <article className={classes.card} data-tone={tone} aria-label={heading}>
      <h3>{heading}</h3>
      <div className={`${classes.address} soft`}>{endpoint.address}</div>
      <Mark tone={tone} icon={icon}>
        {t(`deliveries.endpoints.${text}`)}
      </Mark>
      {endpoint.reason && <div>{endpoint.reason}</div>}
      <Health endpoint={endpoint} />
      <Actions endpoint={endpoint} partner={partner} />
    </article>
  );
}

function Health({ endpoint: { health, secrets, state } }: { endpoint: Endpoint }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const since = (at: string | null): string =>
    at ? `${moment(at)} (${fromNow(at, now)})` : t('deliveries.endpoints.never');
  const ending = secrets.find(({ until }) => until !== null)?.until;
  return (
    <>
      <ul className={classes.numbers}>
        <li>
          <span className="soft">{t('deliveries.endpoints.pending')}</span> {health.pending}
        </li>
        <li>
          <span className="soft">{t('deliveries.endpoints.failed')}</span> {health.failed}
        </li>
        <li>
          <span className="soft">{t('deliveries.endpoints.lastDelivered')}</span> {since(health.lastDeliveredAt)}
        </li>
        {health.lastFailedAt && (
          <li>
            <span className="soft">{t('deliveries.endpoints.lastFailed')}</span> {since(health.lastFailedAt)}
            {health.lastError && `: ${health.lastError}`}
          </li>
        )}
        {health.openUntil && health.breaker === 'open' && (
          <li>
            <span className="soft">{t('deliveries.endpoints.until')}</span> {moment(health.openUntil)}
          </li>
        )}
        {secrets.length > 0 && (
          <li>
            <span className="soft">{t('deliveries.endpoints.secrets')}</span> {secrets.length}
            {ending && `, ${t('deliveries.endpoints.secretEnds', { at: moment(ending) })}`}
          </li>
        )}
      </ul>
      {state === 'active' && health.failuresInARow > 0 && (
        <p>
          {t('deliveries.endpoints.failing', { count: health.failuresInARow })}.{' '}
          <span className="soft">{t('deliveries.endpoints.willDisable')}</span>
        </p>
      )}
    </>
  );
}

function Actions({ endpoint, partner }: { endpoint: Endpoint; partner: string }): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [isRotating, rotate] = useState(false);
  const { move, test } = useEndpointActions(endpoint, partner);
  const next = ({ active: 'pause', paused: 'resume', disabled: 'enable' } as const)[endpoint.state];
  const named = (what: string): string => `${what}: ${partner}, ${t(`deliveries.channels.${endpoint.kind}`)}`;
  const button = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <div className={classes.actions}>
      <Button
        {...button}
        loading={move.isPending}
        onClick={() => move.mutate(next)}
        aria-label={named(t(`deliveries.endpoints.${next}`))}
      >
        {t(`deliveries.endpoints.${next}`)}
      </Button>
      {me?.role !== 'operator' && (
        <Button
          {...button}
          loading={test.isPending}
          onClick={() => test.mutate()}
          aria-label={named(t('deliveries.endpoints.test'))}
        >
          {t('deliveries.endpoints.test')}
        </Button>
      )}
      {me?.role !== 'operator' && endpoint.kind === 'webhook' && (
        <Button {...button} onClick={() => rotate(true)} aria-label={named(t('deliveries.endpoints.rotate'))}>
          {t('deliveries.endpoints.rotate')}
        </Button>
      )}
      {isRotating && <RotateDialog endpoint={endpoint} partner={partner} close={() => rotate(false)} />}
    </div>
  );
}
