import { z } from 'zod';
import { id, instant, partnerId, version } from '../events/shared.js';
import { urgency } from '../plan/vocabulary.js';

export const tryRule = z.strictObject({
  /** The whole rule as it would stand in the rules' files; with the id of a running one it takes its place. */
  rule: z.record(z.string(), z.unknown()),
  /** How far back published versions are looked at. */
  days: z.number().int().min(1).max(365).default(90),
});
export type TryRule = z.infer<typeof tryRule>;

/** What one rule says to somebody. The sentences hold facts of a patient: null for readers who may not read plans. */
const trialAsk = z.strictObject({
  urgency,
  dueAt: instant,
  reason: z.string().nullable(),
  text: z.string().nullable(),
});

/** An ask that the rule as it would be sends and the running rules do not, or the other way round, or otherwise. */
const trialExample = z.strictObject({
  kind: z.enum(['more', 'fewer', 'changed']),
  ruleId: z.string(),
  /** A partner's role, or a desk of the clinic. */
  to: z.string(),
  partnerId: partnerId.nullable(),
  /** Of whom, and what: null for readers who may not read plans. */
  planId: id.nullable(),
  patientId: id.nullable(),
  version: version.nullable(),
  publishedAt: instant,
  running: trialAsk.nullable(),
  tried: trialAsk.nullable(),
});
export type RuleTrialExample = z.infer<typeof trialExample>;

export const ruleTrial = z.strictObject({
  ruleId: z.string(),
  /** No running rule has this id. */
  isNew: z.boolean(),
  rulesetVersion: z.string(),
  /** False for a rule about an event: it is no plan's change that makes it speak, so only its own examples are played. */
  isAboutChanges: z.boolean(),
  since: instant,
  /** Published versions that both sets of rules were applied to, newest first. */
  versions: z.number().int(),
  /** Older ones since then that were left out: more than can be looked at in one go. */
  leftOut: z.number().int(),
  more: z.number().int(),
  fewer: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Of the rule's own examples, those that do not hold. */
  brokenExamples: z.array(z.strictObject({ number: z.number().int(), faults: z.array(z.string()) })),
  examples: z.array(trialExample).max(50),
});
export type RuleTrial = z.infer<typeof ruleTrial>;
