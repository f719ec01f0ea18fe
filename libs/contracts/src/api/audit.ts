import { z } from 'zod';
import { instant } from '../events/shared.js';
import { pageQuery } from './paging.js';

/** Why somebody looks, as the request says it (`X-Purpose`) or as goes with the role. */
export const auditPurposes = ['treatment', 'coordination', 'operations', 'audit'] as const;
export type AuditPurpose = (typeof auditPurposes)[number];

/** Answered, refused (any 4xx), or failed (any 5xx). */
export const auditOutcomes = ['allowed', 'refused', 'failed'] as const;

/** One request that read or wrote patient data, or tried to. Who, what, why, when, and how it ended; never what was in it. */
export const auditEntry = z.strictObject({
  id: z.uuid(),
  service: z.string(),
  at: instant,
  /** Null: nobody was signed in. */
  actor: z
    .strictObject({ sub: z.string(), name: z.string(), role: z.string(), partnerId: z.string().nullable() })
    .nullable(),
  purpose: z.enum(auditPurposes).nullable(),
  /** Typed by whoever broke the glass; null otherwise. */
  reason: z.string().nullable(),
  breakGlassId: z.string().nullable(),
  method: z.string(),
  /** The template, `/api/handoffs/:id`; what stood in its place is in `ids`. */
  route: z.string(),
  ids: z.record(z.string(), z.string()),
  patientIds: z.array(z.uuid()),
  status: z.number().int(),
  outcome: z.enum(auditOutcomes),
  trace: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditQuery = pageQuery.extend({
  patient: z.uuid().optional(),
  /** The `sub` of the actor. */
  actor: z.string().min(1).max(200).optional(),
  role: z.string().min(1).max(40).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;
