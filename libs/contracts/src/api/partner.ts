import { z } from 'zod';
import { businessCalendar } from '../calendar.js';
import { partnerAbsence, partnerCapacity, partnerSnapshot } from '../events/partner.js';
import { partnerId } from '../events/shared.js';
import { partnerRole } from '../plan/vocabulary.js';
import { deliveryChannel } from './delivery.js';
import { pageQuery } from './paging.js';

/** Somebody to talk to at the organization. Stays in the directory: no event carries people. */
export const partnerPerson = z.strictObject({
  name: z.string().min(1).max(120),
  function: z.string().min(1).max(120),
  email: z.email().max(200).nullable().default(null),
  phone: z.string().max(40).nullable().default(null),
});
export type PartnerPerson = z.infer<typeof partnerPerson>;

const someChannels = z.array(deliveryChannel).min(1).max(3).optional();

/** How an organization wants to be reached. */
export const deliveryPreferences = z.strictObject({
  /** By urgency; what is left out follows the endpoints: the webhook, else email, else the inbox. */
  channels: z
    .strictObject({ routine: someChannels, urgent: someChannels, 'same-day': someChannels, emergency: someChannels })
    .default({}),
  /** Routine email waits for one mail a day, at this wall time of the organization's own calendar. */
  digestAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
    .nullable()
    .default(null),
});
export type DeliveryPreferences = z.infer<typeof deliveryPreferences>;

const phone = z.string().min(3).max(40);
const people = z.array(partnerPerson).max(50);
const absences = z.array(partnerAbsence).max(100);

export const registerPartner = z.strictObject({
  /** Readable and immutable; drawn from the name when left out. */
  partnerId: partnerId.optional(),
  kind: z.enum(['clinic', 'partner']).default('partner'),
  name: z.string().min(1).max(120),
  roles: z.array(partnerRole).default([]),
  calendar: businessCalendar,
  capacity: partnerCapacity.optional(),
  absences: absences.optional(),
  phone: phone.optional(),
  people: people.optional(),
  preferences: deliveryPreferences.optional(),
});
export type RegisterPartner = z.infer<typeof registerPartner>;

export const updatePartner = z.strictObject({
  name: z.string().min(1).max(120).optional(),
  roles: z.array(partnerRole).optional(),
  calendar: businessCalendar.optional(),
  active: z.boolean().optional(),
  capacity: partnerCapacity.optional(),
  absences: absences.optional(),
  phone: phone.nullable().optional(),
  people: people.optional(),
  preferences: deliveryPreferences.optional(),
});
export type UpdatePartner = z.infer<typeof updatePartner>;

/** The directory's whole entry: the snapshot that every service knows, and what stays here. */
export const partner = partnerSnapshot.extend({ people: z.array(partnerPerson), preferences: deliveryPreferences });
export type Partner = z.infer<typeof partner>;
export const partnerQuery = pageQuery.extend({ role: partnerRole.optional(), query: z.string().max(100).optional() });
export type PartnerQuery = z.infer<typeof partnerQuery>;

/** How many snapshots are told again, to fill a new listener. */
export const partnerAnnouncement = z.strictObject({ announced: z.number().int() });

/** One cell of the table that says something else than the directory does, both as the table writes it. */
const cellChange = z.strictObject({ partnerId, column: z.string(), before: z.string(), after: z.string() });

export const partnerImport = z.strictObject({
  dryRun: z.boolean(),
  /** Of the changed entries, cell by cell. */
  changes: z.array(cellChange),
  added: z.array(partnerId),
  changed: z.array(partnerId),
  unchanged: z.array(partnerId),
});
export type PartnerImport = z.infer<typeof partnerImport>;
