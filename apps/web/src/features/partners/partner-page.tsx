import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint, Partner } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { LinkButton } from '../../ui/link-button.js';
import classes from '../../ui/list.module.css';
import { day } from '../../ui/moments.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { roleName, sentence } from '../../ui/words.js';
import { AddEndpoint } from '../endpoints/add-endpoint.js';
import { EndpointCard } from '../endpoints/endpoint-card.js';
import endpointClasses from '../endpoints/endpoints.module.css';
import { Capacity, OpenNow } from './partner-marks.js';

const route = getRouteApi('/partners/$partnerId');

/** One organization: how it works, whom to phone, where its messages go. */
export function PartnerPage(): ReactNode {
  const { t } = useTranslation();
  const { partnerId } = route.useParams();
  const partner = useQuery({
    queryKey: keys.partner(partnerId),
    queryFn: ({ signal }) => get<Partner>(`/api/partners/${partnerId}`, signal),
  });
  return (
    <>
      <p>
        <Link to="/partners">← {t('partners.page.back')}</Link>
      </p>
      <Asked query={partner}>
        {(found) => (
          <>
            <div className={classes.head}>
              <h1>
                {found.name}
                {!found.active && <span className="soft"> ({t('partners.inactive')})</span>}
              </h1>
              <div className={classes.actions}>
                <LinkButton to="/partners/$partnerId/edit" params={{ partnerId }}>
                  {t('partners.page.edit')}
                </LinkButton>
                <LinkButton to="/deliveries" search={{ partner: partnerId }} variant="default">
                  {t('partners.page.deliveries')}
                </LinkButton>
              </div>
            </div>
            <Facts partner={found} />
            <Endpoints partner={found} />
          </>
        )}
      </Asked>
    </>
  );
}

function Facts({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const { partnerId, roles, calendar, phone, capacity, absences = [], people, preferences } = partner;
  const days = calendar.workDays.map((one) => t(`partners.days.${one}`)).join(' ');
  const none = <span className="soft">{t('partners.none')}</span>;
  return (
    <dl className={`${classes.facts} card`}>
      <dt>{t('partners.page.id')}</dt>
      <dd>
        <code>{partnerId}</code>
      </dd>
      <dt>{t('partners.page.roles')}</dt>
      <dd>{roles.map(roleName).join(', ') || none}</dd>
      <dt>{t('partners.page.phone')}</dt>
      <dd>{phone ? <a href={`tel:${phone}`}>{phone}</a> : <span className="soft">{t('partners.notTold')}</span>}</dd>
      <dt>{t('partners.page.fax')}</dt>
      <dd className="soft">{t('partners.page.faxMore')}</dd>
      <dt>{t('partners.page.hours')}</dt>
      <dd>
        <OpenNow partner={partner} />
        <div>
          {t('partners.page.hoursOf', {
            days,
            opens: calendar.opens,
            closes: calendar.closes,
            zone: calendar.timeZone,
          })}
        </div>
        <ClosedDates partner={partner} />
      </dd>
      <dt>{t('partners.page.capacity')}</dt>
      <dd>
        <Capacity capacity={capacity} />
      </dd>
      <dt>{t('partners.page.absences')}</dt>
      <dd>
        {absences.length === 0
          ? none
          : absences.map(({ from, until, note }) => (
              <div key={from}>
                {t('partners.page.absence', { from: day(from), until: day(until) })}
                {note && <span className="soft"> {note}</span>}
              </div>
            ))}
      </dd>
      <dt>{t('partners.page.people')}</dt>
      <dd>
        {people.length === 0
          ? none
          : people.map(({ name, function: what, email, phone: direct }) => (
              <div key={`${name} ${what}`}>
                {name}, {what}
                {direct && <span className="soft"> {direct}</span>}
                {email && (
                  <>
                    {' '}
                    <a href={`mailto:${email}`}>{email}</a>
                  </>
                )}
              </div>
            ))}
      </dd>
      <dt>{t('partners.page.preferences')}</dt>
      <dd>
        <Preferences preferences={preferences} />
      </dd>
    </dl>
  );
}

function ClosedDates({ partner: { calendar } }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const today = useNow().toISOString().slice(0, 10);
  const next = [...calendar.closedDates].sort().find((date) => date >= today);
  return (
    next && (
      <div className="soft">
        {t('partners.page.closedDates')}:{' '}
        {t('partners.page.closedNext', { count: calendar.closedDates.length, day: day(next) })}
      </div>
    )
  );
}

function Preferences({ preferences: { channels, digestAt } }: Pick<Partner, 'preferences'>): ReactNode {
  const { t } = useTranslation();
  const chosen = Object.entries(channels);
  return (
    <>
      {chosen.length === 0 && t('partners.page.preferenceDefault')}
      {chosen.map(([urgency, wanted = []]) => (
        <div key={urgency}>
          {sentence(t(`urgency.${urgency}`))}: {wanted.map((one) => t(`deliveries.channels.${one}`)).join(', ')}
        </div>
      ))}
      {digestAt && <div>{t('partners.page.digest', { at: digestAt })}</div>}
    </>
  );
}

/** Where its messages go. */
export function Endpoints({ partner: { partnerId, name } }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const endpoints = useQuery({
    queryKey: keys.endpoints(partnerId),
    queryFn: ({ signal }) => get<{ items: Endpoint[] }>(`/api/partners/${partnerId}/endpoints`, signal),
  });
  return (
    <section aria-labelledby="endpoints" className="card">
      <h2 id="endpoints">{t('partners.page.endpoints')}</h2>
      <Asked query={endpoints} loading={<LoadingRows rows={2} />}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{t('partners.page.noEndpoints')}</p>}
            <div className={endpointClasses.cards}>
              {items.map((one) => (
                <EndpointCard key={one.id} endpoint={one} />
              ))}
            </div>
          </>
        )}
      </Asked>
      <AddEndpoint partnerId={partnerId} partner={name} />
    </section>
  );
}
