import { z } from 'zod';
import { duration, freeText, instant, itemId, level, override, percent, shortText, side } from './fields.js';
import { procedureTypes } from './vocabulary.js';

export const procedure = z.strictObject({
  id: itemId,
  type: z.enum(procedureTypes),
  intent: z.enum(['diagnostic', 'prognostic', 'therapeutic', 'trial', 'implant']),
  side: side.default('n/a'),
  level: level.default([]),
  region: shortText.optional(),
  approach: z.enum(['interlaminar', 'transforaminal', 'caudal', 'n/a']).default('n/a'),
  /** Injections at a joint: where the drug goes, when that is not the joint itself. */
  tissue: z.enum(['joint', 'tendon']).optional(),
  guidance: z.enum(['fluoroscopy', 'ultrasound', 'ct', 'none']).default('none'),
  steroid: z
    .union([z.literal('none'), z.strictObject({ agent: shortText, mg: z.number().positive() })])
    .default('none'),
  status: z.enum(['planned', 'authorized', 'scheduled', 'done', 'cancelled']),
  scheduledAt: instant.optional(),
  doneAt: instant.optional(),
  /** Transforaminal injections of the neck: whoever does it has done many. */
  operatorConfirmed: z.boolean().optional(),
  /** Stimulator trials: planned days with leads in. */
  trialDays: z.number().int().min(1).max(30).optional(),
  series: z.strictObject({ id: itemId, number: z.number().int().min(1), of: z.number().int().min(1) }).optional(),
  result: z
    .strictObject({
      recordedAt: instant.optional(),
      reliefPercent: percent,
      duration: duration.optional(),
      function: z.enum(['better', 'same', 'worse']).optional(),
      concordant: z.boolean().optional(),
      complication: z
        .enum(['none', 'dural-puncture', 'infection', 'neuritis', 'bleeding', 'vasovagal', 'steroid-effect', 'other'])
        .default('none'),
    })
    .optional(),
  ifBenefit: freeText.optional(),
  ifNoBenefit: freeText.optional(),
  authorizationRequired: z.boolean().default(false),
  /** The diagnosis this procedure is for: rules and slices follow its group. */
  diagnosisId: itemId.optional(),
  override: override.optional(),
});

export type Procedure = z.infer<typeof procedure>;
