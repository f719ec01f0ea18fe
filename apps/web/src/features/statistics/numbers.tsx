import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '#contracts';
import { BoardLink } from './board-link.js';
import { Definition } from './definition.js';
import classes from './statistics.module.css';

/** Five numbers, each with what it means and a way to its rows. */
export function Numbers({ statistics: { closedLoop, now } }: { statistics: Statistics }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  return (
    <ul className={classes.numbers}>
      <li className={classes.number}>
        <h2>{t('numbers.closedLoop.title')}</h2>
        <BoardLink filter={closedLoop.with.filter} className={classes.big}>
          {closedLoop.percent === null ? t('tooSmall') : `${closedLoop.percent} %`}
        </BoardLink>
        <BoardLink filter={closedLoop.of.filter}>
          {t('ofN', { count: closedLoop.with.count, of: closedLoop.of.count })}
        </BoardLink>
        <Definition>{t('numbers.closedLoop.definition')}</Definition>
      </li>
      {(['overdue', 'behind', 'notAcknowledged', 'unassigned'] as const).map((name) => (
        <li key={name} className={classes.number}>
          <h2>{t(`numbers.${name}.title`)}</h2>
          <BoardLink filter={now[name].filter} className={classes.big}>
            {now[name].count}
          </BoardLink>
          <span className="soft">{t('ofN', { count: now[name].count, of: now.waiting.count })}</span>
          <Definition>{t(`numbers.${name}.definition`)}</Definition>
        </li>
      ))}
    </ul>
  );
}
