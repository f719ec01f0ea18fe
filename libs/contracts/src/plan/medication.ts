import { z } from 'zod';
import { coded, date, itemId, shortText, unit } from './fields.js';
import { medicationClasses } from './vocabulary.js';

const doseStep = z.strictObject({ date, dose: z.number().min(0) });

export const stewardship = z.strictObject({
  functionalGoal: itemId.optional(),
  riskAssessedAt: date.optional(),
  riskLevel: z.enum(['low', 'moderate', 'high']).optional(),
  monitoringIntervalDays: z.number().int().min(1).max(90).optional(),
  naloxoneEducationAt: date.optional(),
  naloxoneSupplied: z.boolean().optional(),
  interactingSedatives: z.array(shortText).default([]),
  monitoringProgramCheckedAt: date.optional(),
  taper: z
    .strictObject({
      state: z.enum(['none', 'planned', 'running', 'done']),
      steps: z.array(doseStep).default([]),
      reason: shortText.optional(),
    })
    .default({ state: 'none', steps: [] }),
  mmePerDay: z.number().min(0).optional(),
  /** Who goes on prescribing when the plan ends and the opioid does not. */
  prescriber: shortText.optional(),
  context: z.enum(['post-operative', 'acute-injury', 'cancer', 'chronic-non-cancer', 'palliative']),
});

export const medication = z.strictObject({
  id: itemId,
  ingredient: coded,
  class: z.enum(medicationClasses),
  dose: z.number().min(0).optional(),
  unit: unit.optional(),
  route: z.enum(['oral', 'topical', 'patch', 'injection', 'intrathecal', 'nasal']).default('oral'),
  frequency: shortText.optional(),
  status: z.enum(['active', 'titrating', 'tapering', 'stopped']),
  startedOn: date.optional(),
  until: date.optional(),
  steps: z.array(doseStep).default([]),
  judgedBy: z.array(itemId).default([]),
  monitoring: z
    .array(
      z.strictObject({
        what: z.enum(['creatinine', 'liver', 'blood-count', 'sodium', 'ecg', 'blood-pressure', 'sedation', 'glucose']),
        nextDue: date.optional(),
      }),
    )
    .default([]),
  stopReason: z
    .strictObject({
      kind: z.enum([
        'completed',
        'ineffective',
        'side-effect',
        'interaction',
        'patient-choice',
        'replaced-by',
        'not-stated',
      ]),
      effect: shortText.optional(),
      replacedBy: itemId.optional(),
    })
    .optional(),
  stewardship: stewardship.optional(),
});

export type Medication = z.infer<typeof medication>;
