import { IconAlertTriangle, IconCheck, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ask, Partner, PartnerImpact, PartnerReach } from '#contracts';
import { day, moment } from '../../../ui/moments.js';
import { Due, Mark, UrgencyMark } from '../../../ui/status.js';
import { roleName, sentence } from '../../../ui/words.js';
import classes from './preview-panel.module.css';
import { closedTopics } from './topics.js';
import type { TeamNews } from './use-team-news.js';

/** One partner who hears of the version: why, what is asked, by when, what is seen, and over which channel. */
export function Told({ impact, news, version }: { impact: PartnerImpact; news: TeamNews; version: number }): ReactNode {
  const { t } = useTranslation();
  const { role, partnerId, urgency, dueAt, asks, fromVersion } = impact;
  const partner = partnerId === null ? undefined : news.partnerOf(partnerId);
  const slices = [...new Set(asks.flatMap(({ slice }) => slice))];
  const zone = partner?.calendar.timeZone;
  return (
    <article className={classes.told} aria-label={partner?.name ?? partnerId ?? t('plan.preview.nobodyYet')}>
      <h4>
        {partnerId === null ? t('plan.preview.nobodyYet') : news.nameOf(partnerId)}{' '}
        <span className="soft">
          · {roleName(role)} ·{' '}
          {fromVersion === 0
            ? t('plan.preview.worksFromNothing')
            : t('plan.preview.worksFrom', { version: fromVersion })}
        </span>
      </h4>
      <p>
        {urgency !== 'routine' && <UrgencyMark urgency={urgency} />} {t('plan.preview.dueBy')}{' '}
        <Due at={dueAt} {...(zone ? { timeZone: zone } : {})} />
      </p>
      <ul>
        {asks.map((ask) => (
          <Asked key={ask.fingerprint} ask={ask} version={version} />
        ))}
      </ul>
      <dl className={classes.sees}>
        <dt>{t('plan.preview.sees')}</dt> <dd>{slices.map((slice) => t(`plan.slices.${slice}`)).join('; ')}</dd>
        <dt>{t('plan.preview.hidden')}</dt>{' '}
        <dd>
          {closedTopics(slices)
            .map((topic) => t(`plan.topics.${topic}`))
            .join(', ')}
        </dd>
      </dl>
      {partnerId === null ? (
        <p className="soft">{t('plan.preview.nobodyYetWhy')}</p>
      ) : (
        <p>
          <Channels reach={news.reachOf(partnerId)} partner={partner} urgency={urgency} />{' '}
          {t('plan.preview.mustAcknowledge', { version })}
        </p>
      )}
    </article>
  );
}

function Asked({ ask, version }: { ask: Ask; version: number }): ReactNode {
  const { t } = useTranslation();
  const { reason, text, ruleId, doBy, effective, sinceVersion } = ask;
  const beside = [
    doBy && t('plan.preview.doBy', { at: moment(doBy) }),
    effective?.from && t('plan.preview.effective', { from: day(effective.from) }),
    sinceVersion < version && t('plan.preview.since', { version: sinceVersion }),
  ].filter(Boolean);
  return (
    <li>
      {reason} <b>{sentence(text)}</b> {beside.length > 0 && <span className="soft">({beside.join(', ')})</span>}{' '}
      <a href={`/rules/${encodeURIComponent(ruleId)}`} target="_blank" rel="noreferrer">
        {t('plan.preview.rule', { id: ruleId })}
        <span className="visually-hidden"> {t('plan.preview.opensNewTab')}</span>
      </a>
    </li>
  );
}

/** How they are reached, and whether that works: known before anything is sent, not after. */
function Channels({
  reach,
  partner,
  urgency,
}: {
  reach: PartnerReach | undefined;
  partner: Partner | undefined;
  urgency: PartnerImpact['urgency'];
}): ReactNode {
  const { t } = useTranslation();
  const channels = reach?.channels[urgency] ?? [];
  if (channels.length === 0) return null;
  return (
    <span>
      {channels.map(({ channel, state }, at) => (
        <span key={channel}>
          {t(at === 0 ? 'plan.preview.reach' : 'plan.preview.reachAlso', { channel: t(`plan.channels.${channel}`) })}{' '}
          {state === 'works' ? (
            <Mark tone="ok" icon={IconCheck}>
              {t('plan.preview.works')}
            </Mark>
          ) : (
            <Mark tone={state === 'broken' ? 'late' : 'soon'} icon={IconAlertTriangle}>
              {t(`plan.preview.${state}`)}
            </Mark>
          )}{' '}
        </span>
      ))}
      {channels.every(({ state }) => state === 'broken') && partner?.phone && (
        <Mark tone="late" icon={IconPhone}>
          {t('plan.preview.phone', { phone: partner.phone })}
        </Mark>
      )}
      .
    </span>
  );
}
