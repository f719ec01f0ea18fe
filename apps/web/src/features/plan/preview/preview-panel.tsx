import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskImpact, VersionImpact } from '#contracts';
import { moment } from '../../../ui/moments.js';
import { UrgencyMark } from '../../../ui/status.js';
import { roleName, sentence } from '../../../ui/words.js';
import classes from './preview-panel.module.css';
import { Told } from './told.js';
import type { TeamNews } from './use-team-news.js';

/** Whom publishing would tell what, why and by when; and whom it would leave alone, and why. */
export function PreviewPanel({
  impact,
  news,
  version,
  isStale,
  isUpdating,
}: {
  impact: VersionImpact;
  news: TeamNews;
  version: number;
  isStale: boolean;
  isUpdating: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { changes, deviations } = impact;
  return (
    <div data-stale={isStale || undefined} className={classes.panel} aria-busy={isUpdating}>
      <p className={classes.sentence} role="status">
        <Consequence impact={impact} news={news} version={version} />{' '}
        <span className="soft">{isUpdating && t('plan.preview.updating')}</span>
      </p>
      {changes.length > 0 && (
        <>
          <h3>{t('plan.preview.changes')}</h3>
          <ul>
            {changes.map((change, at) => (
              <li key={`${change.type} ${change.itemId ?? at}`}>{change.text}</li>
            ))}
          </ul>
          <Partners news={news} version={version} />
          <Desks desks={impact.desks} />
        </>
      )}
      {deviations.length > 0 && (
        <details className={classes.others}>
          <summary>{t('plan.preview.deviations', { count: deviations.length })}</summary>
          <ul>
            {deviations.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** "Publishing v6 will notify 3 partners and change nothing for 4". */
function Consequence({ impact, news, version }: { impact: VersionImpact; news: TeamNews; version: number }): ReactNode {
  const { t } = useTranslation();
  if (impact.changes.length === 0)
    return (
      <>
        {t('plan.preview.nothing')} {version > 1 && t('plan.preview.nothingWhy', { version: version - 1 })}
      </>
    );
  const { told, takenBack, askedAlready, unaffected } = news.standing;
  const notify = t('plan.preview.notify', { count: told.length + takenBack.length });
  return t('plan.preview.consequence', { version, notify, count: askedAlready.length + unaffected.length });
}

function Partners({ news, version }: { news: TeamNews; version: number }): ReactNode {
  const { t } = useTranslation();
  const { told, takenBack, askedAlready, unaffected } = news.standing;
  const nameOf = (partnerId: string | null): string =>
    partnerId === null ? t('plan.preview.nobodyYet') : news.nameOf(partnerId);
  return (
    <>
      {told.length > 0 && <h3>{t('plan.preview.told')}</h3>}
      {told.map((impact) => (
        <Told key={`${impact.role} ${impact.memberId ?? ''}`} impact={impact} news={news} version={version} />
      ))}
      <Others
        title={t('plan.preview.takenBack', { count: takenBack.length })}
        rows={takenBack.map(({ role, partnerId, contentVersion }) => ({
          name: nameOf(partnerId),
          role,
          why: t('plan.preview.takenBackWhy', { version: contentVersion }),
        }))}
        isOpen
      />
      <Others
        title={t('plan.preview.unaffected', { count: unaffected.length })}
        rows={unaffected.map(({ role, partnerId, why }) => ({ name: nameOf(partnerId), role, why }))}
      />
      <Others
        title={t('plan.preview.askedAlready', { count: askedAlready.length })}
        rows={askedAlready.map(({ role, partnerId, asks }) => ({
          name: nameOf(partnerId),
          role,
          why: t('plan.preview.askedSince', { version: Math.max(...asks.map((one) => one.sinceVersion)) }),
        }))}
      />
    </>
  );
}

function Others({
  title,
  rows,
  isOpen = false,
}: {
  title: string;
  rows: readonly { name: string; role: string; why: string }[];
  isOpen?: boolean;
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <details className={classes.others} open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {rows.map(({ name, role, why }) => (
          <li key={`${role} ${name}`}>
            <b>{name}</b>, {roleName(role)}: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The desks' work, and apart from it what the patient is told: that is for a person to read out. */
function Desks({ desks }: { desks: readonly DeskImpact[] }): ReactNode {
  const { t } = useTranslation();
  const inside = desks.filter(({ desk }) => desk !== 'patient');
  const patient = desks.filter(({ desk }) => desk === 'patient').flatMap(({ asks }) => asks);
  return (
    <>
      {patient.length > 0 && (
        <>
          <h3>{t('plan.preview.patient')}</h3>
          <p className="soft">{t('plan.preview.patientHint')}</p>
          <ul>
            {patient.map(({ fingerprint, reason, text }) => (
              <li key={fingerprint}>
                {reason} <b>{sentence(text)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      {inside.length > 0 && (
        <>
          <h3>{t('plan.preview.desks')}</h3>
          <ul>
            {inside.map(({ desk, asks, dueAt, urgency }) => (
              <li key={desk}>
                <b>{sentence(desk)}</b> {urgency !== 'routine' && <UrgencyMark urgency={urgency} />}{' '}
                {asks.map(({ reason, text }) => `${reason} ${sentence(text)}`).join(' ')}{' '}
                <span className="soft">{t('plan.preview.by', { at: moment(dueAt) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
