import { z } from 'zod';
import { askCode, deskRole, partnerRole, sliceName, urgency } from './vocabulary.js';

const instant = z.iso.datetime({ offset: true });

/** One thing asked of one role, and why: the outcome of one rule for one change. */
export const ask = z.strictObject({
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  /** What the rule fired on; null when it fired on the plan as a whole. */
  itemId: z.string().nullable(),
  code: askCode,
  /** What to do. */
  text: z.string(),
  /** Why, with the facts of this patient that this role may know. */
  reason: z.string(),
  urgency,
  /** Answer by. */
  dueAt: instant,
  /** Work finished by. */
  doBy: instant.nullable(),
  /** When the instruction itself is in force. */
  effective: z.strictObject({ from: z.string().nullable(), until: z.string().nullable() }).nullable(),
  slice: z.array(sliceName),
  /** Plan version that brought this ask in its present form. */
  sinceVersion: z.number().int(),
  /** Equal fingerprints mean: the same ask, so its due stays. */
  fingerprint: z.string(),
});
export type Ask = z.infer<typeof ask>;

/** Everything one partner role is asked because of the distance between two versions. */
export const partnerImpact = z.strictObject({
  role: partnerRole,
  /** Null: nobody holds the role and the rule wants somebody chosen. */
  memberId: z.string().nullable(),
  partnerId: z.string().nullable(),
  /** The version this member works from. */
  fromVersion: z.number().int(),
  toVersion: z.number().int(),
  urgency,
  dueAt: instant,
  asks: z.array(ask).min(1),
});
export type PartnerImpact = z.infer<typeof partnerImpact>;

/** A work item for a desk inside the clinic, or an instruction for the patient. */
export const deskImpact = z.strictObject({
  desk: deskRole,
  urgency,
  dueAt: instant,
  asks: z.array(ask).min(1),
});
export type DeskImpact = z.infer<typeof deskImpact>;

/** What publishing would send, or did send: the same shape for preview and publish. */
export const planImpact = z.strictObject({
  rulesetVersion: z.string(),
  partners: z.array(partnerImpact),
  desks: z.array(deskImpact),
  /** Members whom this version does not concern; they stay current without being asked. */
  unaffected: z.array(
    z.strictObject({ role: partnerRole, memberId: z.string(), partnerId: z.string(), why: z.string() }),
  ),
});
export type PlanImpact = z.infer<typeof planImpact>;
