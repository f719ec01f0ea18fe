import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralDetail } from '#contracts';
import { moment } from '../../ui/moments.js';
import classes from './handoff-page.module.css';
import type { AnyHandoff } from './use-handoff.js';

interface Said {
  at: string;
  by: string | null;
  text: string;
}

/** What the clinic and the partner said to each other about this request, oldest first. */
export function ThreadCard({
  handoff,
  referral,
  timeZone,
}: {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  timeZone: string;
}): ReactNode {
  const { t } = useTranslation();
  const { acknowledgement, contest } = handoff;
  const lines: Said[] = [
    ...(referral?.history ?? [])
      .filter(({ note, event }) => note !== null && event !== 'request-information' && event !== 'answer')
      .map(({ at, by, event, note }) => ({
        ...{ at, by },
        text: `${t(`handoff.event.${event}`, { defaultValue: event })}: ${note}`,
      })),
    ...(referral?.missing ?? []).flatMap(({ part, why, askedAt, answer, answeredAt }) => [
      { at: askedAt, by: null, text: t('handoff.thread.question', { part: t(`handoff.parts.${part}`), why }) },
      ...(answer !== null && answeredAt !== null
        ? [{ at: answeredAt, by: null, text: t('handoff.thread.answer', { answer }) }]
        : []),
    ]),
    ...(acknowledgement?.concern
      ? [{ ...acknowledgement, text: t('handoff.thread.concern', { text: acknowledgement.concern }) }]
      : []),
    ...(contest
      ? [
          {
            ...contest,
            text: t('handoff.thread.contest', {
              kind: t(`handoff.fields.contestKinds.${contest.kind}`),
              reason: contest.reason,
            }),
          },
        ]
      : []),
    ...(contest?.answer?.reply
      ? [{ ...contest.answer, text: t('handoff.thread.reply', { reply: contest.answer.reply }) }]
      : []),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <section className="card no-print" aria-labelledby="thread">
      <h2 id="thread">{t('handoff.thread.title')}</h2>
      <p className="soft">{t('handoff.thread.only')}</p>
      {lines.length === 0 && <p className="soft">{t('handoff.thread.none')}</p>}
      <ul className={classes.plainList}>
        {lines.map(({ at, by, text }) => (
          <li key={`${at} ${text}`}>
            {text}
            <div className="soft">
              {by && `${by}, `}
              {moment(at, timeZone)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
