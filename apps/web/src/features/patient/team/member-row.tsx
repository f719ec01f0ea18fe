import { ActionIcon, Menu } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamStatusEntry } from '#contracts';
import { AppLink } from '../../../ui/app-link.js';
import { useNow } from '../../../ui/clock.js';
import { day, fromNow, moment } from '../../../ui/moments.js';
import { StackedCell, StackedRow } from '../../../ui/stacked-table.js';
import { Mark, VersionChip } from '../../../ui/status.js';
import { roleName } from '../../../ui/words.js';
import type { MemberLine } from '../use-team.js';
import type { MemberChange } from './change-member.js';
import classes from './team-table.module.css';

const toneOf = ({ state }: TeamStatusEntry): 'late' | 'soon' | undefined =>
  state === 'stale' ? 'late' : state === 'contested' ? 'soon' : undefined;

/** One partner: which plan it has in mind, and where its work stands. */
export function MemberRow({ line, change }: { line: MemberLine; change: (change: MemberChange) => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const { member, nextAppointmentAt } = line;
  return (
    <StackedRow tone={toneOf(member)}>
      <StackedCell label={t('columns.partner')}>
        <Who member={member} />
      </StackedCell>
      <StackedCell label={t('columns.worksFrom')}>
        {member.status === 'active' ? (
          <VersionChip version={member.acknowledgedVersion} state={member.state} behind={member.behind} />
        ) : (
          <span className="soft">{t(member.status)}</span>
        )}
        {member.staleSince && (
          <div className={`soft ${classes.small}`}>{t('since', { at: moment(member.staleSince) })}</div>
        )}
        <Objection member={member} />
      </StackedCell>
      <StackedCell label={t('columns.acknowledged')}>
        <Acknowledged line={line} />
      </StackedCell>
      <StackedCell label={t('columns.referral')}>
        <ReferralState state={member.referralState} />
      </StackedCell>
      <StackedCell label={t('columns.next')}>
        {nextAppointmentAt ? (
          <time dateTime={nextAppointmentAt}>{moment(nextAppointmentAt)}</time>
        ) : (
          <span className="soft">{nextAppointmentAt === null ? t('none') : ''}</span>
        )}
      </StackedCell>
      <StackedCell label={t('columns.heard')}>
        <Heard at={member.lastHeardAt} />
      </StackedCell>
      <StackedCell label={t('columns.waiting')}>
        <WaitingOn line={line} />
      </StackedCell>
      <StackedCell label={t('columns.more')}>
        <MemberMenu member={member} change={change} />
      </StackedCell>
    </StackedRow>
  );
}

function Who({ member: { partnerName, role, openHandoffId } }: { member: TeamStatusEntry }): ReactNode {
  return (
    <>
      <strong>
        {openHandoffId ? <AppLink href={`/handoffs/${openHandoffId}`}>{partnerName}</AppLink> : partnerName}
      </strong>
      <div className="soft">{roleName(role)}</div>
    </>
  );
}

function Objection({ member: { contest, concern } }: { member: TeamStatusEntry }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  if (contest)
    return (
      <div className={classes.small}>
        {t(`contest.${contest.kind}`, { reason: contest.reason })}{' '}
        <span className="soft">({t('answerBy', { at: moment(contest.answerBy) })})</span>
      </div>
    );
  return concern ? (
    <div className={classes.small}>
      <Mark tone="soon" icon={IconAlertTriangle}>
        {t('concern', { concern })}
      </Mark>
    </div>
  ) : null;
}

function Acknowledged({ line: { acknowledged, member } }: { line: MemberLine }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  if (acknowledged === undefined) return null;
  if (!acknowledged?.acknowledgedAt) return <span className="soft">{member.state === 'stale' ? t('never') : '—'}</span>;
  return (
    <>
      <time dateTime={acknowledged.acknowledgedAt}>{day(acknowledged.acknowledgedAt)}</time>
      <div className={`soft ${classes.small}`}>
        {acknowledged.acknowledgedByMachine
          ? t('byMachine')
          : acknowledged.acknowledgedBy && t('by', { by: acknowledged.acknowledgedBy })}
      </div>
    </>
  );
}

function ReferralState({ state }: { state: string | null }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage' });
  if (state === null) return <span className="soft">{t('team.notReferred')}</span>;
  return <>{t(`referralStates.${state}`)}</>;
}

function Heard({ at }: { at: string | null }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const now = useNow();
  if (at === null) return <span className="soft">{t('neverHeard')}</span>;
  return (
    <>
      <time dateTime={at}>{day(at)}</time>
      <div className={`soft ${classes.small}`}>{fromNow(at, now)}</div>
    </>
  );
}

const dayMs = 86_400_000;

/** Who has to move next, and for how long already: of the open question first, else of the referral. */
function WaitingOn({ line: { open, referral } }: { line: MemberLine }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const now = useNow();
  if (open?.age)
    return (
      <>
        {t(`waitingOn.${open.waitingOn}`)}
        <div className={`soft ${classes.small}`}>{t('businessDays', { count: open.age.businessDays })}</div>
      </>
    );
  if (!referral || referral.waitingOn === 'nobody') return <span className="soft">{t('waitingOn.nobody')}</span>;
  const days = Math.floor((now.getTime() - new Date(referral.changedAt).getTime()) / dayMs);
  return (
    <>
      {t(`waitingOn.${referral.waitingOn}`)}
      <div className={`soft ${classes.small}`}>{t('days', { count: Math.max(0, days) })}</div>
    </>
  );
}

function MemberMenu({
  member,
  change,
}: {
  member: TeamStatusEntry;
  change: (change: MemberChange) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const { partnerName, openHandoffId, status } = member;
  if (status === 'ended') return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('menu', { partner: partnerName })} className="no-print">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {openHandoffId && (
          <Menu.Item component="a" href={`/handoffs/${openHandoffId}`}>
            {t('openHandoff')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => change({ kind: 'replace', member })}>{t('replace')}</Menu.Item>
        <Menu.Item onClick={() => change({ kind: 'remove', member })}>{t('remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
