import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner, ReferralDetail } from '#contracts';
import { useNow } from '../../ui/clock.js';
import { day, zoneName } from '../../ui/moments.js';
import { Due, UrgencyMark } from '../../ui/status.js';
import { roleName } from '../../ui/words.js';
import { OpenNow } from '../partners/partner-marks.js';
import classes from './handoff-page.module.css';
import { type AnyHandoff, isOfClinic } from './use-handoff.js';

/** What is needed of whom by when, how it stands, and whether somebody would answer the phone now. */
export function Head({
  handoff,
  referral,
  partner,
  timeZone,
}: {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  partner: Partner | null;
  timeZone: string;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { contentVersion: content, throughVersion: through } = handoff;
  return (
    <>
      <h1>
        {roleName(handoff.role)}
        {partner && `: ${partner.name}`}
      </h1>
      <dl className={classes.head}>
        <Fact name={t('handoff.head.request')}>
          {t(referral ? `handoff.state.${referral.state}` : `handoff.status.${handoff.status}`)}
          <span className="soft"> · {t(`handoff.waitingOn.${referral?.waitingOn ?? handoff.waitingOn}`)}</span>
        </Fact>
        <Fact name={t('handoff.head.due')}>
          <UrgencyMark urgency={handoff.urgency} />{' '}
          <Due at={handoff.dueAt} issuedAt={handoff.issuedAt} timeZone={timeZone} isOpen={handoff.status === 'open'} />
        </Fact>
        <Fact name={t('handoff.head.version')}>
          {content === through ? `v${through}` : t('handoff.head.versions', { content, through })}
          <span className="soft"> · {t(`handoff.status.${handoff.status}`)}</span>
        </Fact>
        {partner === null ? (
          <Fact name={t('handoff.head.partner')}>{t('handoff.head.nobody')}</Fact>
        ) : (
          <>
            <Fact name={t('handoff.head.phone')}>
              {partner.phone ? (
                <a href={`tel:${partner.phone.replaceAll(/[^+\d]/g, '')}`}>{partner.phone}</a>
              ) : (
                <span className="soft">{t('handoff.head.noPhone')}</span>
              )}
            </Fact>
            <Fact name={t('handoff.head.hours')}>
              <OpenNow partner={partner} /> <span className="soft">({zoneName(partner.calendar.timeZone, now)})</span>
            </Fact>
          </>
        )}
        {isOfClinic(handoff) && (
          <Fact name={t('handoff.head.owner')}>{handoff.owner ?? handoff.pool ?? t('handoff.head.unowned')}</Fact>
        )}
        {handoff.chase && (
          <Fact name={t('handoff.desk.chase')}>
            {day(handoff.chase.on)}
            {handoff.chase.reason && <span className="soft"> · {handoff.chase.reason}</span>}
          </Fact>
        )}
      </dl>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
