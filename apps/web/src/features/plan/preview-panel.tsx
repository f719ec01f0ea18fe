import type { ReactNode } from 'react';
import type { PartnerImpact, VersionImpact } from '#contracts';
import { moment } from '../../ui/moments.js';
import { UrgencyMark } from '../../ui/status.js';
import { inWords, roleName, sentence } from '../../ui/words.js';
import classes from './preview-panel.module.css';

/** "Publishing v6 will notify 3 partners and change nothing for 4". */
export const consequence = ({ impacts, unaffected }: VersionImpact, version: number): string => {
  const told =
    impacts.length === 0
      ? 'notify nobody'
      : `notify ${impacts.length} ${impacts.length === 1 ? 'partner' : 'partners'}`;
  return `Publishing v${version} will ${told} and change nothing for ${unaffected.length}.`;
};

/** Whom publishing would tell what, why and by when; and whom it would leave alone, and why. */
export function PreviewPanel({
  preview,
  version,
  isStale,
}: {
  preview: VersionImpact;
  version: number;
  isStale: boolean;
}): ReactNode {
  const { changes, impacts, desks, unaffected, deviations } = preview;
  return (
    <div data-stale={isStale || undefined} className={classes.panel} aria-busy={isStale}>
      <p className={classes.sentence} role="status">
        {changes.length === 0
          ? 'Nothing to publish: only the wording differs, if anything.'
          : consequence(preview, version)}
        {isStale && <span className="soft"> Updating …</span>}
      </p>
      {changes.length > 0 && (
        <>
          <h3>What changes</h3>
          <ul>
            {changes.map((change, at) => (
              <li key={`${change.type} ${change.itemId ?? at}`}>{change.text}</li>
            ))}
          </ul>
        </>
      )}
      {impacts.length > 0 && (
        <>
          <h3>Who is told</h3>
          {impacts.map((impact) => (
            <Told key={`${impact.role} ${impact.memberId ?? ''}`} impact={impact} />
          ))}
        </>
      )}
      {desks.length > 0 && (
        <>
          <h3>Inside the clinic</h3>
          <ul>
            {desks.map(({ desk, asks, dueAt }) => (
              <li key={desk}>
                <b>{sentence(desk)}</b>: {asks.map(({ reason }) => reason).join(' ')}{' '}
                <span className="soft">by {moment(dueAt)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unaffected.length > 0 && (
        <details>
          <summary>Not told, because nothing concerns them ({unaffected.length})</summary>
          <ul>
            {unaffected.map(({ role, partnerId, why }) => (
              <li key={`${role} ${partnerId}`}>
                <b>{roleName(role)}</b> ({partnerId}): {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {deviations.length > 0 && (
        <details>
          <summary>Different from the pathway ({deviations.length})</summary>
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

function Told({ impact }: { impact: PartnerImpact }): ReactNode {
  const { role, partnerId, urgency, dueAt, asks, fromVersion } = impact;
  return (
    <article className={classes.told}>
      <h4>
        {partnerId ?? 'Nobody yet'} <span className="soft">· {roleName(role)}</span>
      </h4>
      <p>
        <UrgencyMark urgency={urgency} /> answer by <time dateTime={dueAt}>{moment(dueAt)}</time>{' '}
        <span className="soft">· works from v{fromVersion}</span>
      </p>
      <ul>
        {asks.map(({ fingerprint, reason, text, ruleId }) => (
          <li key={fingerprint}>
            {reason} <b>{sentence(text)}</b> <span className="soft">({ruleId})</span>
          </li>
        ))}
      </ul>
      <p className="soft">
        Sees: {[...new Set(asks.flatMap(({ slice }) => slice))].map(inWords).join(', ') || 'identity only'}. Must
        acknowledge the version.
      </p>
    </article>
  );
}
