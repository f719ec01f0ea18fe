import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Page, Patient, Plan, PlanChange, PlanVersion, TeamStatus } from '#contracts';
import { get, queryOf } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { day } from '../../../ui/moments.js';
import { PatientBanner } from '../../../ui/patient-banner.js';
import { Asked, Empty, LoadingRows } from '../../../ui/states.js';
import { inWords, roleName, sentence } from '../../../ui/words.js';
import classes from './diff-page.module.css';

const route = getRouteApi('/plans/$planId/diff');
type VersionSummary = Omit<PlanVersion, 'document' | 'routing'>;

/** What changed between two versions, in clinical words, for everybody or as one role sees it. */
export function DiffPage(): ReactNode {
  const { planId } = route.useParams();
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  return <Asked query={plan}>{(found) => <Diff plan={found} />}</Asked>;
}

function Diff({ plan }: { plan: Plan }): ReactNode {
  const { from = Math.max(0, plan.currentVersion - 1), to = plan.currentVersion, role } = route.useSearch();
  const navigate = route.useNavigate();
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
  const diff = useQuery({
    queryKey: ['plan', 'diff', plan.id, from, to, role ?? ''],
    queryFn: ({ signal }) =>
      get<{ changes: PlanChange[] }>(`/api/plans/${plan.id}/diff${queryOf({ from, to, role })}`, signal),
    placeholderData: keepPreviousData,
  });
  const names = [
    { value: '0', label: 'Nothing (version 0)' },
    ...[...(versions.data?.items ?? [])]
      .sort((a, b) => a.version - b.version)
      .map(({ version, publishedAt, reason }) => ({
        value: String(version),
        label: `v${version}, ${day(publishedAt)}: ${reason}`,
      })),
  ];
  const roles = [...new Set((team.data?.members ?? []).map((member) => member.role))];
  const show = (search: { from?: number; to?: number; role?: string }): void =>
    void navigate({ search: (before) => ({ ...before, ...search }) });
  return (
    <>
      {patient.data && <PatientBanner patient={patient.data} document={plan.document} />}
      <h1>What changed</h1>
      <div className={`${classes.pick} no-print`}>
        <NativeSelect
          label="From"
          data={names}
          value={String(from)}
          onChange={({ currentTarget }) => show({ from: Number(currentTarget.value) })}
        />
        <NativeSelect
          label="To"
          data={names}
          value={String(to)}
          onChange={({ currentTarget }) => show({ to: Number(currentTarget.value) })}
        />
        <NativeSelect
          label="As seen by"
          data={[{ value: '', label: 'Everybody' }, ...roles.map((one) => ({ value: one, label: roleName(one) }))]}
          value={role ?? ''}
          onChange={({ currentTarget }) =>
            void navigate({ search: { from, to, ...(currentTarget.value ? { role: currentTarget.value } : {}) } })
          }
        />
      </div>
      <Asked query={diff} loading={<LoadingRows rows={4} />}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Empty
              title={
                role
                  ? `Nothing between v${from} and v${to} concerns ${roleName(role).toLowerCase()}.`
                  : `v${from} and v${to} say the same; only the wording may differ.`
              }
            />
          ) : (
            <Sections changes={changes} />
          )
        }
      </Asked>
    </>
  );
}

const verbOf = ({ before, after }: PlanChange): 'Added' | 'Stopped' | 'Changed' =>
  before === null ? 'Added' : after === null ? 'Stopped' : 'Changed';
const signs = { Added: '+', Stopped: '−', Changed: '→' } as const;

function Sections({ changes }: { changes: readonly PlanChange[] }): ReactNode {
  const sections = Map.groupBy(changes, ({ path }) => path.split('.')[0] ?? path);
  return [...sections].map(([path, inSection]) => (
    <section key={path} className="card" aria-labelledby={`section-${path}`}>
      <h2 id={`section-${path}`}>{sentence(inWords(path.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()))}</h2>
      <ul className={classes.changes}>
        {inSection.map((change, at) => (
          <li key={`${change.type} ${change.itemId ?? at}`}>
            <span className={classes.verb} data-verb={verbOf(change)}>
              <span aria-hidden>{signs[verbOf(change)]}</span> {verbOf(change)}
            </span>
            <span>{change.text}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
