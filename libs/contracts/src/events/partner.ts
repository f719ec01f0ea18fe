import { z } from 'zod';
import { businessCalendar } from '../calendar.js';
import { partnerRole } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { instant, partnerId } from './shared.js';

const topic = 'throughline.partner.v1';

export const partnerCapacity = z.strictObject({
  state: z.enum(['open', 'waitlist', 'closed']),
  waitWeeks: z.number().int().min(0).max(104).nullable(),
});
export type PartnerCapacity = z.infer<typeof partnerCapacity>;

/** First and last day, in the organization's own zone. */
export const partnerAbsence = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  note: z.string().max(200).nullable(),
});

export type PartnerAbsence = z.infer<typeof partnerAbsence>;

/** What every service may know of an organization: never endpoints' secrets. */
export const partnerSnapshot = z.strictObject({
  partnerId,
  /** The pain clinic itself stands in the directory too: its calendar counts the dues of its desks. */
  kind: z.enum(['clinic', 'partner']),
  name: z.string().min(1).max(120),
  roles: z.array(partnerRole),
  calendar: businessCalendar,
  active: z.boolean(),
  /** Whether it takes new patients; a waiting list says how long it is. */
  capacity: partnerCapacity.optional(),
  /** Days on which nobody answers although the calendar is open, for example a holiday of a two-person practice. */
  absences: z.array(partnerAbsence).optional(),
  /** Where its front desk is phoned. */
  phone: z.string().max(40).nullable().optional(),
  /** Grows by one with each change, so that a late event never overwrites a newer one. */
  revision: z.number().int().min(1),
});
export type PartnerSnapshot = z.infer<typeof partnerSnapshot>;

export const partnerRegistered = defineEvent({
  name: 'partner.registered',
  topic,
  description: 'An organization entered the directory.',
  data: z.strictObject({ partner: partnerSnapshot, at: instant }),
});

export const partnerUpdated = defineEvent({
  name: 'partner.updated',
  topic,
  description: 'Name, roles, calendar or state of an organization changed.',
  data: z.strictObject({ partner: partnerSnapshot, at: instant }),
});
