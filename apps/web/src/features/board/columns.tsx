import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBan,
  IconClock,
  IconDots,
  IconMoonStars,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { HandoffSummary } from '#contracts';
import { useNow } from '../../ui/clock.js';
import { clinicZone, day, fromNow, moment } from '../../ui/moments.js';
import { Mark, type Tone, UrgencyMark, VersionChip } from '../../ui/status.js';
import { roleName } from '../../ui/words.js';
import type { WorkColumn } from '../../ui/work-list.js';
import type { ShownRow } from './worklist-rows.js';
import classes from './columns.module.css';

export const handoffPath = (id: string): string => `/handoffs/${id}`;

/** The last quarter of its time. */
const soonFromPercent = 75;

/** Words come with the row: a hook in every cell of a list that scrolls costs more than the cell. */
interface Cell {
  row: HandoffSummary;
  t: TFunction;
}

export const toneOf = ({ age, blocker }: HandoffSummary): Tone | undefined => {
  if (!age) return undefined;
  if (age.band === 'from-100' || age.band === 'from-150') return 'late';
  return age.usedPercent >= soonFromPercent || blocker ? 'soon' : undefined;
};

const TwoLines = ({ children, second }: { children: ReactNode; second: ReactNode }): ReactNode => (
  <span className={classes.two}>
    <span className={classes.line}>{children}</span>
    <span className={`${classes.line} soft`}>{second}</span>
  </span>
);

function Patient({ entry: { row, isGone }, t }: { entry: ShownRow; t: TFunction }): ReactNode {
  const { name, birthDate, recordNumber } = row.patient;
  return (
    <TwoLines second={isGone ? t('board.gone') : `${day(birthDate)} · ${recordNumber}`}>
      <a href={handoffPath(row.id)} tabIndex={-1} className={classes.name}>
        {name}
      </a>
    </TwoLines>
  );
}

function State({ row, t }: Cell): ReactNode {
  return (
    <TwoLines second={row.age ? t('board.days', { count: row.age.businessDays }) : ''}>
      {t(`board.states.${stateOf(row)}`)}
    </TwoLines>
  );
}

export const stateOf = ({ status, contested, undeliverableSince, openedAt, deliveredAt }: HandoffSummary) => {
  if (status !== 'open') return status;
  if (contested) return 'contested';
  if (undeliverableSince) return 'undeliverable';
  return openedAt ? 'opened' : deliveredAt ? 'delivered' : 'open';
};

/** The date, and under it how it stands; in the partner's time as well where that is another. */
function DueCell({ row: { dueAt, age, partnerTimeZone, status }, t }: Cell): ReactNode {
  const now = useNow();
  const away = status === 'open' || status === 'unassigned' ? fromNow(dueAt, now) : '';
  const isThereOther = partnerTimeZone !== null && partnerTimeZone !== clinicZone;
  return (
    <TwoLines
      second={
        <>
          <DueMark age={age} t={t} /> {away}
          {isThereOther && ` · ${t('board.theirTime', { time: moment(dueAt, partnerTimeZone).split(', ')[1] })}`}
        </>
      }
    >
      <time dateTime={dueAt} className="numbers">
        {moment(dueAt)}
      </time>
    </TwoLines>
  );
}

function DueMark({ age, t }: { age: HandoffSummary['age']; t: TFunction }): ReactNode {
  if (age?.band === 'from-150')
    return (
      <Mark tone="late" icon={IconAlertTriangle}>
        {t('board.escalated')}
      </Mark>
    );
  if (age?.band === 'from-100')
    return (
      <Mark tone="late" icon={IconAlertTriangle}>
        {t('due.overdue')}
      </Mark>
    );
  if (age && age.usedPercent >= soonFromPercent)
    return (
      <Mark tone="soon" icon={IconClock}>
        {t('due.soon')}
      </Mark>
    );
  return null;
}

function Version({ row, t }: Cell): ReactNode {
  const { status, fromVersion, throughVersion, behind, contested } = row;
  if (status === 'acknowledged') return <VersionChip version={throughVersion} state="current" behind={0} />;
  if (contested) return <VersionChip version={throughVersion} state="contested" behind={0} />;
  if (status === 'open' && fromVersion > 0) return <VersionChip version={fromVersion} state="stale" behind={behind} />;
  if (status === 'open')
    return (
      <Mark tone="info" icon={IconClock}>
        {t('version.waiting', { version: throughVersion })}
      </Mark>
    );
  return <span className="soft">v{throughVersion}</span>;
}

function Blocked({ row: { blocker, chase }, t }: Cell): ReactNode {
  if (!blocker && !chase) return null;
  return (
    <TwoLines second={blocker ? (blocker.whoCanUnblock ?? blocker.note) : (chase?.reason ?? '')}>
      {blocker && (
        <Mark tone="soon" icon={IconBan}>
          {t(`board.blockers.${blocker.kind}`)}
        </Mark>
      )}
      {chase && (
        <span className={classes.chase}>
          <IconMoonStars size={14} aria-hidden />
          {t(chase.asleep ? 'board.later' : 'board.chase', { day: day(chase.on) })}
        </span>
      )}
    </TwoLines>
  );
}

function Owner({ row: { owner, pool, labels }, t }: Cell): ReactNode {
  const who = owner ?? (pool ? t('board.pool', { pool }) : t('board.noOwner'));
  return (
    <TwoLines second={labels.join(', ')}>
      <span className={owner ? undefined : 'soft'}>{who}</span>
    </TwoLines>
  );
}

function Activity({ row: { lastActivityAt } }: { row: HandoffSummary }): ReactNode {
  const now = useNow();
  return (
    <TwoLines second={fromNow(lastActivityAt, now)}>
      <time dateTime={lastActivityAt} className="numbers">
        {day(lastActivityAt)}
      </time>
    </TwoLines>
  );
}

const Need = ({ row, t }: Cell): ReactNode => (
  <TwoLines second={`${roleName(row.role)}: ${row.headline}`}>
    <b>{row.partnerName ?? <Unassigned t={t} />}</b>
  </TwoLines>
);

function Unassigned({ t }: Pick<Cell, 't'>): ReactNode {
  return (
    <Mark tone="late" icon={IconArrowsExchange}>
      {t('board.nobodyYet')}
    </Mark>
  );
}

const WaitingOn = ({ row, t }: Cell): ReactNode => (
  <span data-lane={row.waitingOn}>{t(`board.lanes.${row.waitingOn}`)}</span>
);

/** The columns of the board. `canAct`: with the menu of what can be done. */
export function columnsOf(t: TFunction, canAct: boolean): WorkColumn<ShownRow>[] {
  const column = (
    id: 'urgency' | 'patient' | 'need' | 'waitingOn' | 'state' | 'due' | 'version' | 'blocker' | 'owner' | 'activity',
    width: string,
    cell: (entry: ShownRow) => ReactNode,
    isFixed = false,
  ): WorkColumn<ShownRow> => ({ id, title: t(`board.columns.${id}`), width, isFixed, cell });
  return [
    column('urgency', '5.75rem', ({ row }) => <UrgencyMark urgency={row.urgency} />),
    column('patient', 'minmax(8rem, 1fr)', (entry) => <Patient entry={entry} t={t} />, true),
    column('need', 'minmax(9rem, 2.4fr)', ({ row }) => <Need row={row} t={t} />, true),
    column('waitingOn', '4.5rem', ({ row }) => <WaitingOn row={row} t={t} />),
    column('state', '5.9rem', ({ row }) => <State row={row} t={t} />),
    column('due', '11.4rem', ({ row }) => <DueCell row={row} t={t} />, true),
    column('version', '7.1rem', ({ row }) => <Version row={row} t={t} />),
    column('blocker', 'minmax(6.9rem, 0.9fr)', ({ row }) => <Blocked row={row} t={t} />),
    column('owner', 'minmax(4.4rem, 0.7fr)', ({ row }) => <Owner row={row} t={t} />),
    column('activity', '5.3rem', ({ row }) => <Activity row={row} />),
    ...(canAct
      ? [
          {
            id: 'actions',
            title: t('board.columns.actions'),
            ...{ width: '1.5rem', isFixed: true, isTitleHidden: true },
            cell: ({ row }: ShownRow) => (
              <button
                type="button"
                tabIndex={-1}
                data-menu
                aria-haspopup="menu"
                aria-label={`${t('board.columns.actions')}: ${row.patient.name}`}
                className={classes.menu}
              >
                <IconDots size={16} aria-hidden />
              </button>
            ),
          },
        ]
      : []),
  ];
}
