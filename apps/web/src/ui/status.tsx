import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowBack,
  IconCheck,
  IconClock,
  IconMessageReport,
  IconMinus,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from './clock.js';
import { fromNow, moment } from './moments.js';
import classes from './status.module.css';

export type Tone = 'ok' | 'soon' | 'late' | 'info' | 'quiet';

/** A status is a word with a shape; colour only repeats it. */
export function Mark({ tone, icon: Shape, children }: { tone: Tone; icon: Icon; children: ReactNode }): ReactNode {
  return (
    <span className={classes.mark} data-tone={tone}>
      <Shape size={16} aria-hidden />
      {children}
    </span>
  );
}

export interface WorkedFrom {
  version: number;
  state: 'current' | 'unaffected' | 'stale' | 'contested' | 'not-on-plan';
  behind: number;
}

/** Which version somebody works from. */
export function VersionChip({ version, state, behind }: WorkedFrom): ReactNode {
  const { t } = useTranslation();
  switch (state) {
    case 'current':
      return (
        <Mark tone="ok" icon={IconCheck}>
          {t('version.current', { version })}
        </Mark>
      );
    case 'unaffected':
      return (
        <Mark tone="quiet" icon={IconMinus}>
          {version === 0 ? t('version.nothingYet') : t('version.unaffected', { version })}
        </Mark>
      );
    case 'stale':
      return version === 0 ? (
        <Mark tone="late" icon={IconClock}>
          {t('version.notYet')}
        </Mark>
      ) : (
        <Mark tone="late" icon={IconArrowBack}>
          {t('version.behind', { version, count: behind })}
        </Mark>
      );
    case 'contested':
      return (
        <Mark tone="soon" icon={IconMessageReport}>
          {version === 0 ? t('version.contestedAtOnce') : t('version.contested', { version })}
        </Mark>
      );
    case 'not-on-plan':
      return (
        <Mark tone="quiet" icon={IconMinus}>
          {t('version.none')}
        </Mark>
      );
  }
}

export type Urgency = 'emergency' | 'same-day' | 'urgent' | 'routine';

export function UrgencyMark({ urgency }: { urgency: Urgency }): ReactNode {
  const { t } = useTranslation();
  if (urgency === 'emergency')
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        {t('urgency.emergency')}
      </Mark>
    );
  if (urgency === 'routine') return <span className="soft">{t('urgency.routine')}</span>;
  return (
    <Mark tone="soon" icon={IconAlertTriangle}>
      {t(`urgency.${urgency}`)}
    </Mark>
  );
}

/** When an answer is due: the date first, how far away beside it. */
export function Due({
  at,
  issuedAt,
  timeZone,
  isOpen = true,
}: {
  at: string;
  issuedAt?: string;
  timeZone?: string;
  isOpen?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const date = (
    <time dateTime={at} className="numbers">
      {moment(at, timeZone)}
    </time>
  );
  if (!isOpen) return date;
  const left = new Date(at).getTime() - now.getTime();
  const whole = issuedAt ? new Date(at).getTime() - new Date(issuedAt).getTime() : 0;
  const beside = <span className="soft"> ({fromNow(at, now)})</span>;
  if (left < 0)
    return (
      <span>
        {date}{' '}
        <Mark tone="late" icon={IconAlertTriangle}>
          {t('due.overdue')}
        </Mark>
        {beside}
      </span>
    );
  if (left < whole / 4)
    return (
      <span>
        {date}{' '}
        <Mark tone="soon" icon={IconClock}>
          {t('due.soon')}
        </Mark>
        {beside}
      </span>
    );
  return (
    <span>
      {date}
      {beside}
    </span>
  );
}
