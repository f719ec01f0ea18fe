import { z } from 'zod';
import { actor, id, instant, partnerId } from '../events/shared.js';
import { rehab } from '../plan/rehab.js';
import { measures, programElements, rehabDisciplines } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

/** An instruction in force on a given day, derived from the plan's versions; never typed in. */
export const directive = z.strictObject({
  kind: z.enum(['hold', 'restriction', 'dose', 'program', 'procedure-window', 'progression']),
  text: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Of a procedure window: only light work until then. */
  lightUntil: z.string().nullable(),
  /** Of a hold or restriction: the part of the body; null for all of it. */
  region: z.string().nullable(),
  /** It stops all treatment (of its region): a visit under it is asked why. */
  stopsAll: z.boolean(),
  /** Why: for readers inside the clinic. A partner is told of holds without their cause. */
  cause: z.string().nullable(),
  /** It stands since this version, without a break. */
  sinceVersion: z.number().int(),
  /** The treating partner has acknowledged that version; null when nobody treats. */
  acknowledged: z.boolean().nullable(),
});
export type Directive = z.infer<typeof directive>;

export const flarePatterns = ['neuropathic', 'mechanical', 'inflammatory'] as const;
const flare = z.strictObject({
  pattern: z.enum(flarePatterns),
  trigger: z.string().min(1).max(300),
  hours: z.number().positive().max(1000),
});

const measurement = z.strictObject({
  targetId: z.string().max(64),
  measure: z.enum(measures),
  value: z.number(),
  measuredAt: instant,
});

/** Which clinic treated from when until when: one unbroken line, also when the patient was handed over. */
export const therapyClinic = z.strictObject({ partnerId, from: instant, until: instant.nullable() });

export const therapyEpisode = z.strictObject({
  id,
  planId: id,
  patientId: id,
  discipline: z.enum(rehabDisciplines),
  /** Fit for any list, mail or calendar: says nothing of a pelvis. */
  title: z.string(),
  partnerId: partnerId.nullable(),
  state: z.enum(['open', 'held', 'discharged']),
  /** What this reader may do now: the same table that refuses the others. */
  allowed: z.array(z.string()),
  /** The plan version the directives come from. */
  planVersion: z.number().int(),
  /** The version that the treating partner acknowledged. */
  acknowledgedVersion: z.number().int().nullable(),
  prescription: rehab,
  /** Today's, in the clinic's zone. */
  directives: z.array(directive),
  visits: z.number().int(),
  /** All clinics in order for the clinic's own readers; a partner reads its own part. */
  clinics: z.array(therapyClinic),
  /** Flares by pattern, the most frequent first. */
  flares: z.array(
    z.strictObject({
      pattern: z.enum(flarePatterns),
      times: z.number().int(),
      longestHours: z.number(),
      last: z.strictObject({ at: instant, trigger: z.string(), hours: z.number() }),
    }),
  ),
  openedAt: instant,
});
export type TherapyEpisode = z.infer<typeof therapyEpisode>;

export const therapyEpisodeQuery = pageQuery.extend({
  patient: id.optional(),
  plan: id.optional(),
  /** An organization with both disciplines reads its pelvic-floor episodes only by asking for them. */
  discipline: z.enum(rehabDisciplines).optional(),
  on: z.iso.date().optional(),
});
export type TherapyEpisodeQuery = z.infer<typeof therapyEpisodeQuery>;

/** One page to print or to read aloud: what is in force on that day, in the order of weight. */
export const therapyPage = z.strictObject({
  title: z.string(),
  episodeId: id,
  patientId: id,
  partnerId: partnerId.nullable(),
  on: z.iso.date(),
  planVersion: z.number().int(),
  acknowledgedVersion: z.number().int().nullable(),
  /** Null when all of it stands since a version that the partner acknowledged. */
  notice: z.string().nullable(),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      lines: z.array(z.strictObject({ text: z.string(), remark: z.string() })),
    }),
  ),
  printedAt: instant,
});
export type TherapyPage = z.infer<typeof therapyPage>;

export const recordVisit = z.strictObject({
  visitedAt: instant,
  minutes: z.number().int().positive().max(480).optional(),
  /** What was done. */
  done: z.array(z.enum(programElements)).max(20).optional(),
  tolerated: z.enum(['well', 'partly', 'not']).optional(),
  /** The part of the body that was worked on; left out: all of it. */
  region: z.string().min(1).max(200).optional(),
  /** Why a visit took place under a hold of everything: asked for then, and only then needed. */
  reason: z.string().min(1).max(500).optional(),
  note: z.string().max(2000).optional(),
});
export type RecordTherapyVisit = z.infer<typeof recordVisit>;

export const therapyVisit = z.strictObject({
  number: z.number().int(),
  partnerId,
  visitedAt: instant,
  minutes: z.number().int().nullable(),
  done: z.array(z.string()),
  tolerated: z.string().nullable(),
  region: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** The version in force at the visit. */
  planVersion: z.number().int().nullable(),
  /** Holds and restrictions in force at the visit that the partner had not acknowledged: the visit is flagged. */
  unacknowledged: z.array(z.strictObject({ text: z.string(), sinceVersion: z.number().int() })),
  recordedAt: instant,
  by: actor,
});
export type TherapyVisit = z.infer<typeof therapyVisit>;

export const adherences = ['as-prescribed', 'partly', 'hardly'] as const;
export const reportProgress = z.strictObject({
  measurements: z.array(measurement).max(20).default([]),
  flare: flare.optional(),
  concern: z.string().min(1).max(1000).optional(),
  /** Visits since the report before, as the therapist counts them. */
  visitsDone: z.number().int().min(0).max(200).optional(),
  adherence: z.enum(adherences).optional(),
  /** How the patient puts it. Stays in the therapy record. */
  patientWords: z.string().min(1).max(2000).optional(),
});
export type ReportTherapyProgress = z.infer<typeof reportProgress>;

export const therapyReport = z.strictObject({
  id,
  partnerId,
  measurements: z.array(measurement),
  flare: flare.nullable(),
  concern: z.string().nullable(),
  visitsDone: z.number().int().nullable(),
  adherence: z.enum(adherences).nullable(),
  patientWords: z.string().nullable(),
  reportedAt: instant,
  by: actor,
});
export type TherapyReport = z.infer<typeof therapyReport>;

export const therapyOutcomes = [
  'goals-met',
  'partly-met',
  'no-further-gain',
  'patient-stopped',
  'referred-on',
] as const;
/** The summary is whole, or it is none: the loop does not close on half of it. */
export const dischargeEpisode = z.strictObject({
  summary: z.string().min(1).max(4000),
  outcome: z.enum(therapyOutcomes),
  homeProgram: z.string().min(1).max(2000),
  returnWhen: z.string().min(1).max(1000),
  /** Measures at the end, of the targets that this discipline trains. */
  measurements: z.array(measurement).max(20).default([]),
});
export type DischargeTherapyEpisode = z.infer<typeof dischargeEpisode>;

export const therapyDischarge = dischargeEpisode.extend({
  visits: z.number().int(),
  partnerId,
  dischargedAt: instant,
  by: actor,
});
export type TherapyDischarge = z.infer<typeof therapyDischarge>;
