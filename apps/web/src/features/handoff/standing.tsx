import { Button } from '@mantine/core';
import { IconArrowBackUp, IconHandStop, IconMessageReport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralDetail } from '#contracts';
import { moment } from '../../ui/moments.js';
import { Mark } from '../../ui/status.js';
import type { AnyHandoff } from './use-handoff.js';
import classes from './standing.module.css';

/** What happened to the request while it lay here: taken back, replaced, stopped, or sent back by this clinic. */
export function Standing({
  handoff,
  referral,
  timeZone,
  show,
}: {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  timeZone: string;
  show: (handoffId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { status, supersededBy, contest } = handoff;
  const over = status === 'withdrawn' || status === 'superseded' || status === 'closed';
  return (
    <>
      {over && (
        <div className={`card ${classes.recalled}`} role="status">
          <Mark tone="soon" icon={IconArrowBackUp}>
            {t(`handoff.status.${status}`)}
          </Mark>
          <p>{t(`inbox.${status}`)}</p>
          {supersededBy !== null && (
            <Button variant="default" onClick={() => show(supersededBy)}>
              {t('handoff.answers.newer')}
            </Button>
          )}
        </div>
      )}
      {referral?.state === 'cancel-requested' && (
        <div className={`card ${classes.recalled}`} role="status">
          <Mark tone="soon" icon={IconHandStop}>
            {t('handoff.state.cancel-requested')}
          </Mark>
          <p>{t('inbox.cancelAsked', { why: referral.note ?? '' })}</p>
        </div>
      )}
      {contest && (
        <div className={`card ${classes.recalled}`}>
          <Mark tone="soon" icon={IconMessageReport}>
            {t('handoff.answers.contest')}
          </Mark>
          <p>
            {t('inbox.contested', {
              at: moment(contest.at, timeZone),
              kind: t(`handoff.fields.contestKinds.${contest.kind}`),
              answerBy: moment(contest.answerBy, timeZone),
            })}{' '}
            <q>{contest.reason}</q>
          </p>
          {contest.answer?.reply && (
            <p>
              {t('inbox.contestAnswered', { at: moment(contest.answer.at, timeZone), reply: contest.answer.reply })}
            </p>
          )}
          {contest.answer?.byVersion && <p>{t('inbox.contestByVersion', { version: contest.answer.byVersion })}</p>}
        </div>
      )}
    </>
  );
}
