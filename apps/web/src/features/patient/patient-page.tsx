import { Button, Group } from '@mantine/core';
import { IconAlertOctagon, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, Plan } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import type { PatientSearch } from '../../app/router.js';
import { useMe } from '../../app/session.js';
import { LinkButton } from '../../ui/link-button.js';
import { moment } from '../../ui/moments.js';
import { PatientBanner } from '../../ui/patient-banner.js';
import { Asked, Empty } from '../../ui/states.js';
import { AcknowledgementGrid, useVersions } from './grid/acknowledgement-grid.js';
import { PacketCard } from './packet/packet-card.js';
import { PlanSummary } from './summary/plan-summary.js';
import { TeamTable } from './team/team-table.js';
import { Timeline } from './timeline/timeline.js';
import { Trends } from './trends/trends.js';
import { ActiveFlags } from './triage/active-flags.js';
import { TriageDialog } from './triage/triage-dialog.js';
import { Upcoming } from './upcoming.js';
import classes from './patient-page.module.css';

const route = getRouteApi('/patients/$patientId');

/** One patient: is the team together, does the plan work, and what happened. */
export function PatientPage(): ReactNode {
  const { patientId } = route.useParams();
  const { open: form } = route.useSearch();
  const navigate = useNavigate();
  const patient = useQuery({
    queryKey: keys.patient(patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${patientId}`, signal),
  });
  const setForm = (open?: PatientSearch['open']) =>
    void navigate({
      to: '/patients/$patientId',
      params: { patientId },
      search: open ? { open } : {},
      replace: true,
      resetScroll: false,
    });
  return (
    <Asked query={patient}>
      {(found) => (
        <>
          {found.planId === null ? (
            <WithoutPlan patient={found} form={form} setForm={setForm} />
          ) : (
            <WithPlan patient={found} planId={found.planId} form={form} setForm={setForm} />
          )}
          {form === 'triage' && <TriageDialog patient={found} close={() => setForm()} />}
        </>
      )}
    </Asked>
  );
}

interface Forms {
  form: PatientSearch['open'] | undefined;
  setForm: (open?: PatientSearch['open']) => void;
}

function ReportButton({ setForm }: Pick<Forms, 'setForm'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage' });
  return (
    <Button
      variant="default"
      leftSection={<IconAlertOctagon size={18} color="var(--late)" aria-hidden />}
      onClick={() => setForm('triage')}
    >
      {t('report')}
    </Button>
  );
}

function WithoutPlan({ patient, form, setForm }: { patient: Patient } & Forms): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage' });
  const { data: me } = useMe();
  return (
    <>
      <PatientBanner patient={patient} document={null} />
      <Group justify="flex-end" mb="sm" className="no-print">
        <ReportButton setForm={setForm} />
      </Group>
      <Empty title={t('noPlanTitle')}>
        <p>{t('noPlanHow')}</p>
        {me?.role === 'physician' && (
          <LinkButton to="/patients/$patientId/first-plan" params={{ patientId: patient.id }}>
            {t('writeFirstPlan')}
          </LinkButton>
        )}
      </Empty>
      <PacketCard
        patient={patient}
        isEditing={form === 'packet'}
        edit={(isOn) => setForm(isOn ? 'packet' : undefined)}
      />
      <Timeline patientId={patient.id} planId={null} />
    </>
  );
}

function WithPlan({ patient, planId, form, setForm }: { patient: Patient; planId: string } & Forms): ReactNode {
  const { data: me } = useMe();
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  const document = plan.data?.document ?? null;
  return (
    <>
      <div className={classes.screen}>
        <PatientBanner patient={patient} document={document} failed={plan.isError && !plan.data} />
        <Head plan={plan.data} planId={planId} isPhysician={me?.role === 'physician'} setForm={setForm} />
        {document && <ActiveFlags flags={document.redFlags} patient={patient} mayClear={me?.role === 'physician'} />}
        <TeamTable planId={planId} patient={patient} />
        <div className={classes.beside}>
          <AcknowledgementGrid planId={planId} />
          <Upcoming planId={planId} document={document} />
        </div>
        {document && <Trends planId={planId} document={document} patient={patient} />}
        <PacketCard
          patient={patient}
          isEditing={form === 'packet'}
          edit={(isOn) => setForm(isOn ? 'packet' : undefined)}
        />
        <Timeline patientId={patient.id} planId={planId} />
      </div>
      {plan.data && <PlanSummary patient={patient} plan={plan.data} />}
    </>
  );
}

function Head({
  plan,
  planId,
  isPhysician,
  setForm,
}: {
  plan: Plan | undefined;
  planId: string;
  isPhysician: boolean;
  setForm: Forms['setForm'];
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage' });
  const newest = useVersions(planId).data?.items.find(({ version }) => version === plan?.currentVersion);
  return (
    <Group justify="space-between" align="start" mb="sm" gap="xs">
      <div>
        <h1 className={classes.version}>{t('planVersion', { version: plan?.currentVersion ?? '…' })}</h1>
        {newest && (
          <p className="soft">
            {t('published', { at: moment(newest.publishedAt), by: newest.author.name, reason: newest.reason })}
          </p>
        )}
      </div>
      <Group gap="xs" className="no-print">
        <ReportButton setForm={setForm} />
        <LinkButton variant="default" to="/plans/$planId/diff" params={{ planId }}>
          {t('whatChanged')}
        </LinkButton>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        {isPhysician && (
          <LinkButton to="/plans/$planId/edit" params={{ planId }}>
            {t('changePlan')}
          </LinkButton>
        )}
      </Group>
    </Group>
  );
}
