import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralDetail } from '#contracts';
import { Refused } from '../../api/client.js';
import { moment } from '../../ui/moments.js';
import { Failed } from '../../ui/states.js';
import type { AnyHandoff } from './use-handoff.js';

/** The server said no. When somebody else was faster: who, when, and how it stands now. */
export function Refusal({
  error,
  referral,
  handoff,
  timeZone,
  showNewer,
}: {
  error: Error;
  referral: ReferralDetail | null;
  handoff: AnyHandoff | undefined;
  timeZone: string;
  showNewer?: (handoffId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  if (!(error instanceof Refused)) return <Failed error={error} />;
  const { status, detail, errors = [] } = error.problem;
  const replacedBy = error.problem['replacedBy'];
  return (
    <div className="card" role="alert">
      <p>
        <strong>{t(status === 409 ? 'handoff.answers.conflict' : 'handoff.answers.notDone')}</strong> {detail}
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={path}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
      {status === 409 && <LastStep referral={referral} handoff={handoff} timeZone={timeZone} />}
      {typeof replacedBy === 'string' && showNewer && (
        <button type="button" onClick={() => showNewer(replacedBy)}>
          {t('handoff.answers.newer')}
        </button>
      )}
    </div>
  );
}

function LastStep({
  referral,
  handoff,
  timeZone,
}: {
  referral: ReferralDetail | null;
  handoff: AnyHandoff | undefined;
  timeZone: string;
}): ReactNode {
  const { t } = useTranslation();
  const step = referral?.history.at(-1);
  const acknowledged = handoff?.acknowledgement;
  const last =
    acknowledged && (!step || acknowledged.at >= step.at)
      ? { what: t('handoff.said.acknowledged', { version: acknowledged.version }), ...acknowledged }
      : step && { what: t(`handoff.state.${step.state}`), by: step.by, at: step.at };
  if (!last) return null;
  return (
    <p>
      {t('handoff.answers.last', {
        what: last.what,
        by: last.by ?? t('handoff.answers.nobody'),
        at: moment(last.at, timeZone),
      })}{' '}
      {referral && t('handoff.answers.now', { state: t(`handoff.state.${referral.state}`) })}
    </p>
  );
}
