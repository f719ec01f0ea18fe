import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '#contracts';
import { BoardLink } from './board-link.js';
import { Definition } from './definition.js';
import classes from './statistics.module.css';

export function Declines({ declines }: Pick<Statistics, 'declines'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics.declines' });
  const most = Math.max(1, ...declines.map(({ count }) => count));
  const sorted = [...declines].sort((a, b) => b.count - a.count);
  return (
    <section className="card" aria-labelledby="declines">
      <h2 id="declines">{t('title')}</h2>
      {sorted.every(({ count }) => count === 0) ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <ul className={classes.bars}>
          {sorted.map(({ family, count, filter }) => (
            <li key={family}>
              <BoardLink filter={filter} label={`${t(`families.${family}`)}: ${count}`} className={classes.bar}>
                <span className={classes.barName}>{t(`families.${family}`)}</span>
                <span className={classes.track}>
                  <span className={classes.fill} style={{ width: `${(100 * count) / most}%` }} />
                </span>
                <span className={`numbers ${classes.barCount}`}>{count}</span>
              </BoardLink>
            </li>
          ))}
        </ul>
      )}
      <Definition>{t('definition')}</Definition>
    </section>
  );
}
