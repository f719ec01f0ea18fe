import { z } from 'zod';
import { id, instant } from '../events/shared.js';
import { pageQuery } from './paging.js';

/** Status only; notes and scores have no field here. */
export const behavioralEpisode = z.strictObject({
  id,
  planId: id,
  patientId: id,
  kind: z.enum(['cbt', 'sleep', 'pain-psychology', 'pre-implant-evaluation', 'screening']),
  state: z.enum(['requested', 'engaged', 'completed', 'stopped']),
  clearance: z.enum(['pending', 'cleared', 'not-cleared']).nullable(),
  allowed: z.array(z.string()),
  requestedAt: instant,
  changedAt: instant,
});
export type BehavioralEpisode = z.infer<typeof behavioralEpisode>;
export const behavioralEpisodeQuery = pageQuery.extend({ patient: id.optional(), plan: id.optional() });
export type BehavioralEpisodeQuery = z.infer<typeof behavioralEpisodeQuery>;
export const behavioralEpisodeMove = z.strictObject({
  clearance: z.enum(['cleared', 'not-cleared']).optional(),
  /** Why not cleared: kept encrypted, read by the treating organization and by physicians, told to nobody else. */
  reason: z.string().min(1).max(4000).optional(),
});
export type BehavioralEpisodeMove = z.infer<typeof behavioralEpisodeMove>;

export const clearanceReason = z.strictObject({ episodeId: id, patientId: id, reason: z.string() });
export type ClearanceReason = z.infer<typeof clearanceReason>;
