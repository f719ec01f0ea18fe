import { Button, Group, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Partner, PartnerRole, Patient, TeamStatus, TeamStatusEntry } from '#contracts';
import { call, get, put } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { Dialog } from '../../../ui/dialog.js';
import { nameOf } from '../../../ui/names.js';
import { Asked, Failed } from '../../../ui/states.js';
import { roleName } from '../../../ui/words.js';
import { partnerRoleOptions } from './partner-roles.js';
import classes from './team-table.module.css';

export type MemberChange =
  | { kind: 'add'; role?: PartnerRole }
  | { kind: 'replace'; member: TeamStatusEntry }
  | { kind: 'remove'; member: TeamStatusEntry };

interface Props {
  team: TeamStatus;
  patient: Patient;
  close: () => void;
}

/** Asks somebody, asks somebody else, or takes somebody off; each names the patient and the partner before it happens. */
export function ChangeMember({ change, ...props }: Props & { change: MemberChange }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.member' });
  const patient = nameOf(props.patient);
  const title = {
    add: () => t('addTitle', { patient }),
    replace: () => t('replaceTitle', { patient, partner: change.kind === 'replace' ? change.member.partnerName : '' }),
    remove: () => t('removeTitle', { patient, partner: change.kind === 'remove' ? change.member.partnerName : '' }),
  }[change.kind]();
  return (
    <Dialog close={props.close} title={title} size="lg">
      {change.kind === 'remove' ? (
        <Remove member={change.member} {...props} />
      ) : (
        <Choose
          {...props}
          {...(change.kind === 'replace' ? { member: change.member, role: change.member.role } : { role: change.role })}
        />
      )}
    </Dialog>
  );
}

function useChanged(close: () => void): (text: string) => Promise<void> {
  const queries = useQueryClient();
  return async (message) => {
    notifications.show({ message });
    close();
    await Promise.all(['plan', 'handoff', 'referral'].map((kind) => queries.invalidateQueries({ queryKey: [kind] })));
  };
}

function Remove({ member, team, patient, close }: Props & { member: TeamStatusEntry }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.member' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const changed = useChanged(close);
  const { partnerName: partner, role } = member;
  const removing = useMutation({
    mutationFn: () => call(`/api/plans/${team.planId}/team/${role}`, { method: 'DELETE' }),
    onSuccess: () => changed(t('removed', { partner, patient: nameOf(patient) })),
  });
  return (
    <>
      <p>{t('removeWhat', { partner, role: roleName(role) })}</p>
      {removing.isError && <Failed error={removing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {act('cancel')}
        </Button>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
          {t('remove', { partner })}
        </Button>
      </Group>
    </>
  );
}

function Choose({
  member,
  role: given,
  team,
  patient,
  close,
}: Props & { member?: TeamStatusEntry; role?: PartnerRole | undefined }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.member' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const changed = useChanged(close);
  const [role, setRole] = useState<PartnerRole | ''>(given ?? '');
  const [chosen, choose] = useState<Partner | null>(null);
  const holder = member ?? team.members.find((one) => one.role === role && one.status !== 'ended');
  const asking = useMutation({
    mutationFn: (partnerId: string) => put(`/api/plans/${team.planId}/team/${role}`, { partnerId }),
    onSuccess: () => changed(t('added', { partner: chosen?.name, patient: nameOf(patient) })),
  });
  return (
    <>
      {!given && (
        <NativeSelect
          label={t('role')}
          data={[{ value: '', label: '' }, ...partnerRoleOptions()]}
          value={role}
          onChange={({ currentTarget }) => {
            setRole(currentTarget.value as PartnerRole | '');
            choose(null);
          }}
          mb="sm"
          data-autofocus
        />
      )}
      {role === '' ? (
        <p className="soft">{t('pickRole')}</p>
      ) : (
        <Partners role={role} holder={holder} chosen={chosen} choose={choose} />
      )}
      {chosen && (
        <p>
          {t('hears', { role: roleName(role), version: team.currentVersion })}{' '}
          {holder && t('replaced', { partner: holder.partnerName })}
        </p>
      )}
      {asking.isError && <Failed error={asking.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button disabled={!chosen} loading={asking.isPending} onClick={() => chosen && asking.mutate(chosen.partnerId)}>
          {t('ask', { partner: chosen?.name ?? '…', patient: nameOf(patient) })}
        </Button>
      </Group>
    </>
  );
}

function Partners({
  role,
  holder,
  chosen,
  choose,
}: {
  role: PartnerRole;
  holder: TeamStatusEntry | undefined;
  chosen: Partner | null;
  choose: (partner: Partner) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.member' });
  const partners = useQuery({
    queryKey: keys.partners({ role }),
    queryFn: ({ signal }) => get<Page<Partner>>(`/api/partners?role=${role}&limit=200`, signal),
  });
  return (
    <Asked query={partners}>
      {({ items }) => {
        const active = items.filter(({ active: isActive, kind }) => isActive && kind === 'partner');
        if (active.length === 0) return <p className="soft">{t('noPartner')}</p>;
        return (
          <fieldset style={{ border: 0, padding: 0, margin: '0 0 1rem' }}>
            <legend>{t('partner')}</legend>
            {active.map((partner) => {
              const isHolder = holder?.partnerId === partner.partnerId;
              return (
                <label key={partner.partnerId} className={classes.choice}>
                  <input
                    type="radio"
                    name="partner"
                    disabled={isHolder}
                    checked={chosen?.partnerId === partner.partnerId}
                    onChange={() => choose(partner)}
                  />{' '}
                  <strong>{partner.name}</strong>{' '}
                  <span className="soft">
                    · {isHolder ? t('holds') : capacityInWords(partner, t)}
                    {partner.phone && ` · ${partner.phone}`}
                  </span>
                </label>
              );
            })}
          </fieldset>
        );
      }}
    </Asked>
  );
}

function capacityInWords({ capacity }: Partner, t: TFunction<'translation', 'patientPage.member'>): string {
  if (!capacity) return t('capacity.unknown');
  if (capacity.state !== 'waitlist') return t(`capacity.${capacity.state}`);
  return capacity.waitWeeks === null
    ? t('capacity.waitlistOpen')
    : t('capacity.waitlist', { weeks: capacity.waitWeeks });
}
