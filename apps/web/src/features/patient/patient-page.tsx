import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Patient, Plan } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { LinkButton } from '../../ui/link-button.js';
import { PatientBanner } from '../../ui/patient-banner.js';
import { Asked, Empty } from '../../ui/states.js';
import { AcknowledgementGrid } from './acknowledgement-grid.js';
import { TeamTable } from './team-table.js';
import { Timeline } from './timeline.js';
import { Trends } from './trends.js';
import { Upcoming } from './upcoming.js';

const route = getRouteApi('/patients/$patientId');

/** One patient: is the team together, does the plan work, and what happened. */
export function PatientPage(): ReactNode {
  const { patientId } = route.useParams();
  const patient = useQuery({
    queryKey: keys.patient(patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${patientId}`, signal),
  });
  return (
    <Asked query={patient}>
      {(found) =>
        found.planId === null ? <WithoutPlan patient={found} /> : <WithPlan patient={found} planId={found.planId} />
      }
    </Asked>
  );
}

function WithoutPlan({ patient }: { patient: Patient }): ReactNode {
  return (
    <>
      <PatientBanner patient={patient} document={null} />
      <Empty title="There is no pain plan yet.">
        <p>A physician writes the first one; the history packet and the pathways help.</p>
      </Empty>
      <Timeline patientId={patient.id} />
    </>
  );
}

function WithPlan({ patient, planId }: { patient: Patient; planId: string }): ReactNode {
  const { data: me } = useMe();
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  return (
    <>
      <PatientBanner patient={patient} document={plan.data?.document ?? null} failed={plan.isError && !plan.data} />
      <Group justify="space-between" mb="sm">
        <h1>Plan version {plan.data?.currentVersion ?? '…'}</h1>
        <Group gap="xs" className="no-print">
          <LinkButton variant="default" to="/plans/$planId/diff" params={{ planId }}>
            What changed
          </LinkButton>
          {me?.role === 'physician' && (
            <LinkButton to="/plans/$planId/edit" params={{ planId }}>
              Change the plan
            </LinkButton>
          )}
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
        </Group>
      </Group>
      <TeamTable planId={planId} />
      <AcknowledgementGrid planId={planId} />
      {plan.data && <Trends planId={planId} document={plan.data.document} />}
      <Upcoming planId={planId} />
      <Timeline patientId={patient.id} />
    </>
  );
}
