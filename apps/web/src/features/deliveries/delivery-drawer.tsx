import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import list from '../../ui/list.module.css';
import { moment } from '../../ui/moments.js';
import { Asked, Failed } from '../../ui/states.js';
import { usePartnerNames } from '../partners/use-directory.js';
import classes from './delivery-drawer.module.css';
import { DeliveryMark, took } from './delivery-mark.js';
import { useResend } from './use-resend.js';

/** One message: each try, what went along with it, what was answered. */
export function DeliveryDrawer({ id, close }: { id: string; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePartnerNames();
  const delivery = useQuery({
    queryKey: keys.delivery(id),
    queryFn: ({ signal }) => get<Delivery>(`/api/deliveries/${id}`, signal),
  });
  const title = delivery.data
    ? t('deliveries.detail', {
        what: t(`deliveries.kinds.${delivery.data.kind}`),
        partner: nameOf(delivery.data.partnerId),
      })
    : t('deliveries.title');
  return (
    <Drawer opened onClose={close} position="right" size="lg" title={title}>
      <Asked query={delivery}>{(found) => <Detail delivery={found} partner={nameOf(found.partnerId)} />}</Asked>
    </Drawer>
  );
}

function Detail({ delivery, partner }: { delivery: Delivery; partner: string }): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const again = useResend();
  const { handoffId, state, channel, reason, createdAt, messageId, nextAt } = delivery;
  return (
    <>
      <dl className={list.facts}>
        <dt>{t('deliveries.columns.state')}</dt>
        <dd>
          <DeliveryMark state={state} />
        </dd>
        <dt>{t('deliveries.columns.channel')}</dt>
        <dd>{t(`deliveries.channels.${channel}`)}</dd>
        <dt>{t('deliveries.made')}</dt>
        <dd className="numbers">{moment(createdAt)}</dd>
        {reason && (
          <>
            <dt>{t('deliveries.reason')}</dt>
            <dd>{reason}</dd>
          </>
        )}
        {nextAt && (
          <>
            <dt>{t('deliveries.columns.next')}</dt>
            <dd className="numbers">{moment(nextAt)}</dd>
          </>
        )}
        <dt>{t('deliveries.message')}</dt>
        <dd>
          <code>{messageId}</code>
        </dd>
      </dl>
      {handoffId && me?.role === 'coordinator' && (
        <p>
          <a href={`/handoffs/${handoffId}`}>{t('deliveries.openHandoff')}</a>
        </p>
      )}
      {again.canBe(delivery) && (
        <div className={classes.again}>
          <Button loading={again.isPending} onClick={() => again.send(delivery)}>
            {t('deliveries.again', { partner })}
          </Button>
          <p className="soft">{t('deliveries.againMore')}</p>
        </div>
      )}
      {again.error && <Failed error={again.error} />}
      <h2>{t('deliveries.tries')}</h2>
      <Tries attempts={delivery.attempts} />
      {channel !== 'inbox' && <SentWith delivery={delivery} />}
      <p>
        <Link to="/partners/$partnerId" params={{ partnerId: delivery.partnerId }}>
          {partner}
        </Link>
      </p>
    </>
  );
}

function Tries({ attempts }: Pick<Delivery, 'attempts'>): ReactNode {
  const { t } = useTranslation();
  if (attempts.length === 0) return <p>{t('deliveries.noTries')}</p>;
  return (
    <ol className={classes.tries} reversed>
      {[...attempts].reverse().map(({ at, outcome, status, durationMs, error, nextAt }) => (
        <li key={at}>
          <div>
            <b className="numbers">{moment(at)}</b> <span className="soft numbers">{took(durationMs)}</span>
          </div>
          <div>{error ? `${outcome}: ${error}` : outcome}</div>
          {status !== null && (
            <div>
              <span className="soft">{t('deliveries.answered')}</span> {status}
            </div>
          )}
          {nextAt && (
            <div className="soft">
              {t('deliveries.columns.next')} <span className="numbers">{moment(nextAt)}</span>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Headers that a receiver sees, those of the last try; a mail carries its id alone. */
function SentWith({ delivery: { channel, messageId, attempts } }: { delivery: Delivery }): ReactNode {
  const { t } = useTranslation();
  const last = attempts.at(-1);
  const headers =
    channel === 'webhook'
      ? [
          ['content-type', 'application/cloudevents+json'],
          ['webhook-id', messageId],
          ['webhook-timestamp', last ? String(Math.floor(Date.parse(last.at) / 1000)) : '–'],
          ['webhook-signature', 'v1,••••••••'],
        ]
      : [['Message-ID', messageId]];
  return (
    <>
      <h2>{t('deliveries.sentWith')}</h2>
      <dl className={list.facts}>
        {headers.map(([name, value]) => (
          <div key={name} className={classes.header}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('deliveries.sentWithMore')}</p>
    </>
  );
}
