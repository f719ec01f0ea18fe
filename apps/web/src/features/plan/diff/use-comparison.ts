import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type {
  ClinicHandoff,
  HandoffSummary,
  Page,
  Patient,
  Plan,
  PlanChange,
  PlanDocument,
  PlanVersion,
  TeamStatus,
} from '#contracts';
import { get, queryOf } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { usePartners } from '../preview/use-team-news.js';

export type VersionSummary = Omit<PlanVersion, 'document' | 'routing'>;
export interface Ends {
  from: number;
  to: number;
}

/** Everything that the comparison shows. */
export interface Compared {
  patient: Patient | undefined;
  /** Oldest first. */
  versions: VersionSummary[];
  handoffs: HandoffSummary[];
  team: TeamStatus | undefined;
  diff: UseQueryResult<{ changes: PlanChange[] }>;
  /** Of both ends; null for version 0, undefined while on their way. */
  before: PlanDocument | null | undefined;
  after: PlanDocument | undefined;
  routing: PlanVersion['routing'] | undefined;
  told: ClinicHandoff[];
  nameOf: (partnerId: string) => string;
}

export function useComparison(plan: Plan, { from, to, role }: Ends & { role?: string }): Compared {
  const partners = usePartners().data?.items ?? [];
  const patient = useQuery({
    queryKey: keys.patient(plan.patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${plan.patientId}`, signal),
  });
  const versions = useQuery({
    queryKey: keys.versions(plan.id),
    queryFn: ({ signal }) => get<Page<VersionSummary>>(`/api/plans/${plan.id}/versions?limit=200`, signal),
  });
  const team = useQuery({
    queryKey: keys.team(plan.id),
    queryFn: ({ signal }) => get<TeamStatus>(`/api/plans/${plan.id}/team`, signal),
  });
  const handoffs = useQuery({
    queryKey: keys.handoffs({ plan: plan.id }),
    queryFn: ({ signal }) => get<Page<HandoffSummary>>(`/api/handoffs?plan=${plan.id}&limit=200`, signal),
  });
  const diff = useQuery({
    queryKey: ['plan', 'diff', plan.id, from, to, role ?? ''],
    queryFn: ({ signal }) =>
      get<{ changes: PlanChange[] }>(`/api/plans/${plan.id}/diff${queryOf({ from, to, role })}`, signal),
    placeholderData: keepPreviousData,
  });
  const [before, after] = [useVersion(plan.id, from), useVersion(plan.id, to)];
  const routing = after?.routing;
  const told = useQueries({
    queries: (routing?.told ?? []).map(({ handoffId }) => ({
      queryKey: keys.handoff(handoffId),
      queryFn: ({ signal }: { signal: AbortSignal }) => get<ClinicHandoff>(`/api/handoffs/${handoffId}`, signal),
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return {
    patient: patient.data,
    versions: [...(versions.data?.items ?? [])].sort((one, other) => one.version - other.version),
    handoffs: handoffs.data?.items ?? [],
    team: team.data,
    diff,
    before: from === 0 ? null : before?.document,
    after: after?.document,
    routing,
    told,
    nameOf: (id) => partners.find(({ partnerId }) => partnerId === id)?.name ?? id,
  };
}

const useVersion = (planId: string, version: number): PlanVersion | undefined =>
  useQuery({
    queryKey: keys.version(planId, version),
    queryFn: ({ signal }) => get<PlanVersion>(`/api/plans/${planId}/versions/${version}`, signal),
    enabled: version > 0,
  }).data;
