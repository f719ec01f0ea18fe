/**
 * Many patients at once, each with a team of eight: what the running system asks of whom must be what the rules say when they are asked alone,
 * in one thread, without a database or a broker.
 */
import { assessImpact, currentRuleset, type PublishedPlan } from '#clinical';
import {
  type HandoffSummary,
  type PartnerRole,
  type Patient,
  type Plan,
  type PlanDocumentInput,
  planDocument,
  type PlanVersion,
} from '#contracts';
import type { CaseDates } from '../cases/case.ts';
import { lumbarPlan } from '../cases/c-base.ts';
import { officeHours } from '../../tools/seed/partners.ts';
import type { ApiClient } from './api-client.ts';
import { editAtRandom, seeded } from './random-edits.ts';

interface World {
  api: ApiClient;
  at: CaseDates;
}

interface Amount {
  patients: number;
  versions: number;
  seed: number;
  /** How many patients at once. */
  sideBySide: number;
}

const team: readonly { role: PartnerRole; partnerId: string }[] = [
  { role: 'physical-therapy', partnerId: 'pt-north' },
  { role: 'primary-care', partnerId: 'family-care' },
  { role: 'pharmacy', partnerId: 'corner-pharmacy' },
  { role: 'imaging', partnerId: 'city-imaging' },
  { role: 'behavioral-health', partnerId: 'mindful-pain' },
  { role: 'spine-surgery', partnerId: 'spine-group' },
  { role: 'orthopedics', partnerId: 'ortho-center' },
  { role: 'neurology', partnerId: 'head-clinic' },
];

/** Differences between system and model; empty when they agree. */
export async function compareVolume(world: World, { patients, versions, seed, sideBySide }: Amount): Promise<string[]> {
  const numbers = Array.from({ length: patients }, (_, index) => index);
  const differences: string[] = [];
  const worker = async (): Promise<void> => {
    for (let next = numbers.shift(); next !== undefined; next = numbers.shift())
      differences.push(...(await comparePatient(world, versions, seed + next)));
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return differences;
}

async function comparePatient({ api, at }: World, versions: number, seed: number): Promise<string[]> {
  const chance = seeded(seed);
  const patient = await api.post<Patient>('/api/patients', 'coordinator', {
    name: { given: 'Vol', family: `Ume ${seed}` },
    birthDate: '1977-02-11',
  });
  let document: PlanDocumentInput = lumbarPlan(at);
  const plan = await api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', { document, team });
  const history: PublishedPlan[] = [published(1, document, plan.publishedAt)];
  const acknowledged = new Map<PartnerRole, number>();
  const differences: string[] = [];
  for (;;) {
    await untilRouted(api, plan.id, history.length);
    const open = await api.all<HandoffSummary>(`/api/handoffs?plan=${plan.id}&status=open`, 'coordinator');
    const [system, model] = [rowsOf(open), modelOf(history, acknowledged)];
    if (system !== model) differences.push(`seed ${seed}, version ${history.length}: ${system} instead of ${model}`);
    if (history.length >= versions) return differences;
    for (const handoff of open.filter(() => chance() < 0.4)) await acknowledge(api, handoff, acknowledged);
    const next = await publishEdit(api, plan.id, history.length, () => editAtRandom(document, chance, at));
    document = next.document;
    history.push(published(history.length + 1, document, next.publishedAt));
  }
}

const published = (version: number, document: PlanDocumentInput, publishedAt: string): PublishedPlan => ({
  version,
  document: planDocument.parse(document),
  publishedAt: new Date(publishedAt),
});

const untilRouted = (api: ApiClient, planId: string, version: number): Promise<PlanVersion> =>
  api.until(
    `version ${version} of ${planId} to be routed`,
    () => api.get<PlanVersion>(`/api/plans/${planId}/versions/${version}`, 'physician'),
    ({ routing }) => routing !== null,
  );

async function acknowledge(
  api: ApiClient,
  { id, role, partnerId, throughVersion }: HandoffSummary,
  acknowledged: Map<PartnerRole, number>,
): Promise<void> {
  await api.post(`/api/handoffs/${id}/acknowledgement`, `partner:${partnerId}`, { version: throughVersion });
  acknowledged.set(role, throughVersion);
}

/** Draws until an edit is one that no clinical check refuses. */
async function publishEdit(
  api: ApiClient,
  planId: string,
  base: number,
  draw: () => PlanDocumentInput,
): Promise<{ document: PlanDocumentInput; publishedAt: string }> {
  for (;;) {
    const document = draw();
    const answer = await api.call<{ publishedAt: string }>('POST', `/api/plans/${planId}/versions`, {
      as: 'physician',
      body: { document, reason: 'A change' },
      headers: { 'if-match': `"${base}"` },
    });
    if (answer.status === 201) return { document, publishedAt: answer.body.publishedAt };
    if (answer.status !== 422) throw new Error(`publishing answered ${answer.status}`);
  }
}

const inOrder = (rows: string[]): string => rows.sort().join('; ');

const rowsOf = (open: readonly HandoffSummary[]): string =>
  inOrder(open.map(({ role, ruleIds, urgency }) => `${role} ${[...new Set(ruleIds)].sort().join(' ')} ${urgency}`));

function modelOf(history: readonly PublishedPlan[], acknowledged: ReadonlyMap<PartnerRole, number>): string {
  const joinedAt = history[0]?.publishedAt ?? new Date(0);
  const { partners } = assessImpact({
    history,
    members: team.map(({ role, partnerId }) => ({
      memberId: role,
      role,
      partnerId,
      engagedFor: [],
      acknowledgedVersion: acknowledged.get(role) ?? 0,
      joinedAt,
      calendar: officeHours,
    })),
    clinicCalendar: officeHours,
    ruleset: currentRuleset,
  });
  return inOrder(
    partners
      .filter(({ memberId }) => memberId !== null)
      .map(
        ({ role, asks, urgency }) =>
          `${role} ${[...new Set(asks.map(({ ruleId }) => ruleId))].sort().join(' ')} ${urgency}`,
      ),
  );
}
