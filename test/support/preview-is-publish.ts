/** Preview and publication say the same, rule by rule, whatever was edited. */
import type { Patient, Plan, PlanDocumentInput, VersionImpact } from '#contracts';
import type { CaseDates } from '../cases/case.ts';
import { lumbarPlan, lumbarTeam } from '../cases/c-base.ts';
import type { ApiClient } from './api-client.ts';
import { editAtRandom, seeded } from './random-edits.ts';

interface Comparison {
  published: number;
  /** Edits that a clinical check refused, in the preview and at publication alike. */
  refused: number;
  differences: string[];
}

const rulesOf = ({ impacts, desks, unaffected }: VersionImpact): string =>
  JSON.stringify([
    impacts.map(({ role, partnerId, asks }) => [
      role,
      partnerId,
      asks.map(({ ruleId, dueAt }) => [ruleId, dueAt.slice(0, 16)]),
    ]),
    desks.map(({ desk, asks }) => [desk, asks.map(({ ruleId }) => ruleId)]),
    unaffected.map(({ role }) => role),
  ]);

/** Nobody acknowledges here, and a long wait is not what is looked at: each plan gets a few versions only. */
const editsPerPlan = 10;

type World = { api: ApiClient; at: CaseDates };

/** Publishes so many random edits, each after its preview; several plans side by side. */
export async function previewsAndPublications(
  world: World,
  { edits, seed }: { edits: number; seed: number },
): Promise<Comparison> {
  const plans = Array.from({ length: edits / editsPerPlan }, (_, index) => editOnePlan(world, seed + index));
  const done = await Promise.all(plans);
  return {
    published: done.reduce((sum, { published }) => sum + published, 0),
    refused: done.reduce((sum, { refused }) => sum + refused, 0),
    differences: done.flatMap(({ differences }) => differences),
  };
}

async function editOnePlan({ api, at }: World, seed: number): Promise<Comparison> {
  const { planId } = await newPlan(api, at);
  const chance = seeded(seed);
  const comparison: Comparison = { published: 0, refused: 0, differences: [] };
  let document: PlanDocumentInput = lumbarPlan(at);
  for (let count = 0; count < editsPerPlan; count += 1) {
    const edited = editAtRandom(document, chance, at);
    const headers = { 'if-match': `"${1 + comparison.published}"` };
    const [path, as] = [`/api/plans/${planId}`, 'physician'];
    const preview = await api.call<VersionImpact>('POST', `${path}/preview`, {
      as,
      body: { document: edited },
      headers,
    });
    const digest = preview.status < 300 ? { digest: preview.body.digest } : {};
    const body = { document: edited, reason: 'A change', ...digest };
    const publication = await api.call<VersionImpact>('POST', `${path}/versions`, { as, body, headers });
    if (publication.status === 201) {
      comparison.published += 1;
      document = edited;
      if (rulesOf(preview.body) !== rulesOf(publication.body))
        comparison.differences.push(`seed ${seed}, edit ${count}`);
    } else if (publication.status === 422) comparison.refused += 1;
    else comparison.differences.push(`seed ${seed}, edit ${count}: ${publication.status} after ${preview.status}`);
  }
  return comparison;
}

/** A member joins between preview and publication: the preview does not hold any more. */
export async function publishAfterTeamChanged({ api, at }: World): Promise<{
  status: number;
  preview: unknown;
}> {
  const { planId } = await newPlan(api, at);
  const document: PlanDocumentInput = { ...lumbarPlan(at), stage: { value: 'surgical-consultation' } };
  const headers = { 'if-match': '"1"' };
  const { digest } = await api.post<VersionImpact>(`/api/plans/${planId}/preview`, 'physician', { document }, headers);
  await api.expect('PUT', `/api/plans/${planId}/team/spine-surgery`, {
    as: 'coordinator',
    body: { partnerId: 'spine-group' },
  });
  const { status, body } = await api.call<{ preview?: unknown }>('POST', `/api/plans/${planId}/versions`, {
    as: 'physician',
    body: { document, reason: 'A consultation', digest },
    headers,
  });
  return { status, preview: body.preview };
}

async function newPlan(api: ApiClient, at: CaseDates): Promise<{ planId: string }> {
  const patient = await api.post<Patient>('/api/patients', 'coordinator', {
    name: { given: 'Ran', family: 'Dom' },
    birthDate: '1977-02-11',
  });
  const team = lumbarTeam.map(({ role, partner }) => ({ role, partnerId: partner }));
  const plan = await api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', {
    document: lumbarPlan(at),
    team,
  });
  return { planId: plan.id };
}
