import { z } from 'zod';
import { actor, id, instant, partnerId } from '../events/shared.js';
import { rehabDisciplines } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

/** Loops of therapy that end only with an answer: another dose, and what a payer asks of a course. */
export const requestDoseChange = z.strictObject({
  proposal: z
    .strictObject({
      sessionsPerWeek: z.number().positive().max(14).optional(),
      minutes: z.number().int().positive().max(240).optional(),
      intensity: z.enum(['low', 'moderate', 'high']).optional(),
      progression: z.string().min(1).max(300).optional(),
    })
    .refine((proposal) => Object.keys(proposal).length > 0, 'name at least one of its fields'),
  reason: z.string().min(1).max(1000),
});
export type RequestDoseChange = z.infer<typeof requestDoseChange>;

export const doseChange = z.strictObject({
  id,
  episodeId: id,
  planId: id,
  patientId: id,
  partnerId,
  title: z.string(),
  proposal: z.string(),
  reason: z.string(),
  state: z.enum(['open', 'answered', 'course-ended']),
  requestedAt: instant,
  by: actor,
  /** By a version, by a reply, or null while it waits. */
  answer: z
    .strictObject({
      version: z.number().int().nullable(),
      reply: z.string().nullable(),
      at: instant,
      by: actor.nullable(),
    })
    .nullable(),
});
export type DoseChange = z.infer<typeof doseChange>;

export const doseChangeQuery = pageQuery.extend({
  episode: id.optional(),
  plan: id.optional(),
  discipline: z.enum(rehabDisciplines).optional(),
  state: z.enum(['open', 'answered', 'course-ended']).optional(),
});
export type DoseChangeQuery = z.infer<typeof doseChangeQuery>;

export const replyToDoseChange = z.strictObject({ reply: z.string().min(1).max(1000) });
export type ReplyToDoseChange = z.infer<typeof replyToDoseChange>;

export const certifyPlanOfCare = z.strictObject({
  kind: z.enum(['signed', 'transmitted']),
  on: z.iso.date(),
  /** Where the physician certified for less than the longest period. */
  until: z.iso.date().optional(),
});
export type CertifyPlanOfCare = z.infer<typeof certifyPlanOfCare>;

export const therapyDueKinds = ['certification', 'recertification', 'progress-report', 'discharge-summary'] as const;
export const therapyDue = z.strictObject({
  episodeId: id,
  planId: id,
  patientId: id,
  partnerId,
  title: z.string(),
  kind: z.enum(therapyDueKinds),
  state: z.enum(['upcoming', 'overdue']),
  /** Its last day; null for a progress report whose treatment days have not all taken place. */
  dueOn: z.iso.date().nullable(),
  treatmentDaysLeft: z.number().int().nullable(),
  /** Whose rule this is, and as of when it was read so. */
  source: z.string(),
  asOf: z.iso.date().nullable(),
});
export type TherapyDue = z.infer<typeof therapyDue>;

export const therapyDueQuery = pageQuery.extend({
  discipline: z.enum(rehabDisciplines).optional(),
  plan: id.optional(),
});
export type TherapyDueQuery = z.infer<typeof therapyDueQuery>;
