import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, Plan, PlanVersion } from '#contracts';
import { get } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../app/session.js';
import { Asked, Empty, LoadingRows } from '../../../ui/states.js';
import { Editor } from './editor.js';
import { useDraft } from './use-draft.js';

const route = getRouteApi('/plans/$planId/edit');

/** Change the plan knowing exactly who will be told what. */
export function PlanEditor(): ReactNode {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { data: me } = useMe();
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  if (me?.role !== 'physician') return <Empty title={t('plan.editor.physiciansOnly')} />;
  return <Asked query={plan}>{(found) => <OfPatient plan={found} me={me.name} />}</Asked>;
}

function OfPatient({ plan, me }: { plan: Plan; me: string }): ReactNode {
  const patient = useQuery({
    queryKey: keys.patient(plan.patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${plan.patientId}`, signal),
  });
  const draft = useDraft(plan);
  const base = useBase(plan, draft.basedOn);
  if (!draft.isLoaded) return <LoadingRows />;
  return (
    <Asked query={patient}>
      {(found) => <Editor plan={plan} patient={found} draft={draft} base={base ?? plan.document} me={me} />}
    </Asked>
  );
}

/** The version that the draft is based on; another one than the current one when somebody published meanwhile. */
function useBase(plan: Plan, basedOn: number): Plan['document'] | undefined {
  const isCurrent = basedOn === plan.currentVersion;
  const version = useQuery({
    queryKey: keys.version(plan.id, basedOn),
    queryFn: ({ signal }) => get<PlanVersion>(`/api/plans/${plan.id}/versions/${basedOn}`, signal),
    enabled: !isCurrent && basedOn > 0,
  });
  return isCurrent ? plan.document : version.data?.document;
}
