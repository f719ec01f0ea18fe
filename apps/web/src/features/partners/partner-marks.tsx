import { IconCheck, IconClock, IconMinus, IconMoon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '#contracts';
import { useNow } from '../../ui/clock.js';
import { day } from '../../ui/moments.js';
import { Mark } from '../../ui/status.js';
import { openness } from './hours.js';

/** Whether somebody answers there now. */
export function OpenNow({ partner: { calendar, absences = [] } }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const now = openness(calendar, absences, useNow());
  if (now.kind === 'open')
    return (
      <Mark tone="ok" icon={IconCheck}>
        {t('partners.open', { at: now.until })}
      </Mark>
    );
  if (now.kind === 'away')
    return (
      <Mark tone="soon" icon={IconClock}>
        {t('partners.away', { at: day(now.until) })}
      </Mark>
    );
  return (
    <Mark tone="quiet" icon={IconMoon}>
      {now.opens
        ? t('partners.closed', { at: `${t(`partners.days.${now.opens.day}`)} ${now.opens.at}` })
        : t('partners.closedLong')}
    </Mark>
  );
}

/** Whether it takes new patients. */
export function Capacity({ capacity }: Pick<Partner, 'capacity'>): ReactNode {
  const { t } = useTranslation();
  if (!capacity) return <span className="soft">{t('partners.capacity.unknown')}</span>;
  const { state, waitWeeks } = capacity;
  const looks = {
    open: { tone: 'ok', icon: IconCheck },
    waitlist: { tone: 'soon', icon: IconClock },
    closed: { tone: 'late', icon: IconMinus },
  } as const;
  return (
    <>
      <Mark {...looks[state]}>{t(`partners.capacity.${state}`)}</Mark>
      {waitWeeks !== null && <span className="soft"> {t('partners.weeks', { count: waitWeeks })}</span>}
    </>
  );
}
