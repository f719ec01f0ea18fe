import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { partnerRole } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

export const referralStates = ['sent', 'accepted', 'declined', 'completed', 'cancelled'] as const;

export const referral = z.strictObject({
  id,
  planId: id,
  patientId: id,
  memberId: id,
  role: partnerRole,
  partnerId,
  handoffId: id,
  state: z.enum(referralStates),
  /** Events this reader may send now: the same table that refuses the others. */
  allowed: z.array(z.string()),
  sentAt: instant,
  changedAt: instant,
  note: z.string().nullable(),
});
export type Referral = z.infer<typeof referral>;

export const referralQuery = pageQuery.extend({
  state: z.enum(referralStates).optional(),
  role: partnerRole.optional(),
  partner: partnerId.optional(),
  patient: id.optional(),
});
export type ReferralQuery = z.infer<typeof referralQuery>;

export const declineFamilies = ['capacity', 'scope', 'information', 'patient', 'clinical'] as const;
export const referralMove = z.strictObject({
  reason: z.string().min(1).max(500).optional(),
  family: z.enum(declineFamilies).optional(),
  outcome: z.string().min(1).max(2000).optional(),
});
export type ReferralMove = z.infer<typeof referralMove>;
