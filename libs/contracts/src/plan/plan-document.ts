import { z } from 'zod';
import { date, freeText, instant, itemId, level, shortText, side, unit } from './fields.js';
import { medication } from './medication.js';
import { procedure } from './procedure.js';
import { rehab } from './rehab.js';
import {
  diagnosisGroups,
  dutyDemands,
  measures,
  painGenerators,
  partnerRole,
  planStatuses,
  redFlagKinds,
  sliceName,
  stages,
  urgencies,
} from './vocabulary.js';

const holdDecision = z.strictObject({
  procedureId: itemId,
  decision: z.enum(['continue', 'hold', 'bridge', 'procedure-unsafe']),
  from: date.optional(),
  until: date.optional(),
  decidedBy: shortText,
  decidedAt: instant,
});

const goal = z.strictObject({ text: freeText, targetId: itemId.optional() });

export const patientContext = z.strictObject({
  age: z.number().int().min(0).max(130).optional(),
  occupation: shortText.optional(),
  dutyDemands: z.array(z.enum(dutyDemands)).default([]),
  workGoal: goal.optional(),
  lifeGoal: goal.optional(),
  allergies: z
    .strictObject({
      state: z.enum(['known', 'none-known', 'not-recorded', 'unavailable']),
      items: z
        .array(
          z.strictObject({
            kind: z.enum(['drug', 'latex', 'contrast', 'antiseptic', 'local-anesthetic']),
            text: shortText,
          }),
        )
        .default([]),
    })
    .default({ state: 'not-recorded', items: [] }),
  anticoagulation: z
    .strictObject({
      class: z.enum(['none', 'warfarin', 'doac', 'p2y12', 'aspirin-only', 'heparin', 'other', 'not-recorded']),
      prescriber: shortText.optional(),
      holdDecisions: z.array(holdDecision).default([]),
    })
    .default({ class: 'not-recorded', holdDecisions: [] }),
  diabetes: z
    .strictObject({ value: z.enum(['no', 'yes', 'not-recorded']), insulin: z.boolean().optional() })
    .default({ value: 'not-recorded' }),
  pregnancy: z.enum(['no', 'yes', 'possible', 'not-applicable', 'not-recorded']).default('not-recorded'),
  renalCaution: z.boolean().default(false),
  hepaticCaution: z.boolean().default(false),
  giBleedRisk: z.boolean().default(false),
  cautionNote: freeText.optional(),
  implantedDevices: z
    .array(
      z.strictObject({
        id: itemId,
        kind: z.enum(['scs', 'drg', 'intrathecal-pump', 'pacemaker', 'other']),
        region: shortText,
        mriConditions: z.enum(['safe', 'conditional', 'unsafe', 'unknown']),
        mriText: freeText.optional(),
      }),
    )
    .default([]),
  plannedSurgery: z.array(z.strictObject({ id: itemId, region: shortText, date: date.optional() })).default([]),
  cancerHistory: z
    .strictObject({ value: z.enum(['none', 'past', 'active', 'not-recorded']), site: shortText.optional() })
    .default({ value: 'not-recorded' }),
  riskFlags: z.array(z.enum(['age-65-plus', 'sleep-apnea', 'benzodiazepine', 'falls'])).default([]),
});

export const diagnosis = z.strictObject({
  id: itemId,
  code: z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'an ICD-10-CM code such as M54.17'),
  group: z.enum(diagnosisGroups).optional(),
  text: shortText.optional(),
  side: side.default('n/a'),
  level: level.default([]),
  region: shortText.optional(),
  status: z.enum(['suspected', 'confirmed', 'resolved', 'ruled-out']),
  generator: z.enum(painGenerators).optional(),
  evidence: z
    .array(
      z.strictObject({
        kind: z.enum(['history', 'exam', 'imaging', 'nerve-study', 'diagnostic-block']),
        text: freeText.optional(),
        concordance: z.enum(['concordant', 'discordant']).optional(),
      }),
    )
    .default([]),
  onset: z.union([date, z.literal('gradual')]).optional(),
  structuralRisk: z
    .strictObject({
      value: z.enum(['none', 'possible', 'unstable', 'stable-cleared']),
      region: shortText.optional(),
      limits: shortText.optional(),
      decidedBy: shortText.optional(),
    })
    .optional(),
  /** Pelvic pain only: which organ systems the history points to. */
  history: z.enum(['gynecological', 'urological', 'both', 'neither', 'unknown']).optional(),
  /** The question put to the partners who are asked to evaluate. */
  question: shortText.optional(),
});

export const redFlag = z.strictObject({
  id: itemId,
  kind: z.enum(redFlagKinds),
  observedAt: instant,
  onset: z.enum(['new', 'known']).default('new'),
  side: side.default('n/a'),
  level: level.default([]),
  region: shortText.optional(),
  neurologicSign: z.boolean().default(false),
  /** What was found makes an emergency of a kind that is not always one, for example fever with an implant. */
  emergency: z.boolean().optional(),
  status: z.enum(['active', 'cleared']),
  clearedBy: shortText.optional(),
  clearedAt: instant.optional(),
  finding: shortText.optional(),
  /** The review found the cause in the urinary tract. */
  urological: z.boolean().optional(),
});

export const deficit = z.strictObject({
  id: itemId,
  kind: z.enum(['motor', 'sensory']),
  text: shortText,
  side,
  progression: z.enum(['stable', 'progressive', 'improving']),
  observedAt: instant,
});

/** Never scores, never notes: those stay with behavioral health. */
export const behavioral = z.strictObject({
  id: itemId,
  kind: z.enum(['cbt', 'sleep', 'pain-psychology', 'pre-implant-evaluation', 'screening']),
  status: z.enum(['requested', 'engaged', 'completed', 'stopped']),
  clearance: z.enum(['pending', 'cleared', 'not-cleared']).optional(),
  targets: z.array(itemId).default([]),
});

export const lifestyle = z.strictObject({
  id: itemId,
  kind: z.enum(['sleep', 'weight', 'footwear', 'walking-intervals', 'pacing', 'ergonomics', 'smoking']),
  text: freeText.optional(),
  status: z.enum(['active', 'completed', 'stopped']).default('active'),
});

export const imaging = z.strictObject({
  id: itemId,
  modality: z.enum(['xray', 'mri', 'ct', 'ultrasound', 'bone-scan', 'emg-ncs']),
  region: shortText,
  side: side.default('n/a'),
  reason: shortText,
  urgency: z.enum(urgencies).default('routine'),
  by: date.optional(),
  contrast: z.boolean().default(false),
  networkRequired: z.boolean().default(false),
  site: shortText.optional(),
  status: z.enum(['ordered', 'scheduled', 'resulted', 'cancelled']),
  scheduledAt: instant.optional(),
  /** The diagnosis the study is about. */
  diagnosisId: itemId.optional(),
  changesDiagnosis: z.boolean().default(false),
  incidentalFinding: z.boolean().default(false),
  summary: freeText.optional(),
});

export const referralNeeded = z.strictObject({
  id: itemId,
  role: partnerRole,
  question: shortText,
  urgency: z.enum(urgencies).default('routine'),
  requiredByPayer: z.boolean().default(false),
});

export const work = z.strictObject({
  status: z.enum(['full', 'modified', 'off', 'not-working']),
  restrictions: z.array(shortText).default([]),
  returnDate: date.optional(),
});

export const target = z.strictObject({
  id: itemId,
  kind: z.enum(['work-goal', 'life-goal', 'function', 'symptom', 'sleep']),
  measure: z.enum(measures),
  /** Required for the measure `own`: what is counted, in the patient's words. */
  label: shortText.optional(),
  baseline: z.number(),
  baselineDate: date.optional(),
  target: z.number(),
  unit: unit.optional(),
  direction: z.enum(['up', 'down']).optional(),
  due: date.optional(),
  reviewEveryWeeks: z.number().int().min(1).max(52).default(4),
  trainedBy: partnerRole.optional(),
  status: z.enum(['open', 'met', 'abandoned']),
});

export const safetyNet = z.strictObject({
  watchFor: z.array(shortText).default([]),
  callWhom: z.strictObject({ name: shortText, number: shortText, hours: shortText.optional() }).optional(),
  instructions: freeText.optional(),
});

/**
 * The plan as its author states it: one patient, one version. Every list item carries a stable id.
 * Free text (`text`, `notes`, `instructions`, `summary`, `ifBenefit`, `ifNoBenefit`, goal wording) is silent:
 * a change of it alone concerns nobody.
 */
export const planDocument = z.strictObject({
  status: z.enum(planStatuses).default('active'),
  statusReason: shortText.optional(),
  owner: shortText.optional(),
  stage: z
    .strictObject({ value: z.enum(stages), since: date.optional(), reason: shortText.optional() })
    .default({ value: 'conservative' }),
  patientContext: patientContext.prefault({}),
  diagnoses: z.array(diagnosis).max(60).default([]),
  redFlags: z.array(redFlag).max(40).default([]),
  deficits: z.array(deficit).max(40).default([]),
  medications: z.array(medication).max(80).default([]),
  procedures: z.array(procedure).max(80).default([]),
  rehab: z.array(rehab).max(20).default([]),
  behavioral: z.array(behavioral).max(20).default([]),
  lifestyle: z.array(lifestyle).max(20).default([]),
  imaging: z.array(imaging).max(60).default([]),
  referralsNeeded: z.array(referralNeeded).max(30).default([]),
  work: work.optional(),
  targets: z.array(target).max(30).default([]),
  safetyNet: safetyNet.prefault({}),
  reviewDate: date.optional(),
  notes: freeText.optional(),
});

/** A complete, parsed plan: every list is there. */
export type PlanDocument = z.infer<typeof planDocument>;
/** What an author sends: lists and defaults may be left out. */
export type PlanDocumentInput = z.input<typeof planDocument>;
export type Diagnosis = z.infer<typeof diagnosis>;
export type RedFlag = z.infer<typeof redFlag>;
export type Behavioral = z.infer<typeof behavioral>;
export type Imaging = z.infer<typeof imaging>;
export type Target = z.infer<typeof target>;

/** Version 0: the plan before anything was said. */
export const emptyPlan: PlanDocument = planDocument.parse({});

/**
 * The part of a plan that leaves for one role, computed by rule and stored with the handoff.
 * Keys are slice names; values hold only fields that slice allows.
 */
export const planSlice = z.partialRecord(sliceName, z.record(z.string(), z.unknown()));
export type PlanSlice = z.infer<typeof planSlice>;
