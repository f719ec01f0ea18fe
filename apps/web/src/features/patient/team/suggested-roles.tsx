import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerRole, PlanPathway, TeamStatus } from '#contracts';
import { get } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { roleName } from '../../../ui/words.js';
import type { MemberChange } from './change-member.js';
import classes from './team-table.module.css';

/** Who usually helps with what is diagnosed, and is not on the team. A suggestion; nobody is told anything. */
export function SuggestedRoles({
  planId,
  status,
  isEmpty,
  change,
}: {
  planId: string;
  status: TeamStatus;
  isEmpty: boolean;
  change: (change: MemberChange) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.team' });
  const pathway = useQuery({
    queryKey: keys.pathway(planId),
    queryFn: ({ signal }) => get<PlanPathway>(`/api/plans/${planId}/pathway`, signal),
  });
  const held = new Set<PartnerRole>([
    ...status.members.filter((member) => member.status !== 'ended').map(({ role }) => role),
    ...status.unassigned.map(({ role }) => role),
  ]);
  const roles = [...new Set(pathway.data?.diagnoses.flatMap((one) => one.roles) ?? [])].filter(
    (role) => !held.has(role),
  );
  if (roles.length === 0 && !isEmpty) return null;
  return (
    <div className={`${classes.suggested} no-print`}>
      {isEmpty && (
        <p>
          <strong>{t('emptyTitle')}</strong>{' '}
          {roles.length > 0 ? t('emptyHow') : pathway.isSuccess && t('emptyNoPathway')}
        </p>
      )}
      {!isEmpty && <span className="soft">{t('suggested')}</span>}
      <ul className={classes.roles}>
        {roles.map((role) => (
          <li key={role}>
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => change({ kind: 'add', role })}
            >
              {roleName(role)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
