import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mostListed } from './limits.js';
import type { WorklistState } from './worklist-store.js';
import classes from './board-page.module.css';

interface Props {
  state: WorklistState;
  /** All there are; undefined while nobody knows. */
  total: number | undefined;
  show: () => void;
}

const clockTime = (at: Date | null): string =>
  at ? at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }) : '';

/** One line of fixed height above the rows, so that news never pushes them down. */
export function ListStatus({ state: { ids, waiting, error, answeredAt, phase }, total, show }: Props): ReactNode {
  const { t } = useTranslation();
  const news = [
    ...(waiting.entering.length > 0 ? [t('board.pending.entering', { count: waiting.entering.length })] : []),
    ...(waiting.moved.length > 0 ? [t('board.pending.moved', { count: waiting.moved.length })] : []),
    ...(waiting.gone.length > 0 ? [t('board.pending.gone', { count: waiting.gone.length })] : []),
  ];
  const count =
    total === undefined
      ? ''
      : total > mostListed
        ? t('board.countMore', { count: mostListed })
        : t('board.count', { count: total });
  return (
    <div className={classes.status}>
      <span role="status" className="numbers">
        {count}
        {total !== undefined && ids.length < total && (
          <span className="soft"> · {t('board.loaded', { loaded: ids.length })}</span>
        )}
      </span>
      {error !== null && phase === 'ready' && (
        <span role="alert">
          {t('states.failed')} {t('board.staleSince', { time: clockTime(answeredAt) })}{' '}
          <Button variant="default" size="compact-sm" onClick={show}>
            {t('states.retry')}
          </Button>
        </span>
      )}
      <span role="status">
        {news.length > 0 && (
          <Button size="compact-sm" leftSection={<IconRefresh size={16} aria-hidden />} onClick={show}>
            {news.join(', ')} – {t('board.pending.show')}
          </Button>
        )}
      </span>
    </div>
  );
}
