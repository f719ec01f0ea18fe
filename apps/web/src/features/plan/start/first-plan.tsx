import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pathway, Patient, PlanDocumentInput, PlanProposal } from '#contracts';
import { get, Refused } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../app/session.js';
import { LinkButton } from '../../../ui/link-button.js';
import { PatientBanner } from '../../../ui/patient-banner.js';
import { Asked, Empty, Failed } from '../../../ui/states.js';
import { FirstDraft } from './first-draft.js';

const route = getRouteApi('/patients/$patientId/first-plan');

export interface Beginning {
  document: PlanDocumentInput;
  pathway: Pathway | undefined;
  open: PlanProposal['open'];
}

/** A patient's first plan: proposed by the history packet and a pathway, completed and published by the physician. */
export function FirstPlan(): ReactNode {
  const { t } = useTranslation();
  const { patientId } = route.useParams();
  const { data: me } = useMe();
  const [beginning, begin] = useState<Beginning | null>(null);
  const patient = useQuery({
    queryKey: keys.patient(patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${patientId}`, signal),
  });
  if (me?.role !== 'physician') return <Empty title={t('plan.editor.physiciansOnly')} />;
  return (
    <Asked query={patient}>
      {(found) => (
        <>
          <PatientBanner patient={found} document={null} />
          <h1>{t('plan.first.title')}</h1>
          {found.planId !== null ? (
            <Empty title={t('plan.first.exists')}>
              <LinkButton to="/plans/$planId/edit" params={{ planId: found.planId }}>
                {t('plan.first.toPlan')}
              </LinkButton>
            </Empty>
          ) : beginning ? (
            <FirstDraft patient={found} beginning={beginning} me={me.name} />
          ) : (
            <Start patientId={patientId} begin={begin} />
          )}
        </>
      )}
    </Asked>
  );
}

function Start({ patientId, begin }: { patientId: string; begin: (beginning: Beginning) => void }): ReactNode {
  const { t } = useTranslation();
  const [group, setGroup] = useState('');
  const pathways = useQuery({
    queryKey: ['pathways'],
    queryFn: ({ signal }) => get<{ items: Pathway[] }>('/api/pathways', signal),
    staleTime: Infinity,
  });
  const proposal = useQuery({
    queryKey: ['patient', 'proposal', patientId, group],
    queryFn: ({ signal }) =>
      get<PlanProposal>(`/api/patients/${patientId}/plan-proposal?group=${encodeURIComponent(group)}`, signal),
    enabled: group !== '',
    retry: false,
  });
  const items = pathways.data?.items.filter(({ dutyDemands }) => dutyDemands.length === 0) ?? [];
  const pathway = items.find((one) => one.group === group);
  const hasNoPacket = proposal.error instanceof Refused && proposal.error.problem.status === 404;
  return (
    <section className="card" aria-labelledby="first-start">
      <h2 id="first-start">{t('plan.first.start')}</h2>
      <NativeSelect
        maw={420}
        label={t('plan.first.group')}
        description={t('plan.first.groupHelp')}
        data={[
          { value: '', label: t('plan.form.choose') },
          ...items.map((one) => ({ value: one.group, label: one.name })),
        ]}
        value={group}
        onChange={({ currentTarget }) => setGroup(currentTarget.value)}
      />
      {hasNoPacket && <p role="status">{t('plan.first.noPacket')}</p>}
      {proposal.isError && !hasNoPacket && <Failed error={proposal.error} retry={() => void proposal.refetch()} />}
      <Group mt="md">
        <Button
          disabled={!proposal.data}
          loading={proposal.isFetching}
          onClick={() => proposal.data && begin({ ...proposal.data, pathway })}
        >
          {t('plan.first.propose')}
        </Button>
        <Button variant="default" onClick={() => begin({ document: {}, pathway, open: [] })}>
          {t('plan.first.blank')}
        </Button>
      </Group>
    </section>
  );
}
