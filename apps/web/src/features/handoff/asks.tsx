import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerAsk } from '#contracts';
import { Due, UrgencyMark } from '../../ui/status.js';
import { moment } from '../../ui/moments.js';
import { sentence } from '../../ui/words.js';
import { valueInWords } from './slice-words.js';
import classes from './asks.module.css';

/** What somebody is asked: what to do, why, by when; the most urgent first, as the rules ordered them. */
export function Asks({
  asks,
  timeZone,
  issuedAt,
  isOpen,
}: {
  asks: readonly PartnerAsk[];
  timeZone: string;
  issuedAt: string;
  isOpen: boolean;
}): ReactNode {
  const { t } = useTranslation();
  if (asks.length === 0) return <p>{t('handoff.asks.none')}</p>;
  return (
    <ol className={classes.asks}>
      {asks.map((ask, at) => (
        <li key={`${ask.ruleId} ${at}`} className={classes.ask} data-urgency={ask.urgency}>
          <p className={classes.what}>{sentence(ask.text)}</p>
          <dl className={classes.facts}>
            <div>
              <dt>{t('handoff.asks.why')}</dt>
              <dd>
                {ask.reason} <span className="soft">({t('handoff.asks.rule', { id: ask.ruleId })})</span>
              </dd>
            </div>
            <div>
              <dt>{t('handoff.asks.reply')}</dt>
              <dd>
                <Due at={ask.dueAt} issuedAt={issuedAt} timeZone={timeZone} isOpen={isOpen} />{' '}
                {ask.urgency !== 'routine' && <UrgencyMark urgency={ask.urgency} />}
              </dd>
            </div>
            {ask.doBy !== null && (
              <div>
                <dt>{t('handoff.asks.finish')}</dt>
                <dd>{moment(ask.doBy, timeZone)}</dd>
              </div>
            )}
            <InForce effective={ask.effective} timeZone={timeZone} />
          </dl>
        </li>
      ))}
    </ol>
  );
}

function InForce({ effective, timeZone }: { effective: PartnerAsk['effective']; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const { from, until } = effective ?? { from: null, until: null };
  if (from === null && until === null) return null;
  return (
    <div>
      <dt>{t('handoff.asks.force')}</dt>
      <dd>
        {from !== null && t('handoff.asks.from', { from: valueInWords(from, timeZone) })}{' '}
        {until !== null && t('handoff.asks.until', { until: valueInWords(until, timeZone) })}
      </dd>
    </div>
  );
}
