import { IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClinicHandoff } from '#contracts';
import { Due, Mark, UrgencyMark } from '../../../ui/status.js';
import { roleName, sentence } from '../../../ui/words.js';
import classes from './diff-page.module.css';
import type { Compared } from './use-comparison.js';

/** What the newer version meant for each partner: why, what was asked, and whether it is acknowledged; and who was left alone, and why. */
export function Effects({ about, version }: { about: Compared; version: number }): ReactNode {
  const { t } = useTranslation();
  const { routing, told, nameOf } = about;
  if (routing === undefined) return null;
  return (
    <section className="card" aria-labelledby="effects">
      <h2 id="effects">{t('plan.diff.effects', { version })}</h2>
      <p className="soft">{t(routing === null ? 'plan.diff.isOnItsWay' : 'plan.diff.effectsHelp')}</p>
      {told.map((handoff) => (
        <Effect
          key={handoff.id}
          handoff={handoff}
          version={version}
          name={handoff.partnerId && nameOf(handoff.partnerId)}
        />
      ))}
      {routing && routing.unaffected.length > 0 && (
        <details data-fold>
          <summary>{t('plan.diff.notConcerned', { count: routing.unaffected.length })}</summary>
          <ul>
            {routing.unaffected.map(({ role, partnerId, why }) => (
              <li key={`${role} ${partnerId}`}>
                <b>{nameOf(partnerId)}</b>, {roleName(role)}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Effect({
  handoff,
  version,
  name,
}: {
  handoff: ClinicHandoff;
  version: number;
  name: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const { role, asks, dueAt, issuedAt, urgency, acknowledgement, status } = handoff;
  const own = asks.filter(({ sinceVersion }) => sinceVersion === version);
  return (
    <article className={classes.effect}>
      <h3>
        {name ?? t('plan.preview.nobodyYet')} <span className="soft">· {roleName(role)}</span>
      </h3>
      <ul>
        {(own.length > 0 ? own : asks).map(({ fingerprint, reason, text, ruleId }) => (
          <li key={fingerprint}>
            {reason} <b>{sentence(text)}</b>{' '}
            <a href={`/rules/${encodeURIComponent(ruleId)}`}>{t('plan.preview.rule', { id: ruleId })}</a>
          </li>
        ))}
      </ul>
      <p>
        {urgency !== 'routine' && <UrgencyMark urgency={urgency} />}{' '}
        {acknowledgement ? (
          <Mark tone="ok" icon={IconCheck}>
            {t('version.current', { version: acknowledgement.version })}
          </Mark>
        ) : status === 'open' ? (
          <>
            <Mark tone="soon" icon={IconClock}>
              {t('version.waiting', { version })}
            </Mark>{' '}
            {t('plan.preview.dueBy')} <Due at={dueAt} issuedAt={issuedAt} />
          </>
        ) : (
          <span className="soft">{sentence(status)}</span>
        )}
      </p>
    </article>
  );
}
