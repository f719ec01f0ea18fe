import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { rehab } from '../plan/rehab.js';
import { measures, rehabDisciplines } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

/** An instruction in force on a given day, derived from the plan version; never typed in. */
export const directive = z.strictObject({
  kind: z.enum(['hold', 'restriction', 'procedure-window', 'progression']),
  text: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
});
export type Directive = z.infer<typeof directive>;

export const therapyEpisode = z.strictObject({
  id,
  planId: id,
  patientId: id,
  discipline: z.enum(rehabDisciplines),
  partnerId: partnerId.nullable(),
  state: z.enum(['open', 'held', 'discharged']),
  /** The plan version the directives come from. */
  planVersion: z.number().int(),
  prescription: rehab,
  /** Today's, in the clinic's zone. */
  directives: z.array(directive),
  visits: z.number().int(),
  openedAt: instant,
});
export type TherapyEpisode = z.infer<typeof therapyEpisode>;

export const therapyEpisodeQuery = pageQuery.extend({
  patient: id.optional(),
  plan: id.optional(),
  on: z.iso.date().optional(),
});
export type TherapyEpisodeQuery = z.infer<typeof therapyEpisodeQuery>;

export const recordVisit = z.strictObject({ visitedAt: instant, note: z.string().max(2000).optional() });
export type RecordTherapyVisit = z.infer<typeof recordVisit>;
export const reportProgress = z.strictObject({
  measurements: z
    .array(
      z.strictObject({
        targetId: z.string().max(64),
        measure: z.enum(measures),
        value: z.number(),
        measuredAt: instant,
      }),
    )
    .max(20)
    .default([]),
  flare: z
    .strictObject({
      pattern: z.enum(['neuropathic', 'mechanical', 'inflammatory']),
      trigger: z.string().min(1).max(300),
      hours: z.number().positive().max(1000),
    })
    .optional(),
  concern: z.string().min(1).max(1000).optional(),
});
export type ReportTherapyProgress = z.infer<typeof reportProgress>;
export const dischargeEpisode = z.strictObject({ summary: z.string().min(1).max(4000) });
export type DischargeTherapyEpisode = z.infer<typeof dischargeEpisode>;
