import { setTimeout as pause } from 'node:timers/promises';
import type { HandoffSummary, Patient, Plan, Referral, TeamStatus } from '#contracts';
import type { CareCase, CaseDates, CaseStep, Publish } from '../../test/cases/case.ts';
import { RequestFailed, type ApiClient } from '../../test/support/api-client.ts';
import type { Sketch } from './case-sketches.ts';

/**
 * Tells a case through the public API up to the sketch's moment. One that got there stays as it is, whatever people did
 * with it since; one that was interrupted is continued. Returns whether something was told.
 */
export async function seedSketch(api: ApiClient, sketch: Sketch, at: CaseDates): Promise<boolean> {
  const { careCase } = sketch;
  const patient = await findOrRegister(api, { ...careCase.patient, recordNumber: `SEED-${careCase.id}` });
  const reached = patient.planId === null ? 0 : (await planOf(api, patient.planId)).currentVersion;
  if (reached >= sketch.version) return false;

  let planId = patient.planId ?? '';
  for (const step of stepsUntil(sketch)) {
    if (step.kind === 'publish' && step.version === 1 && reached === 0) {
      planId = await createPlan(api, { patientId: patient.id, team: careCase.team, step, at });
    } else if (step.kind === 'publish' && step.version > reached) await publish(api, planId, step, at);
    else if (step.kind === 'acknowledge') await acknowledge(api, planId, step.partner, step.version);
    else if (step.kind === 'complete') await complete(api, planId, step.partner);
  }
  return true;
}

function stepsUntil({ careCase, version, stillOpenFor }: Sketch): CaseStep[] {
  const end = careCase.steps.findIndex((step) => step.kind === 'publish' && step.version > version);
  return careCase.steps
    .slice(0, end === -1 ? undefined : end)
    .filter(
      (step) => !(step.kind === 'acknowledge' && step.version === version && stillOpenFor.includes(step.partner)),
    );
}

async function findOrRegister(api: ApiClient, facts: CareCase['patient']): Promise<Patient> {
  const found = await api.all<Patient>(`/api/patients?query=${encodeURIComponent(facts.recordNumber)}`, 'coordinator');
  const patient = found.find((candidate) => candidate.recordNumber === facts.recordNumber);
  return patient ?? (await api.post<Patient>('/api/patients', 'coordinator', facts));
}

const planOf = (api: ApiClient, planId: string): Promise<Plan> => api.get<Plan>(`/api/plans/${planId}`, 'physician');

/** The directory travels by events, so a partner registered a moment ago may not be known to the plans yet. */
async function createPlan(
  api: ApiClient,
  { patientId, team, step, at }: { patientId: string; team: CareCase['team']; step: Publish; at: CaseDates },
): Promise<string> {
  const body = {
    document: step.document(at),
    reason: step.reason,
    team: team.map(({ role, partner, status }) => ({ role, partnerId: partner, status })),
  };
  const giveUpAt = performance.now() + directoryPatienceMs;
  for (;;) {
    try {
      return (await api.post<Plan>(`/api/patients/${patientId}/plans`, 'physician', body)).id;
    } catch (error) {
      if (!isUnknownPartner(error) || performance.now() > giveUpAt) throw error;
      await pause(retryPauseMs);
    }
  }
}

const directoryPatienceMs = 30_000;
const retryPauseMs = 250;

function isUnknownPartner(error: unknown): boolean {
  if (!(error instanceof RequestFailed) || error.answer.status !== 400) return false;
  const { errors = [] } = error.answer.body as { errors?: { path: string }[] };
  return errors.some(({ path }) => /^team\b.*partnerId$/.test(path));
}

async function publish(api: ApiClient, planId: string, step: Publish, at: CaseDates): Promise<void> {
  const body = { document: step.document(at), reason: step.reason };
  await api.post(`/api/plans/${planId}/versions`, 'physician', body, { 'if-match': `"${step.version - 1}"` });
}

/** Done when the plan's owner knows it too, so that the next version starts from there. */
async function acknowledge(api: ApiClient, planId: string, partnerId: string, version: number): Promise<void> {
  const as = `partner:${partnerId}`;
  const covers = ({ contentVersion, throughVersion }: HandoffSummary): boolean =>
    contentVersion <= version && version <= throughVersion;
  const handoff = await api.until(
    `the handoff of version ${version} for ${partnerId}`,
    async () => (await api.all<HandoffSummary>(`/api/handoffs?plan=${planId}`, as)).find(covers),
    (found) => found !== undefined,
  );
  if (handoff?.status === 'open') await api.post(`/api/handoffs/${handoff.id}/acknowledgement`, as, { version });
  await untilTeam(api, planId, `know that ${partnerId} acknowledged version ${version}`, (members) =>
    members.some((member) => member.partnerId === partnerId && member.acknowledgedVersion >= version),
  );
}

async function complete(api: ApiClient, planId: string, partnerId: string): Promise<void> {
  const as = `partner:${partnerId}`;
  const referral = await api.until(
    `the referral to ${partnerId}`,
    async () => (await api.all<Referral>('/api/referrals', as)).find((item) => item.planId === planId),
    (found) => found !== undefined,
  );
  if (referral?.state === 'sent') await api.post(`/api/referrals/${referral.id}/accept`, as, {});
  if (referral?.state !== 'completed')
    await api.post(`/api/referrals/${referral?.id}/complete`, as, { outcome: 'Done; report sent.' });
  await untilTeam(api, planId, `end for ${partnerId}`, (members) =>
    members.every((member) => member.partnerId !== partnerId || member.status === 'ended'),
  );
}

async function untilTeam(
  api: ApiClient,
  planId: string,
  what: string,
  isReached: (members: TeamStatus['members']) => boolean,
): Promise<void> {
  const read = async () => (await api.get<TeamStatus>(`/api/plans/${planId}/team`, 'coordinator')).members;
  await api.until(`the care team to ${what}`, read, isReached);
}
