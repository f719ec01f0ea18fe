import { z } from 'zod';
import { date, itemId, shortText } from '../plan/fields.js';
import { planDocument } from '../plan/plan-document.js';
import {
  diagnosisGroups,
  dutyDemands,
  measures,
  medicationClasses,
  partnerRole,
  procedureTypes,
  programElements,
  rehabDisciplines,
  stages,
} from '../plan/vocabulary.js';

const words = z.string().min(1).max(400);
const behavioralKinds = ['cbt', 'sleep', 'pain-psychology', 'pre-implant-evaluation', 'screening'] as const;
const lifestyleKinds = ['sleep', 'weight', 'footwear', 'walking-intervals', 'pacing', 'ergonomics', 'smoking'] as const;
const modalities = ['xray', 'mri', 'ct', 'ultrasound', 'bone-scan', 'emg-ncs'] as const;

/** One thing a pathway suggests on a rung; any one of the named kinds answers it. */
export const pathwayItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rehab'),
    discipline: z.enum(rehabDisciplines),
    program: z.array(z.enum(programElements)).min(1),
    text: words,
  }),
  z.strictObject({ kind: z.literal('medication'), anyOf: z.array(z.enum(medicationClasses)).min(1), text: words }),
  z.strictObject({
    kind: z.literal('procedure'),
    anyOf: z.array(z.enum(procedureTypes)).min(1),
    /** How many of them make the step, for example two diagnostic blocks. */
    times: z.number().int().min(1).max(6).default(1),
    text: words,
  }),
  z.strictObject({ kind: z.literal('behavioral'), anyOf: z.array(z.enum(behavioralKinds)).min(1), text: words }),
  z.strictObject({ kind: z.literal('lifestyle'), anyOf: z.array(z.enum(lifestyleKinds)).min(1), text: words }),
  z.strictObject({ kind: z.literal('imaging'), anyOf: z.array(z.enum(modalities)).min(1), text: words }),
  z.strictObject({ kind: z.literal('referral'), role: partnerRole, question: shortText, text: words }),
  z.strictObject({ kind: z.literal('work'), text: words }),
]);
export type PathwayItem = z.infer<typeof pathwayItem>;

export const pathwayTarget = z.strictObject({
  kind: z.enum(['work-goal', 'life-goal', 'function', 'symptom', 'sleep']),
  measure: z.enum(measures),
  trainedBy: partnerRole.optional(),
  reviewEveryWeeks: z.number().int().min(1).max(52).default(4),
});

/** A duty-heavy occupation adds to the pathway of whatever hurts; it is no diagnosis. */
export const overlayGroups = ['athlete-or-heavy-worker'] as const;
export const pathwayGroup = z.enum([...diagnosisGroups, ...overlayGroups]);
export type PathwayGroup = z.infer<typeof pathwayGroup>;

/** What usually helps with one group of diagnoses, rung by rung. It suggests; it never notifies anybody and never imposes. */
export const pathway = z.strictObject({
  group: pathwayGroup,
  name: words,
  /** ICD-10-CM examples; a dash at the end stands for every further character. */
  codes: z.array(z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{0,4})?-?$/)),
  /** Overlays only: the duty demands that call for it. */
  dutyDemands: z.array(z.enum(dutyDemands)).default([]),
  entry: words,
  /** The ladder from below; its order is what matters, so that a stage may come twice. */
  stages: z
    .array(
      z.strictObject({
        stage: z.enum(stages),
        /** A rung that nobody misses when it was left out. */
        optional: z.boolean().default(false),
        items: z.array(pathwayItem),
        /** What comes next when this rung is not enough, in words. */
        nextOptions: z.array(words).min(1),
      }),
    )
    .min(1),
  roles: z.array(partnerRole),
  targets: z.array(pathwayTarget),
  expectedCourse: words,
  plateauFloorWeeks: z.number().int().min(1).max(52).default(4),
  /** Moments at which the course is looked at, counted from onset. */
  checkpoints: z.array(z.strictObject({ weeks: z.number().int().min(1).max(104), text: words })).default([]),
  escalateWhen: z.array(words),
  notIndicated: z
    .array(
      z.strictObject({
        procedures: z.array(z.enum(procedureTypes)).default([]),
        medications: z.array(z.enum(medicationClasses)).default([]),
        program: z.array(z.enum(programElements)).default([]),
        why: words,
      }),
    )
    .default([]),
  origin: z.array(z.string().regex(/^(S\d{1,2}|C\d{0,2}|P)$/)).min(1),
});
export type Pathway = z.infer<typeof pathway>;

export const pathwayList = z.strictObject({ items: z.array(pathway) });

export const pathwaySuggestion = z.strictObject({
  stage: z.enum(stages),
  item: z.discriminatedUnion('kind', [
    ...pathwayItem.options,
    pathwayTarget
      .omit({ kind: true })
      .extend({ kind: z.literal('target'), targetKind: pathwayTarget.shape.kind, text: words }),
  ]),
});
export type PathwaySuggestion = z.infer<typeof pathwaySuggestion>;

/** Something in the plan that the pathway does not hold: said neutrally, refused never. */
export const pathwayDeviation = z.strictObject({
  diagnosisId: itemId.nullable(),
  group: pathwayGroup.nullable(),
  itemId: itemId.nullable(),
  text: z.string(),
});
export type PathwayDeviation = z.infer<typeof pathwayDeviation>;

/** A plan beside the pathway of one of its diagnoses. */
export const pathwayOfDiagnosis = z.strictObject({
  /** Null for an overlay that follows from the occupation. */
  diagnosisId: itemId.nullable(),
  group: pathwayGroup,
  name: z.string(),
  stage: z.enum(stages),
  suggestions: z.array(pathwaySuggestion),
  deviations: z.array(pathwayDeviation),
  nextOptions: z.array(z.string()),
  expectedCourse: z.string(),
  escalateWhen: z.array(z.string()),
  roles: z.array(partnerRole),
  /** `on` is null when the onset has no date. */
  checkpoints: z.array(z.strictObject({ weeks: z.number().int(), text: z.string(), on: date.nullable() })),
});
export type PathwayOfDiagnosis = z.infer<typeof pathwayOfDiagnosis>;

/** Steroids into one region: when the next may be, and how full its year is. */
export const injectionSpacing = z.strictObject({
  region: z.string(),
  /** The latest session, done or booked. */
  last: date,
  /** Earlier ones are refused at booking, unless a reason stands beside them. */
  notBefore: date,
  /** Sessions of the twelve months up to today, and booked ones. */
  sessionsInYear: z.number().int().min(0),
  /** Null where only the distance counts. */
  mostInYear: z.number().int().nullable(),
});
export type InjectionSpacing = z.infer<typeof injectionSpacing>;

export const planPathway = z.strictObject({
  planId: z.uuid(),
  planVersion: z.number().int().min(1),
  diagnoses: z.array(pathwayOfDiagnosis),
  /** What departs from every pathway of this plan. */
  deviations: z.array(pathwayDeviation),
  injections: z.array(injectionSpacing),
});
export type PlanPathway = z.infer<typeof planPathway>;

export const planProposalQuery = z.object({ group: z.enum(diagnosisGroups) });

/** A first plan made of the history packet and a pathway. Nothing is stored: the physician completes and publishes it, or does not. */
export const planProposal = z.strictObject({
  patientId: z.uuid(),
  group: z.enum(diagnosisGroups),
  document: planDocument,
  /** Fields that only the physician can fill, and why. */
  open: z.array(z.strictObject({ path: z.string(), why: z.string() })),
  suggestions: z.array(pathwaySuggestion),
  expectedCourse: z.string(),
});
export type PlanProposal = z.infer<typeof planProposal>;
