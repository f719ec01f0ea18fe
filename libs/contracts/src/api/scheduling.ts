import { z } from 'zod';
import { id, instant } from '../events/shared.js';
import { pageQuery } from './paging.js';

export const authorizationStates = ['needed', 'submitted', 'approved', 'denied', 'withdrawn'] as const;
export const authorization = z.strictObject({
  id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  kind: z.enum(['procedure', 'imaging']),
  /** What needs permission, in words. */
  subject: z.string(),
  state: z.enum(authorizationStates),
  allowed: z.array(z.string()),
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  payerReason: z.string().nullable(),
  /** Until this day a denial can be appealed. */
  appealBy: z.iso.date().nullable(),
  neededAt: instant,
  changedAt: instant,
});
export type Authorization = z.infer<typeof authorization>;
export const authorizationQuery = pageQuery.extend({
  state: z.enum(authorizationStates).optional(),
  patient: id.optional(),
  plan: id.optional(),
});
export type AuthorizationQuery = z.infer<typeof authorizationQuery>;
export const authorizationMove = z.strictObject({
  validFrom: z.iso.date().optional(),
  validUntil: z.iso.date().optional(),
  payerReason: z.string().min(1).max(500).optional(),
  appealBy: z.iso.date().optional(),
});
export type AuthorizationMove = z.infer<typeof authorizationMove>;

export const appointmentStates = ['booked', 'fulfilled', 'cancelled'] as const;
export const appointment = z.strictObject({
  id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  kind: z.enum(['procedure', 'diary-call', 'imaging', 'visit']),
  /** What it is, in words a desk uses. */
  title: z.string(),
  state: z.enum(appointmentStates),
  allowed: z.array(z.string()),
  startsAt: instant,
  changedAt: instant,
});
export type Appointment = z.infer<typeof appointment>;
export const appointmentQuery = pageQuery.extend({
  state: z.enum(appointmentStates).optional(),
  kind: z.enum(['procedure', 'diary-call', 'imaging', 'visit']).optional(),
  patient: id.optional(),
  plan: id.optional(),
});
export type AppointmentQuery = z.infer<typeof appointmentQuery>;
export const appointmentMove = z.strictObject({ reason: z.string().min(1).max(500).optional() });
export type AppointmentMove = z.infer<typeof appointmentMove>;
