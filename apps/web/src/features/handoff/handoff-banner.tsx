import { IconAlertOctagon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary, Patient, Plan, PlanSlice, TriageAlert } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { BannerFrame, PatientBanner } from '../../ui/patient-banner.js';
import { Mark } from '../../ui/status.js';
import { isRecord } from './slice-words.js';
import { type AnyHandoff, isOfClinic } from './use-handoff.js';

/** Whom the handoff is about: for the clinic with what the plan knows, for a partner with what its slice and the alarm say. */
export function HandoffBanner({ handoff }: { handoff: AnyHandoff }): ReactNode {
  return isOfClinic(handoff) ? <ForClinic handoff={handoff} /> : <ForPartner handoff={handoff} />;
}

function ForClinic({ handoff }: { handoff: HandoffSummary }): ReactNode {
  const { planId, patientId } = handoff;
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  const patient = useQuery({
    queryKey: keys.patient(patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${patientId}`, signal),
  });
  if (patient.data)
    return (
      <PatientBanner
        patient={patient.data}
        document={plan.data?.document ?? null}
        failed={plan.isError && !plan.data}
      />
    );
  return <Frame handoff={handoff}>{null}</Frame>;
}

function ForPartner({ handoff }: { handoff: AnyHandoff }): ReactNode {
  const { t } = useTranslation();
  const alert = useQuery({
    queryKey: ['patient', 'alert', handoff.patientId],
    queryFn: ({ signal }) => get<TriageAlert>(`/api/patients/${handoff.patientId}/triage`, signal),
    // Whoever is not on the team any more is told nothing.
    retry: false,
  });
  return (
    <Frame handoff={handoff}>
      <span>
        <span className="soft">{t('patient.allergies')}</span> <AllergiesOf slice={handoff.slice} />
      </span>
      {alert.data?.urgent && (
        <Mark tone="late" icon={IconAlertOctagon}>
          {alert.data.text}
          {alert.data.callWhom && ` ${alert.data.callWhom.name} ${alert.data.callWhom.number}`}
        </Mark>
      )}
    </Frame>
  );
}

const Frame = ({ handoff, children }: { handoff: HandoffSummary; children: ReactNode }): ReactNode => (
  <BannerFrame
    name={handoff.patient.name}
    spoken={handoff.patient.name}
    birthDate={handoff.patient.birthDate}
    recordNumber={handoff.patient.recordNumber}
  >
    {children}
  </BannerFrame>
);

/** A slice that holds no allergies does not say that there are none. */
function AllergiesOf({ slice }: { slice: PlanSlice }): ReactNode {
  const { t } = useTranslation();
  const found = Object.values(slice)
    .map((part) => (isRecord(part) ? part['allergies'] : undefined))
    .find(isRecord);
  if (!found) return <b>{t('handoff.banner.notInSlice')}</b>;
  if (found['state'] === 'none-known') return <b>{t('patient.noneKnown')}</b>;
  if (found['state'] !== 'known')
    return <b>{t(found['state'] === 'unavailable' ? 'patient.unavailable' : 'patient.notRecorded')}</b>;
  const items = Array.isArray(found['items']) ? found['items'].filter(isRecord) : [];
  return (
    <Mark tone="late" icon={IconAlertOctagon}>
      {items.map((item) => String(item['text'])).join(', ')}
    </Mark>
  );
}
