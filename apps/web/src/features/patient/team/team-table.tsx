import { Button } from '@mantine/core';
import { IconPlus, IconUserQuestion } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, TeamStatus, TeamStatusEntry } from '#contracts';
import { useNow } from '../../../ui/clock.js';
import { StackedCell, StackedRow, StackedTable } from '../../../ui/stacked-table.js';
import { Asked, LoadingRows } from '../../../ui/states.js';
import { Due, Mark, UrgencyMark, type Urgency } from '../../../ui/status.js';
import { roleName } from '../../../ui/words.js';
import { isTogether, useMemberLines, useTeam } from '../use-team.js';
import { ChangeMember, type MemberChange } from './change-member.js';
import { MemberRow } from './member-row.js';
import { RemindBehind } from './remind-behind.js';
import { SuggestedRoles } from './suggested-roles.js';
import classes from './team-table.module.css';

/** Who on the team works from which version, worst first. */
export function TeamTable({ planId, patient }: { planId: string; patient: Patient }): ReactNode {
  const [change, setChange] = useState<MemberChange | null>(null);
  const team = useTeam(planId);
  return (
    <section className="card" aria-labelledby="team">
      <Asked query={team} loading={<LoadingRows rows={4} />}>
        {(status) => (
          <>
            <Team status={status} patient={patient} change={setChange} />
            {change && <ChangeMember change={change} team={status} patient={patient} close={() => setChange(null)} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Team({
  status,
  patient,
  change,
}: {
  status: TeamStatus;
  patient: Patient;
  change: (change: MemberChange) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const { members, unassigned, planId } = status;
  const former = members.filter(({ status: standing }) => standing === 'ended');
  const live = members.filter(({ status: standing }) => standing !== 'ended');
  const isEmpty = live.length + unassigned.length === 0;
  return (
    <>
      <div className={classes.head}>
        <h2 id="team">
          <Headline members={live} />
        </h2>
        <div className={`${classes.acts} no-print`}>
          <RemindBehind members={live} patient={patient} />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => change({ kind: 'add' })}
          >
            {t('add')}
          </Button>
        </div>
      </div>
      {!isEmpty && <Rows status={status} members={live} change={change} />}
      <SuggestedRoles planId={planId} status={status} isEmpty={isEmpty} change={change} />
      {former.length > 0 && (
        <details className={classes.former}>
          <summary>{t('former', { count: former.length })}</summary>
          <Rows status={{ ...status, unassigned: [] }} members={former} change={change} />
        </details>
      )}
    </>
  );
}

function Rows({
  status: { planId, unassigned },
  members,
  change,
}: {
  status: TeamStatus;
  members: readonly TeamStatusEntry[];
  change: (change: MemberChange) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const now = useNow();
  const lines = useMemberLines(planId, members, now);
  const columns = ['partner', 'worksFrom', 'acknowledged', 'referral', 'next', 'heard', 'waiting', 'more'] as const;
  return (
    <StackedTable label={t('title')} columns={columns.map((column) => t(`columns.${column}`))}>
      {unassigned.map(({ role, handoffId, urgency, dueAt }) => (
        <StackedRow key={handoffId} tone="late">
          <StackedCell label={t('columns.partner')}>
            <Mark tone="late" icon={IconUserQuestion}>
              {t('nobodyYet')}
            </Mark>
            <div className="soft">{roleName(role)}</div>
          </StackedCell>
          <StackedCell label={t('columns.worksFrom')}>
            <UrgencyMark urgency={urgency as Urgency} />
          </StackedCell>
          <StackedCell label={t('columns.acknowledged')}>—</StackedCell>
          <StackedCell label={t('columns.referral')}>
            {t('chooseBy')} <Due at={dueAt} />
          </StackedCell>
          <StackedCell label={t('columns.next')}>—</StackedCell>
          <StackedCell label={t('columns.heard')}>—</StackedCell>
          <StackedCell label={t('columns.waiting')}>{t('waitingOn.us')}</StackedCell>
          <StackedCell label={t('columns.more')}>
            <Button
              variant="light"
              size="compact-sm"
              className="no-print"
              onClick={() => change({ kind: 'add', role })}
            >
              {t('choose')}
            </Button>
          </StackedCell>
        </StackedRow>
      ))}
      {lines.map((line) => (
        <MemberRow key={line.member.memberId} line={line} change={change} />
      ))}
    </StackedTable>
  );
}

function Headline({ members }: { members: readonly TeamStatusEntry[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const active = members.filter(({ status }) => status === 'active');
  const apart = active.filter((member) => !isTogether(member)).length;
  if (active.length === 0) return t('title');
  return apart === 0
    ? t('together', { count: active.length, total: active.length })
    : t('apart', { count: apart, total: active.length });
}
