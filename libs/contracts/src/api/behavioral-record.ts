import { z } from 'zod';
import { actor, id, instant, partnerId } from '../events/shared.js';
import { pageQuery } from './paging.js';
import { screeningInstrument, screeningTrend } from './behavioral-screening.js';

export const noteKinds = ['progress', 'part2', 'psychotherapy'] as const;
export const noteKind = z.enum(noteKinds);
export type NoteKind = z.infer<typeof noteKind>;

export const writeNote = z.strictObject({
  kind: noteKind,
  text: z.string().min(1).max(20_000),
  episodeId: id.optional(),
});
export type WriteNote = z.infer<typeof writeNote>;
export const noteSummary = z.strictObject({
  id,
  patientId: id,
  kind: noteKind,
  episodeId: id.nullable(),
  author: z.string(),
  partnerId,
  writtenAt: instant,
});
export type NoteSummary = z.infer<typeof noteSummary>;
export const note = noteSummary.extend({ text: z.string() });
export type Note = z.infer<typeof note>;

/** What a consent may open: how far the care is; how the questionnaires go; records of a substance-use program (42 CFR Part 2). */
export const consentParts = ['status', 'scores', 'part2'] as const;
export const consentPart = z.enum(consentParts);
export type ConsentPart = z.infer<typeof consentPart>;
export const consentStates = ['not-yet', 'granted', 'expired', 'revoked'] as const;

export const giveConsent = z.strictObject({
  recipient: partnerId,
  what: z.array(consentPart).min(1).max(consentParts.length),
  purpose: z.string().min(3).max(500),
  /** Now when left out. */
  from: instant.optional(),
  until: instant,
  /** How the patient gave it; a Part 2 consent is never verbal (42 CFR 2.31). */
  method: z.enum(['written', 'electronic', 'verbal']),
  /** Which wording the patient agreed to. */
  textVersion: z.string().min(1).max(100),
});
export type GiveConsent = z.infer<typeof giveConsent>;
export const consent = z.strictObject({
  id,
  patientId: id,
  recipient: partnerId,
  what: z.array(consentPart),
  purpose: z.string(),
  from: instant,
  until: instant,
  method: giveConsent.shape.method,
  textVersion: z.string(),
  recordedBy: z.string(),
  recordedAt: instant,
  revokedAt: instant.nullable(),
  revokedBy: z.string().nullable(),
  /** At the moment that was asked about; now when none was. */
  state: z.enum(consentStates),
});
export type Consent = z.infer<typeof consent>;
export const consentQuery = z.strictObject({ at: instant.optional() });
export type ConsentQuery = z.infer<typeof consentQuery>;

export const makeRelease = z.strictObject({ consentId: id, what: consentPart });
export type MakeRelease = z.infer<typeof makeRelease>;
export const releaseQuery = pageQuery.extend({ patient: id.optional() });
export type ReleaseQuery = z.infer<typeof releaseQuery>;
export const releaseSummary = z.strictObject({
  id,
  consentId: id,
  patientId: id,
  recipient: partnerId,
  what: consentPart,
  /** `withheld`: whether it may leave could not be said. `ended`: the consent is over, and nobody reads it any more. */
  state: z.enum(['made', 'withheld', 'ended']),
  madeAt: instant,
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;

export const releaseContent = z.strictObject({
  status: z.array(z.string()),
  trends: z.array(screeningTrend),
  /** For the physician alone; another organization reads the trends. */
  scores: z.array(
    z.strictObject({
      instrument: screeningInstrument,
      takenAt: instant,
      score: z.number().int(),
      severity: z.string(),
    }),
  ),
  records: z.array(z.strictObject({ writtenAt: instant, text: z.string() })),
});
export type ReleaseContent = z.infer<typeof releaseContent>;
export const release = releaseSummary.extend({
  /** That these records may not be passed on (42 CFR 2.32). Goes wherever the content goes. */
  notice: z.string(),
  /** The consent that this rests on. */
  scope: consent.pick({ what: true, purpose: true, from: true, until: true }),
  content: releaseContent,
});
export type Release = z.infer<typeof release>;

export const breakGlass = z.strictObject({
  /** Why this treatment cannot wait. */
  reason: z.string().min(10).max(1000),
  /** A medical emergency (42 CFR 2.51): opens Part 2 records, too. */
  emergency: z.boolean().default(false),
});
export type BreakGlass = z.infer<typeof breakGlass>;
export const reviewGlass = z.strictObject({
  verdict: z.enum(['justified', 'not-justified']),
  note: z.string().min(3).max(1000),
});
export type ReviewGlass = z.infer<typeof reviewGlass>;
export const glassQuery = pageQuery.extend({ review: z.enum(['open', 'overdue', 'done']).optional() });
export type GlassQuery = z.infer<typeof glassQuery>;
export const glassBreak = z.strictObject({
  id,
  patientId: id,
  by: actor,
  reason: z.string(),
  emergency: z.boolean(),
  openedAt: instant,
  closesAt: instant,
  /** How many records were opened under it; each stands in the record of access. */
  reads: z.number().int(),
  review: z.strictObject({
    state: z.enum(['open', 'overdue', 'done']),
    dueAt: instant,
    verdict: reviewGlass.shape.verdict.nullable(),
    note: z.string().nullable(),
    by: z.string().nullable(),
    at: instant.nullable(),
  }),
});
export type GlassBreak = z.infer<typeof glassBreak>;

export const accessQuery = pageQuery.extend({ patient: id.optional() });
export type AccessQuery = z.infer<typeof accessQuery>;
/** Who opened what, and what allowed it. Never what it said. */
export const accessEntry = z.strictObject({
  id: z.string(),
  at: instant,
  by: actor,
  patientId: id,
  what: z.enum(['screenings', 'screening', 'note', 'release', 'clearance-reason']),
  recordId: id.nullable(),
  basis: z.string(),
  granted: z.boolean(),
});
export type AccessEntry = z.infer<typeof accessEntry>;

/** Under which keys content is encrypted; never a key. */
export const sealingKeys = z.strictObject({
  current: z.string(),
  records: z.array(z.strictObject({ keyId: z.string(), count: z.number().int() })),
});
export type SealingKeys = z.infer<typeof sealingKeys>;
