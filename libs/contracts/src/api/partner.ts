import { z } from 'zod';
import { businessCalendar } from '../calendar.js';
import { partnerSnapshot } from '../events/partner.js';
import { id, instant, partnerId } from '../events/shared.js';
import { partnerRole } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

export const registerPartner = z.strictObject({
  /** Readable and immutable; drawn from the name when left out. */
  partnerId: partnerId.optional(),
  kind: z.enum(['clinic', 'partner']).default('partner'),
  name: z.string().min(1).max(120),
  roles: z.array(partnerRole).default([]),
  calendar: businessCalendar,
});
export type RegisterPartner = z.infer<typeof registerPartner>;

export const updatePartner = z.strictObject({
  name: z.string().min(1).max(120).optional(),
  roles: z.array(partnerRole).optional(),
  calendar: businessCalendar.optional(),
  active: z.boolean().optional(),
});
export type UpdatePartner = z.infer<typeof updatePartner>;

export const partner = partnerSnapshot;
export const partnerQuery = pageQuery.extend({ role: partnerRole.optional(), query: z.string().max(100).optional() });
export type PartnerQuery = z.infer<typeof partnerQuery>;

/** How many snapshots are told again, to fill a new listener. */
export const partnerAnnouncement = z.strictObject({ announced: z.number().int() });

export const delivery = z.strictObject({
  id,
  handoffId: id,
  partnerId,
  kind: z.enum(['handoff', 'no-longer-needed']),
  channel: z.enum(['inbox', 'webhook', 'email']),
  state: z.enum(['delivered', 'retrying', 'failed', 'cancelled']),
  attempts: z.array(z.strictObject({ at: instant, outcome: z.string() })),
  createdAt: instant,
});
export type Delivery = z.infer<typeof delivery>;
export const deliveryQuery = pageQuery.extend({ handoff: id.optional(), partner: partnerId.optional() });
export type DeliveryQuery = z.infer<typeof deliveryQuery>;
