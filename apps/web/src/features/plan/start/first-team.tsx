import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerRole, TeamMemberInput } from '#contracts';
import { roleName } from '../../../ui/words.js';
import { usePartners } from '../preview/use-team-news.js';

/** Who begins: for each role that the pathway usually needs, one of the partners who take it, or nobody yet. */
export function FirstTeam({
  roles,
  team,
  change,
}: {
  roles: readonly PartnerRole[];
  team: readonly TeamMemberInput[];
  change: (team: TeamMemberInput[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const partners = (usePartners().data?.items ?? []).filter(({ kind, active }) => kind === 'partner' && active);
  const shown = [...new Set([...roles, ...team.map(({ role }) => role)])];
  const others = [...new Set(partners.flatMap((one) => one.roles))].filter((role) => !shown.includes(role)).sort();
  const put = (member: TeamMemberInput): void =>
    change([...team.filter(({ role }) => role !== member.role), ...(member.partnerId === '' ? [] : [member])]);
  return (
    <>
      <h2>{t('plan.first.team')}</h2>
      <p className="soft">{t('plan.first.teamHelp')}</p>
      {shown.map((role) => {
        const member = team.find((one) => one.role === role);
        const able = partners.filter((one) => one.roles.includes(role));
        const options = able.map(({ partnerId, name }) => ({ value: partnerId, label: name }));
        return (
          <div key={role}>
            <NativeSelect
              label={roleName(role)}
              data={[{ value: '', label: t('plan.first.nobody') }, ...options]}
              value={member?.partnerId ?? ''}
              onChange={({ currentTarget }) =>
                put({ role, partnerId: currentTarget.value, status: member?.status ?? 'active', engagedFor: [] })
              }
            />
            {member && (
              <Checkbox
                mt={4}
                mb="xs"
                label={t('plan.first.proposedOf', { role: roleName(role) })}
                checked={member.status === 'proposed'}
                onChange={({ currentTarget }) =>
                  put({ ...member, status: currentTarget.checked ? 'proposed' : 'active' })
                }
              />
            )}
          </div>
        );
      })}
      <NativeSelect
        mt="sm"
        label={t('plan.first.addRole')}
        data={[
          { value: '', label: t('plan.form.choose') },
          ...others.map((role) => ({ value: role, label: roleName(role) })),
        ]}
        value=""
        onChange={({ currentTarget }) => {
          const role = others.find((one) => one === currentTarget.value);
          const first = partners.find((one) => role && one.roles.includes(role));
          if (role && first) put({ role, partnerId: first.partnerId, status: 'active', engagedFor: [] });
        }}
      />
    </>
  );
}
