import { z } from 'zod';
import { ask } from '../plan/impact.js';
import { partnerRole } from '../plan/vocabulary.js';

export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const version = z.number().int().min(0);
/** Partner organizations carry a readable, immutable id (slug), for example `pt-north`. */
export const partnerId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'lower-case letters, digits and dashes');
/** Who did it: the token's subject and a display name. */
export const actor = z.strictObject({
  sub: z.string(),
  name: z.string(),
  role: z.string(),
  partnerId: partnerId.optional(),
});
export type Actor = z.infer<typeof actor>;

/** A partner organization in one role for one patient, as the plan's owner knows it. */
export const teamMember = z.strictObject({
  memberId: id,
  role: partnerRole,
  partnerId,
  /** `proposed` members are known but not referred: they receive nothing. */
  status: z.enum(['proposed', 'active', 'ended']),
  /** Diagnosis or item ids this member is engaged for; empty means the whole role. */
  engagedFor: z.array(z.string()).default([]),
});
export type TeamMember = z.infer<typeof teamMember>;

/** What a partner may see of an ask: nothing that points at items outside its slice. */
export const partnerAsk = ask.omit({ itemId: true, fingerprint: true, slice: true });
export type PartnerAsk = z.infer<typeof partnerAsk>;
