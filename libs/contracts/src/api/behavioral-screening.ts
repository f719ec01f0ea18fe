import { z } from 'zod';
import { id, instant } from '../events/shared.js';
import { pageQuery } from './paging.js';

export const screeningInstruments = ['phq-9', 'gad-7', 'isi', 'audit-c'] as const;
export const screeningInstrument = z.enum(screeningInstruments);
export type ScreeningInstrument = z.infer<typeof screeningInstrument>;

export const recordScreening = z.strictObject({
  instrument: screeningInstrument,
  /** One per item, in the order of the questionnaire. How many and how high is the instrument's. */
  answers: z.array(z.number().int()).min(1).max(20),
  /** The moment of the report when left out. */
  takenAt: instant.optional(),
  comment: z.string().max(4000).optional(),
  /** The safety item is positive and the patient speaks of how or when. */
  withPlan: z.boolean().default(false),
});
export type RecordScreening = z.infer<typeof recordScreening>;

export const screeningQuery = pageQuery.extend({ instrument: screeningInstrument.optional() });
export type ScreeningQuery = z.infer<typeof screeningQuery>;

export const screening = z.strictObject({
  id,
  patientId: id,
  instrument: screeningInstrument,
  takenAt: instant,
  recordedAt: instant,
  recordedBy: z.string(),
  score: z.number().int(),
  severity: z.string(),
  /** The safety item is positive: the urgent path is open, and this is what to do meanwhile. Null for a reader of the score alone. */
  urgent: z.array(z.string()).nullable(),
  /** Null for a reader of the score alone. */
  answers: z.array(z.number().int()).nullable(),
  comment: z.string().nullable(),
});
export type Screening = z.infer<typeof screening>;

export const screeningTrend = z.strictObject({
  instrument: screeningInstrument,
  /** `too-early`: measured once. */
  trend: z.enum(['improving', 'not-improving', 'too-early']),
  latestAt: instant,
});
export type ScreeningTrend = z.infer<typeof screeningTrend>;
export const screeningTrends = z.strictObject({ items: z.array(screeningTrend) });
export type ScreeningTrends = z.infer<typeof screeningTrends>;
