import { scaleBand, scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '#contracts';
import { day } from '../../ui/moments.js';
import { BoardLink } from './board-link.js';
import { Definition } from './definition.js';
import classes from './statistics.module.css';

type Week = Statistics['trend'][number];

/** By week: how much was answered in time. A week with too few says so and draws nothing. */
export function Trend({ trend }: Pick<Statistics, 'trend'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics.trend' });
  const weeks = trend.filter(({ acknowledged, overdue }) => acknowledged.count + overdue.count > 0);
  return (
    <section className="card" aria-labelledby="trend">
      <h2 id="trend">{t('title')}</h2>
      {weeks.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <>
          {weeks.some(({ percent }) => percent !== null) && <Columns trend={trend} />}
          <Weeks weeks={weeks} />
          <p className="soft">{t('late')}</p>
        </>
      )}
      <Definition>{t('definition')}</Definition>
    </section>
  );
}

const [width, height] = [420, 130];
const inset = { top: 14, right: 8, bottom: 20, left: 40 };

function Columns({ trend }: { trend: readonly Week[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics.trend' });
  const known = trend.filter(({ percent }) => percent !== null);
  const x = scaleBand({
    domain: trend.map(({ week }) => week),
    range: [inset.left, width - inset.right],
    padding: 0.25,
  });
  const breadth = Math.min(36, x.bandwidth());
  const y = scaleLinear({ domain: [0, 100], range: [height - inset.bottom, inset.top] });
  const label = t('chart', { values: known.map(({ week, percent }) => `${day(week)} ${percent} %`).join(', ') });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} width="100%" className={classes.chart}>
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <line x1={inset.left} x2={width - inset.right} y1={y(tick)} y2={y(tick)} className={classes.rule} />
          <text x={inset.left - 6} y={y(tick)} dy="0.32em" textAnchor="end" className={classes.words}>
            {tick} %
          </text>
        </g>
      ))}
      {known.map(({ week, percent }) => (
        <rect
          key={week}
          x={(x(week) ?? 0) + (x.bandwidth() - breadth) / 2}
          width={breadth}
          y={y(percent ?? 0)}
          height={y(0) - y(percent ?? 0)}
          className={classes.column}
        >
          <title>{`${day(week)}: ${percent} %`}</title>
        </rect>
      ))}
      {known.length > 0 && (
        <text x={width - inset.right} y={height - 5} textAnchor="end" className={classes.words}>
          {day(trend.at(-1)?.week ?? '')}
        </text>
      )}
    </svg>
  );
}

function Weeks({ weeks }: { weeks: readonly Week[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  return (
    <details open={weeks.every(({ percent }) => percent === null)}>
      <summary>{t('trend.table')}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('trend.week')}</th>
            <th scope="col">{t('trend.inTime')}</th>
            <th scope="col">{t('trend.acknowledged')}</th>
            <th scope="col">{t('trend.overdue')}</th>
            <th scope="col">{t('trend.share')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, inTime, acknowledged, overdue, percent }) => (
            <tr key={week}>
              <th scope="row">{day(week)}</th>
              <td className="numbers">{inTime}</td>
              <td className="numbers">
                <BoardLink
                  filter={acknowledged.filter}
                  label={`${day(week)}, ${t('trend.acknowledged')}: ${acknowledged.count}`}
                >
                  {acknowledged.count}
                </BoardLink>
              </td>
              <td className="numbers">
                <BoardLink filter={overdue.filter} label={`${day(week)}, ${t('trend.overdue')}: ${overdue.count}`}>
                  {overdue.count}
                </BoardLink>
              </td>
              <td className="numbers">
                {percent === null ? <span className="soft">{t('tooSmall')}</span> : `${percent} %`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
