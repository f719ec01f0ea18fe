import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '#contracts';
import { BoardLink } from './board-link.js';
import { Definition } from './definition.js';
import { fewest } from './fewest.js';
import classes from './statistics.module.css';

/** Stages as bars: how many came at least so far, and how long the step took. */
export function Funnel({ funnel }: Pick<Statistics, 'funnel'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  const most = Math.max(1, ...funnel.map(({ count }) => count));
  const sent = funnel[0]?.count ?? 0;
  return (
    <section className="card" aria-labelledby="funnel">
      <h2 id="funnel">{t('funnel.title')}</h2>
      <ol className={classes.bars}>
        {funnel.map(({ stage, count, filter, sincePrevious }) => (
          <li key={stage}>
            <BoardLink filter={filter} label={`${t(`funnel.stages.${stage}`)}: ${count}`} className={classes.bar}>
              <span className={classes.barName}>{t(`funnel.stages.${stage}`)}</span>
              <span className={classes.track}>
                <span className={classes.fill} style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span className={`numbers ${classes.barCount}`}>
                {count}
                {sent >= fewest && (
                  <span className="soft"> {t('funnel.share', { percent: Math.round((100 * count) / sent) })}</span>
                )}
              </span>
            </BoardLink>
            {sincePrevious && (
              <span className={`soft ${classes.step}`}>
                {sincePrevious.medianBusinessDays === null
                  ? t('tooSmallHow', { count: sincePrevious.n, least: fewest })
                  : t('funnel.since', { days: sincePrevious.medianBusinessDays })}
              </span>
            )}
          </li>
        ))}
      </ol>
      <Definition>{t('funnel.definition')}</Definition>
    </section>
  );
}
