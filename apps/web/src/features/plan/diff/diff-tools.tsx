import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/link-button.js';
import { roleName } from '../../../ui/words.js';
import classes from './diff-page.module.css';
import type { Compared, Ends } from './use-comparison.js';
import type { DiffKeys } from './use-diff-keys.js';

/** Through whose eyes, and what can be done from here. */
export function DiffTools({
  about,
  ends,
  role,
  canEdit,
  planId,
  keys,
  show,
  children,
}: {
  about: Compared;
  ends: Ends;
  role: string | undefined;
  canEdit: boolean;
  planId: string;
  keys: DiffKeys;
  show: (search: { from?: number; to?: number; role?: string }) => void;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const members = about.team?.members ?? [];
  const roles = [...new Set(members.map((member) => member.role))];
  const behind = members.filter((member) => member.role === role && member.state === 'stale');
  return (
    <div className={`${classes.tools} no-print`}>
      <NativeSelect
        label={t('plan.diff.seenBy')}
        data={[
          { value: '', label: t('plan.diff.everybody') },
          ...roles.map((one) => ({ value: one, label: roleName(one) })),
        ]}
        value={role ?? ''}
        onChange={({ currentTarget }) =>
          show({ ...ends, ...(currentTarget.value ? { role: currentTarget.value } : {}) })
        }
      />
      {behind.map(({ memberId, partnerName, acknowledgedVersion }) => {
        const to = about.team?.currentVersion ?? ends.to;
        return (
          <Button
            key={memberId}
            variant="default"
            onClick={() => show({ from: acknowledgedVersion, to, ...(role ? { role } : {}) })}
          >
            {t('plan.diff.sinceAcknowledged', { partner: partnerName, from: acknowledgedVersion, to })}
          </Button>
        );
      })}
      <Button variant="default" onClick={() => keys.go(1)} title={t('plan.diff.keys')} aria-keyshortcuts="n">
        {t('plan.diff.next')}
      </Button>
      <Button variant="default" onClick={keys.fold} title={t('plan.diff.keys')} aria-keyshortcuts="f">
        {t('plan.diff.fold')}
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        {t('plan.diff.print')}
      </Button>
      {canEdit && (
        <LinkButton to="/plans/$planId/edit" params={{ planId }}>
          {t('plan.diff.edit')}
        </LinkButton>
      )}
      {children}
    </div>
  );
}
