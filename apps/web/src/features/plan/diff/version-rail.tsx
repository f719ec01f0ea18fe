import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary } from '#contracts';
import { day } from '../../../ui/moments.js';
import { Mark } from '../../../ui/status.js';
import classes from './diff-page.module.css';
import type { Compared, Ends, VersionSummary } from './use-comparison.js';

/** Every version, newest first, with who wrote it, why, and who has acknowledged it; any two of them are the ends of the comparison. */
export function VersionRail({
  about,
  ends,
  show,
}: {
  about: Compared;
  ends: Ends;
  show: (ends: Partial<Ends>) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className={`card ${classes.rail} no-print`}>
      <legend>{t('plan.diff.rail')}</legend>
      <div className={classes.railHead} aria-hidden>
        <span>{t('plan.diff.from')}</span>
        <span>{t('plan.diff.to')}</span>
      </div>
      <ol reversed className={classes.versions}>
        {[...about.versions].reverse().map((one) => (
          <li key={one.version} data-picked={one.version === ends.from || one.version === ends.to || undefined}>
            <End name="from" version={one.version} ends={ends} isPossible={one.version < ends.to} show={show} />
            <End name="to" version={one.version} ends={ends} isPossible show={show} />
            <VersionText version={one} handoffs={about.handoffs} />
          </li>
        ))}
        <li>
          <End name="from" version={0} ends={ends} isPossible show={show} />
          <span />
          <span className="soft">{t('plan.diff.empty')}</span>
        </li>
      </ol>
    </fieldset>
  );
}

function End({
  name,
  version,
  ends,
  isPossible,
  show,
}: {
  name: 'from' | 'to';
  version: number;
  ends: Ends;
  isPossible: boolean;
  show: (ends: Partial<Ends>) => void;
}): ReactNode {
  const { t } = useTranslation();
  // An end beyond the other one takes it along.
  const picked = name === 'to' && version <= ends.from ? { to: version, from: version - 1 } : { [name]: version };
  return (
    <label className={classes.end}>
      <span className="visually-hidden">
        {t(`plan.diff.${name}`)}: {version === 0 ? t('plan.diff.empty') : t('plan.diff.version', { version })}
      </span>
      <input
        type="radio"
        name={name}
        checked={ends[name] === version}
        disabled={!isPossible}
        onChange={() => show(picked)}
      />
    </label>
  );
}

function VersionText({
  version,
  handoffs,
}: {
  version: VersionSummary;
  handoffs: readonly HandoffSummary[];
}): ReactNode {
  const { t } = useTranslation();
  const { asked, acked } = acksOf(version.version, handoffs);
  const error = version.enteredInError;
  return (
    <span className={classes.versionText}>
      <b>v{version.version}</b> {day(version.publishedAt)} <span className="soft">{version.author.name}</span>
      <br />
      {version.reason}
      <br />
      <span className="soft numbers">
        {asked === 0 ? t('plan.diff.nobodyAsked') : t('plan.diff.acks', { acked, asked })}
      </span>
      {error && (
        <>
          <br />
          <Mark tone="late" icon={IconAlertTriangle}>
            {t('plan.diff.inError')}
          </Mark>{' '}
          <span className="soft">
            {t('plan.diff.correctedBy', { reason: error.reason, version: error.correctedBy })}
          </span>
        </>
      )}
    </span>
  );
}

/** Of the partners whom a version asked something: how many have acknowledged it, or a later one in its place. */
export function acksOf(version: number, handoffs: readonly HandoffSummary[]): { asked: number; acked: number } {
  const asked = handoffs.filter(
    ({ contentVersion, memberId, status }) => contentVersion === version && memberId !== null && status !== 'withdrawn',
  );
  const members = new Set(asked.map(({ memberId }) => memberId));
  const acked = [...members].filter((member) =>
    handoffs.some((one) => one.memberId === member && one.acknowledgedAt !== null && one.throughVersion >= version),
  );
  return { asked: members.size, acked: acked.length };
}
