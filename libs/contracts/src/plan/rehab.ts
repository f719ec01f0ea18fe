import { z } from 'zod';
import { date, itemId, shortText } from './fields.js';
import { measures, programElements, rehabDisciplines, restrictionKinds } from './vocabulary.js';

export const restriction = z.strictObject({
  id: itemId,
  kind: z.enum(restrictionKinds),
  kg: z.number().positive().optional(),
  region: shortText.optional(),
  cause: shortText.optional(),
  from: date,
  until: z.union([date, z.literal('until-cleared')]),
});

export const rehab = z.strictObject({
  id: itemId,
  discipline: z.enum(rehabDisciplines),
  diagnosisId: itemId.optional(),
  program: z.array(z.enum(programElements)).default([]),
  dose: z
    .strictObject({
      sessionsPerWeek: z.number().positive().max(14),
      weeks: z.number().int().positive().max(104),
      minutes: z.number().int().positive().max(240).optional(),
      intensity: z.enum(['low', 'moderate', 'high']).optional(),
    })
    .optional(),
  progression: z
    .strictObject({
      measure: z.enum(measures),
      op: z.enum(['gte', 'lte']),
      value: z.number(),
      sessions: z.number().int().positive().optional(),
      stepBackFlareHours: z.number().positive().optional(),
      then: shortText.optional(),
    })
    .optional(),
  restrictions: z.array(restriction).default([]),
  targets: z.array(itemId).default([]),
  status: z.enum(['active', 'held', 'completed', 'stopped']),
  cause: shortText.optional(),
});

export type Restriction = z.infer<typeof restriction>;
export type Rehab = z.infer<typeof rehab>;
