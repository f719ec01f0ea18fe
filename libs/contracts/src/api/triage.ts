import { z } from 'zod';
import { instant, partnerId, version } from '../events/shared.js';
import { level, shortText, side } from '../plan/fields.js';
import { deskRole, partnerRole, redFlagKinds, triageUrgency, urgency } from '../plan/vocabulary.js';

/** One thing that somebody reports: what was seen, not yet what it amounts to for this patient. */
export const triageFinding = z.strictObject({
  kind: z.enum(redFlagKinds),
  /** `known`: there before, and unchanged. */
  onset: z.enum(['new', 'known']).default('new'),
  side: side.default('n/a'),
  level: level.default([]),
  region: shortText.optional(),
  neurologicSign: z.boolean().default(false),
  /** Self-harm: the patient speaks of how or when. */
  withPlan: z.boolean().default(false),
  /** Device: signs that a pump's drug is missing. */
  pumpWithdrawal: z.boolean().default(false),
  /** Fever: something is implanted that the plan may not know of. */
  implant: z.boolean().default(false),
  /** The moment of the report when left out. */
  observedAt: instant.optional(),
});
export type TriageFinding = z.infer<typeof triageFinding>;

export const reportRedFlags = z.strictObject({
  redFlags: z.array(triageFinding).min(1).max(20),
  /** What was said, in words: for the patient's timeline and nowhere else. */
  note: z.string().max(4000).optional(),
});
export type ReportRedFlags = z.infer<typeof reportRedFlags>;

export const triageAnswer = z.strictObject({
  urgency: triageUrgency,
  /** What to do now, in words, most urgent first. */
  actions: z.array(z.string()),
  /** The version that puts flags and holds in force; null when none was needed, or all was known already. */
  version: version.nullable(),
  alreadyKnown: z.boolean(),
  /** The flags that the version brought, to clear them by. Empty for a partner. */
  flagIds: z.array(z.string()),
  /** Whom the version concerns. A partner reads of itself only. */
  told: z.array(
    z.strictObject({
      role: z.union([partnerRole, deskRole]),
      /** Null: a desk of the clinic, the patient, or a role that nobody holds yet. */
      partnerId: partnerId.nullable(),
      ruleIds: z.array(z.string()),
      urgency,
      dueAt: instant,
    }),
  ),
});
export type TriageAnswer = z.infer<typeof triageAnswer>;

export const clearRedFlag = z.strictObject({
  finding: shortText,
  /** The cause was found in the urinary tract: urology is asked. */
  urological: z.boolean().default(false),
  /** What became of the imaging that the flag had ordered and that is still open. */
  imaging: z.enum(['resulted', 'cancelled']).default('resulted'),
});
export type ClearRedFlag = z.infer<typeof clearRedFlag>;

/** The form that whoever takes a call fills in. */
export const triageForm = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: z.enum(redFlagKinds),
      /** What counts as it. */
      qualifies: z.string(),
      urgency: triageUrgency,
      /** To be asked in these words. */
      questions: z.array(z.string()),
    }),
  ),
});
export type TriageForm = z.infer<typeof triageForm>;

/** Whether something urgent is under way: all that anybody on the team learns by asking. Neither what, nor who found it. */
export const triageAlert = z.strictObject({
  urgent: z.boolean(),
  text: z.string().nullable(),
  callWhom: z.strictObject({ name: z.string(), number: z.string() }).nullable(),
});
export type TriageAlert = z.infer<typeof triageAlert>;
