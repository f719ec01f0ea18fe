import { z } from 'zod';
import { actor, id, instant, partnerId, teamMember, version } from '../events/shared.js';
import { planChange } from '../plan/change.js';
import { planImpact } from '../plan/impact.js';
import { planDocument } from '../plan/plan-document.js';
import { partnerRole } from '../plan/vocabulary.js';
import { pathwayDeviation } from './pathway.js';

const reason = z.string().min(1).max(500);

export const teamMemberInput = z.strictObject({
  role: partnerRole,
  partnerId,
  status: z.enum(['proposed', 'active']).default('active'),
  engagedFor: z.array(z.string().max(64)).max(60).default([]),
});
export type TeamMemberInput = z.infer<typeof teamMemberInput>;

export const createPlan = z.strictObject({
  document: planDocument,
  team: z.array(teamMemberInput).max(20).default([]),
  reason: reason.default('First version'),
});
export type CreatePlan = z.infer<typeof createPlan>;

export const saveDraft = z.strictObject({ document: planDocument, basedOn: version });
export type SaveDraft = z.infer<typeof saveDraft>;
export const planDraft = z.strictObject({ planId: id, document: planDocument, basedOn: version, savedAt: instant });
export type PlanDraft = z.infer<typeof planDraft>;

export const previewVersion = z.strictObject({ document: planDocument });
export const publishVersion = z.strictObject({
  document: planDocument,
  reason,
  /** The digest of a preview: publishing is refused when something else would be sent now. */
  digest: z.string().max(128).optional(),
});
export type PublishVersion = z.infer<typeof publishVersion>;

/** What publishing means, before and after: the same shape from the same function. */
export const versionImpact = z.strictObject({
  changes: z.array(planChange),
  impacts: planImpact.shape.partners,
  desks: planImpact.shape.desks,
  unaffected: planImpact.shape.unaffected,
  /** What departs from the pathways of the plan: for the physician to see, told to nobody, blocking nothing. */
  deviations: z.array(pathwayDeviation),
  rulesetVersion: z.string(),
  /** Equal digests mean: exactly the same would be sent. */
  digest: z.string(),
});
export type VersionImpact = z.infer<typeof versionImpact>;

const conflictSide = z.strictObject({
  /** The item or field as this side has it; null when this side removed it. */
  item: z.unknown().nullable(),
  /** What this side changed, in clinical words. */
  texts: z.array(z.string()),
});
/** What a refusal with 409 says besides, when somebody published since the version this work is based on. */
export const publishConflict = z.object({
  currentVersion: version,
  /** What was published since, and what this work changes, both against the version it is based on. */
  theirs: z.array(planChange),
  yours: z.array(planChange),
  /** Items that both sides changed, each in its way: somebody must choose. `itemPath` reads `rehab[r1]` or `work`. */
  conflicts: z.array(z.strictObject({ itemPath: z.string(), theirs: conflictSide, yours: conflictSide })),
  /** This work upon the current version, ready to be previewed; null while something must be chosen. */
  rebased: planDocument.nullable(),
  /** The same as far as it goes by itself; where something must be chosen, it is theirs. */
  partlyRebased: planDocument,
});
export type PublishConflict = z.infer<typeof publishConflict>;

export const publishedVersion = versionImpact.extend({
  planId: id,
  patientId: id,
  version: version.min(1),
  publishedAt: instant,
});
export type PublishedVersion = z.infer<typeof publishedVersion>;

/** Who was told of a version and who was left alone, once the rules were through with it. */
export const versionRouting = z.strictObject({
  assessedAt: instant,
  told: z.array(
    z.strictObject({ handoffId: id, role: partnerRole, partnerId: partnerId.nullable(), ruleIds: z.array(z.string()) }),
  ),
  unaffected: z.array(z.strictObject({ role: partnerRole, partnerId, why: z.string() })),
});
export type VersionRouting = z.infer<typeof versionRouting>;

/** A version should never have existed: why, who says so, and which version puts things right. */
export const enteredInError = z.strictObject({
  reason: z.string(),
  by: actor,
  markedAt: instant,
  correctedBy: version,
});
export const markEnteredInError = z.strictObject({ reason });
export type MarkEnteredInError = z.infer<typeof markEnteredInError>;

export const planVersion = z.strictObject({
  planId: id,
  version: version.min(1),
  document: planDocument,
  changes: z.array(planChange),
  reason: z.string(),
  author: actor,
  publishedAt: instant,
  /** Null while the version is on its way to the team. */
  routing: versionRouting.nullable(),
  enteredInError: enteredInError.nullable(),
});
export type PlanVersion = z.infer<typeof planVersion>;

export const plan = z.strictObject({
  id,
  patientId: id,
  currentVersion: version.min(1),
  document: planDocument,
  team: z.array(teamMember),
  publishedAt: instant,
});
export type Plan = z.infer<typeof plan>;

/** A patient's new plan, and what its first version sent. */
export const createdPlan = plan.extend({ ...versionImpact.shape, version: version.min(1) });
export type CreatedPlan = z.infer<typeof createdPlan>;

export const diffQuery = z.strictObject({
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(0),
  role: partnerRole.optional(),
});
export const planDiff = z.strictObject({ from: version, to: version, changes: z.array(planChange) });

/** The acknowledged-version ledger: who on the team works from which version. */
export const teamStatusEntry = z.strictObject({
  memberId: id,
  role: partnerRole,
  partnerId,
  partnerName: z.string(),
  status: z.enum(['proposed', 'active', 'ended']),
  acknowledgedVersion: version,
  /**
   * `current`: acknowledged, and nothing since concerns them. `unaffected`: nothing ever concerned them since.
   * `stale`: something that concerns them changed after the version they acknowledged. `contested`: they answered that they cannot by
   * then, or that it would harm; the author owes a version or a reply.
   */
  state: z.enum(['current', 'unaffected', 'stale', 'contested', 'not-on-plan']),
  /** How many published versions after the acknowledged one concern them; 0 when not stale. */
  behind: z.number().int().min(0),
  staleSince: instant.nullable(),
  contest: z
    .strictObject({
      kind: z.enum(['cannot-by-then', 'contraindicated']),
      reason: z.string(),
      possibleFrom: z.iso.date().nullable(),
      answerBy: instant,
    })
    .nullable(),
  openHandoffId: id.nullable(),
  referralState: z.string().nullable(),
  concern: z.string().nullable(),
  lastHeardAt: instant.nullable(),
});
export type TeamStatusEntry = z.infer<typeof teamStatusEntry>;

export const teamStatus = z.strictObject({
  planId: id,
  patientId: id,
  currentVersion: version.min(1),
  members: z.array(teamStatusEntry),
  /** Roles that something asks for and that nobody holds. */
  unassigned: z.array(z.strictObject({ role: partnerRole, handoffId: id, urgency: z.string(), dueAt: instant })),
});
export type TeamStatus = z.infer<typeof teamStatus>;

export const putTeamMember = z.strictObject({
  partnerId,
  status: z.enum(['proposed', 'active']).default('active'),
  engagedFor: z.array(z.string().max(64)).max(60).default([]),
});
export type PutTeamMember = z.infer<typeof putTeamMember>;

export const recordMeasurement = z.strictObject({
  value: z.number(),
  measuredAt: instant,
  source: z.enum(['clinic', 'partner', 'patient']).default('clinic'),
});
export type RecordMeasurement = z.infer<typeof recordMeasurement>;

export const targetTrend = z.strictObject({
  planId: id,
  targetId: z.string(),
  measure: z.string(),
  baseline: z.number(),
  target: z.number(),
  measurements: z.array(z.strictObject({ value: z.number(), measuredAt: instant, source: z.string() })),
  measureName: z.string(),
  /** UCUM; null when nobody stated one. */
  unit: z.string().nullable(),
  better: z.enum(['up', 'down']),
  /** The smallest change that counts, in the unit. */
  worth: z.number(),
  progress: z.enum(['met', 'improving', 'no-clear-change', 'worsening', 'plateau', 'overdue']),
  watchStartedAt: instant,
  /** No plateau is seen before this day. */
  floorUntil: z.iso.date(),
  /** The day on which a value was due that did not come. */
  overdueSince: z.iso.date().nullable(),
});
export type TargetTrend = z.infer<typeof targetTrend>;

/** One line of a physician's list: is the team together, does the plan help, what comes next. */
export const planOverview = z.strictObject({
  planId: id,
  patient: z.strictObject({ id, name: z.string(), recordNumber: z.string(), birthDate: z.iso.date() }),
  version: version.min(1),
  publishedAt: instant,
  status: z.enum(['active', 'on-hold', 'completed', 'revoked']),
  /** Of the active members; `unassigned` are roles that nobody holds. */
  team: z.strictObject({
    active: z.number().int(),
    together: z.number().int(),
    contested: z.number().int(),
    unassigned: z.number().int(),
  }),
  /** The target that wants a look first; null when the plan has none. */
  target: targetTrend
    .pick({ targetId: true, measureName: true, unit: true, baseline: true, target: true, better: true, progress: true })
    .extend({ values: z.array(z.number()), lastAt: instant.nullable() })
    .nullable(),
  /** The first moment that the plan waits for. */
  next: z.strictObject({ kind: z.string(), dueAt: instant }).nullable(),
});
export type PlanOverview = z.infer<typeof planOverview>;
