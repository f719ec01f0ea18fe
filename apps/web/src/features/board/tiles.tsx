import { IconAlertTriangle, IconBellRinging, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffCounts } from '#contracts';
import { type BoardSearch, withoutFilter } from './board-search.js';
import classes from './tiles.module.css';

type TileName = keyof HandoffCounts['tiles'];

export const tiles: readonly { name: TileName; tile: string; icon?: Icon }[] = [
  { name: 'chaseToday', tile: 'chase-today', icon: IconBellRinging },
  { name: 'overdue', tile: 'overdue', icon: IconAlertTriangle },
  { name: 'notAcknowledged', tile: 'not-acknowledged' },
  { name: 'behindOnVersion', tile: 'behind' },
  { name: 'infoRequested', tile: 'info-requested' },
  { name: 'waitingOnInsurance', tile: 'waiting-on-payer' },
  { name: 'waitingOnPatient', tile: 'waiting-on-patient' },
  { name: 'declinedReroute', tile: 'declined' },
  { name: 'readyToClose', tile: 'ready-to-close' },
  { name: 'unassigned', tile: 'unassigned' },
];

/** The day's numbers. Each leads to exactly the rows that it counts; once more, and it is taken away again. */
export function Tiles({ search, counts }: { search: BoardSearch; counts: HandoffCounts | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('board.tiles.label')} className={classes.tiles}>
      {tiles.map(({ name, tile, icon: Shape }) => {
        const count = counts?.tiles[name];
        const isOn = search.tile === tile;
        const { status: _status, chase: _chase, ...others } = search;
        return (
          <Link
            key={name}
            to="/board"
            search={isOn ? withoutFilter(search, 'tile') : { ...others, tile }}
            activeProps={{}}
            aria-current={isOn ? 'true' : undefined}
            className={classes.tile}
            data-tone={count && Shape ? (name === 'overdue' ? 'late' : 'soon') : undefined}
            data-none={count === 0 || undefined}
          >
            <span className={classes.count}>
              {Shape && count ? <Shape size={18} aria-hidden /> : null}
              {count === undefined ? '…' : t('list.number', { count })}
            </span>
            <span className={classes.word}>{t(`board.tiles.${name}`)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
