import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Patient, Plan, PlanDraft, TeamStatus } from '#contracts';
import { get, put, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { LinkButton } from '../../ui/link-button.js';
import { holdsPreparedChange, samplePatient, withPreparedChange } from './prepared-change.js';
import { Steps } from './steps.js';

const partnerId = 'pt-north';

/** Publish a change, see it arrive, see the team turn. */
export function PhysicianSteps(): ReactNode {
  const { t } = useTranslation();
  const { data: found } = useQuery({
    queryKey: keys.patients(samplePatient),
    queryFn: ({ signal }) => get<Page<Patient>>(`/api/patients?query=${samplePatient}`, signal),
  });
  const patient = found?.items[0];
  if (!patient?.planId) return <p>{t('guide.noSample')}</p>;
  return <StepsWith patient={patient} planId={patient.planId} />;
}

function StepsWith({ patient, planId }: { patient: Patient; planId: string }): ReactNode {
  const { t } = useTranslation();
  const { plan, isDrafted, isPublished, hasAnswered } = useProgress(planId);
  const prepare = usePrepare(planId, plan);
  const name = `${patient.name.given} ${patient.name.family}`;
  return (
    <Steps
      steps={[
        {
          text: t('guide.physician.prepare', { name }),
          isDone: isDrafted || isPublished,
          action: (
            <Button size="compact-sm" loading={prepare.isPending} onClick={() => prepare.mutate()}>
              {t('guide.physician.prepareIt')}
            </Button>
          ),
        },
        {
          text: t('guide.physician.publish'),
          isDone: isPublished,
          action: (
            <LinkButton size="compact-sm" variant="default" to="/plans/$planId/edit" params={{ planId }}>
              {t('guide.physician.openDraft')}
            </LinkButton>
          ),
        },
        {
          text: t('guide.physician.partner', {
            address: window.location.origin,
            version: (plan?.currentVersion ?? 0) + (isPublished ? 0 : 1),
          }),
          isDone: hasAnswered,
          action: (
            <LinkButton
              size="compact-sm"
              variant="default"
              to="/patients/$patientId"
              params={{ patientId: patient.id }}
            >
              {t('guide.physician.watch')}
            </LinkButton>
          ),
        },
        { text: t('guide.physician.turned'), isDone: hasAnswered },
      ]}
    />
  );
}

/** How far the change has come, as the system itself says. */
function useProgress(planId: string): {
  plan: Plan | undefined;
  isDrafted: boolean;
  isPublished: boolean;
  hasAnswered: boolean;
} {
  const { data: plan } = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  const { data: draft } = useQuery({
    queryKey: keys.draft(planId),
    queryFn: async ({ signal }) => {
      try {
        return await get<PlanDraft>(`/api/plans/${planId}/draft`, signal);
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 404) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
  const { data: team } = useQuery({
    queryKey: keys.team(planId),
    queryFn: ({ signal }) => get<TeamStatus>(`/api/plans/${planId}/team`, signal),
  });
  const isPublished = holdsPreparedChange(plan?.document);
  const therapist = team?.members.find((member) => member.partnerId === partnerId);
  return {
    plan,
    isDrafted: holdsPreparedChange(draft?.document),
    isPublished,
    hasAnswered: isPublished && therapist?.state === 'current',
  };
}

function usePrepare(planId: string, plan: Plan | undefined): { isPending: boolean; mutate: () => void } {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const now = useNow();
  return useMutation({
    mutationFn: async () => {
      const document = plan && withPreparedChange(plan.document, now);
      if (document) await put(`/api/plans/${planId}/draft`, { document, basedOn: plan.currentVersion });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.draft(planId) });
      await navigate({ to: '/plans/$planId/edit', params: { planId } });
    },
  });
}
