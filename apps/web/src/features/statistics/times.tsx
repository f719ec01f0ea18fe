import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics, StatisticsMeasure } from '#contracts';
import { BoardLink } from './board-link.js';
import { Definition } from './definition.js';
import classes from './statistics.module.css';

const steps = ['acknowledge', 'accept', 'firstVisit', 'close'] as const;

/** How long each step takes, for half and for nine out of ten. */
export function Times({ times }: Pick<Statistics, 'times'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics.times' });
  return (
    <section className="card" aria-labelledby="times">
      <h2 id="times">{t('title')}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('median')}</th>
            <th scope="col">{t('p90')}</th>
            <th scope="col">{t('n')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope="row">{t(step)}</th>
              <Days measure={times[step]} of="medianBusinessDays" />
              <Days measure={times[step]} of="p90BusinessDays" />
              <td>
                <BoardLink filter={times[step].filter} label={`${t(step)}: ${times[step].n}`}>
                  {times[step].n}
                </BoardLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Definition>{t('definition')}</Definition>
    </section>
  );
}

function Days({
  measure,
  of,
}: {
  measure: StatisticsMeasure;
  of: 'medianBusinessDays' | 'p90BusinessDays';
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  const days = measure[of];
  return <td className="numbers">{days === null ? <span className="soft">{t('tooSmall')}</span> : days}</td>;
}
