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

/** How many versions a plan gets before a new one is begun: nobody acknowledges here, and a long wait is not what is looked at. */
const versionsPerPlan = 20;

/** Publishes so many random edits, each after its preview. */
export async function previewsAndPublications(
  { api, at }: { api: ApiClient; at: CaseDates },
  { edits, seed }: { edits: number; seed: number },
): Promise<Comparison> {
  let { planId } = await newPlan(api, at);
  const chance = seeded(seed);
  const comparison: Comparison = { published: 0, refused: 0, differences: [] };
  let document: PlanDocumentInput = lumbarPlan(at);
  let version = 1;
  for (let count = 0; count < edits; count += 1) {
    if (version > versionsPerPlan) {
      ({ planId } = await newPlan(api, at));
      document = lumbarPlan(at);
      version = 1;
    }
    const edited = editAtRandom(document, chance, at);
    const headers = { 'if-match': `"${version}"` };
    const preview = await api.call<VersionImpact>('POST', `/api/plans/${planId}/preview`, {
      as: 'physician',
      body: { document: edited },
      headers,
    });
    const publication = await api.call<VersionImpact>('POST', `/api/plans/${planId}/versions`, {
      as: 'physician',
      body: { document: edited, reason: 'A change', ...(preview.status < 300 ? { digest: preview.body.digest } : {}) },
      headers,
    });
    if (publication.status === 201) {
      comparison.published += 1;
      version += 1;
      document = edited;
      if (rulesOf(preview.body) !== rulesOf(publication.body)) comparison.differences.push(`version ${version}`);
    } else {
      comparison.refused += 1;
      if (preview.status !== publication.status && publication.status !== 422)
        comparison.differences.push(`edit ${count}: preview ${preview.status}, publication ${publication.status}`);
    }
  }
  return comparison;
}

/** A member joins between preview and publication: the preview does not hold any more. */
export async function publishAfterTeamChanged({ api, at }: { api: ApiClient; at: CaseDates }): Promise<{
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
