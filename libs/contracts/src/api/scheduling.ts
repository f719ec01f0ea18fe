import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { partnerRole } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

const shortText = z.string().min(1).max(500);
const itemRef = z.string().min(1).max(64);

/** `therapy`: sessions of a prescription, which some payers count. */
export const authorizationKinds = ['procedure', 'imaging', 'therapy'] as const;
export const authorizationStates = [
  'needed',
  'submitted',
  'pended',
  'approved',
  'denied',
  'appealed',
  'expired',
  'exhausted',
  'withdrawn',
] as const;

/** What the payer approved. Fields that are null say nothing: any side, any level, any number. */
const permission = {
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  units: z.number().int().min(1).nullable(),
  side: z.enum(['left', 'right', 'bilateral', 'midline']).nullable(),
  level: z.array(z.string().min(1).max(24)).max(12).nullable(),
  /** The payer approved less than was asked for. */
  partly: z.boolean(),
  /** Sites of the payer's network, by partner id; null: the payer named none. */
  sites: z.array(partnerId).nullable(),
};

export const authorization = z.strictObject({
  id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  kind: z.enum(authorizationKinds),
  /** What needs permission, in words. */
  subject: z.string(),
  state: z.enum(authorizationStates),
  allowed: z.array(z.string()),
  ...permission,
  /** How many of the units took place. */
  unitsUsed: z.number().int().min(0),
  payerReason: z.string().nullable(),
  /** Until this day a denial can be appealed. */
  appealBy: z.iso.date().nullable(),
  /** What the payer still wants to see, or what was sent. */
  note: z.string().nullable(),
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
  units: z.number().int().min(1).max(999).optional(),
  side: z.enum(['left', 'right', 'bilateral', 'midline']).optional(),
  level: z.array(z.string().min(1).max(24)).min(1).max(12).optional(),
  partly: z.boolean().optional(),
  sites: z.array(partnerId).min(1).max(50).optional(),
  payerReason: shortText.optional(),
  appealBy: z.iso.date().optional(),
  note: shortText.optional(),
});
export type AuthorizationMove = z.infer<typeof authorizationMove>;
/** What the plan cannot know: the payer counts the sessions of a prescription. */
export const requestAuthorization = z.strictObject({ planId: id, itemId: itemRef });
export type RequestAuthorization = z.infer<typeof requestAuthorization>;

export const appointmentKinds = ['procedure', 'diary-call', 'imaging', 'visit'] as const;
export const appointmentStates = ['booked', 'confirmed', 'arrived', 'fulfilled', 'no-show', 'cancelled'] as const;

/** Why a rule was set aside, by whom; kept with the appointment. */
const bookingOverride = z.strictObject({ reason: shortText, by: z.string() });

export const appointment = z.strictObject({
  id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  kind: z.enum(appointmentKinds),
  /** What it is, in words a desk uses. */
  title: z.string(),
  state: z.enum(appointmentStates),
  allowed: z.array(z.string()),
  startsAt: instant,
  minutes: z.number().int(),
  /** The site's zone, and the wall clock there, for example `Mon 19 Apr 2027 10:00 EDT`. */
  timeZone: z.string(),
  localTime: z.string(),
  /** The organization where it takes place; null: the clinic itself. */
  partnerId: partnerId.nullable(),
  /** A room or a machine of that site. */
  resource: z.string().nullable(),
  /** A procedure's time that the desk reserved and no plan version has taken up. */
  proposed: z.boolean(),
  /** Why it cannot take place as things are; null when nothing stands in its way. */
  blocked: z.string().nullable(),
  /** How often in a row the patient did not come, this one included. */
  missed: z.number().int(),
  /** Why it was cancelled. */
  reason: z.string().nullable(),
  override: bookingOverride.nullable(),
  changedAt: instant,
});
export type Appointment = z.infer<typeof appointment>;
export const appointmentQuery = pageQuery.extend({
  state: z.enum(appointmentStates).optional(),
  kind: z.enum(appointmentKinds).optional(),
  patient: id.optional(),
  plan: id.optional(),
});
export type AppointmentQuery = z.infer<typeof appointmentQuery>;

/** For imaging out of the payer's network the reason is not enough: the patient must know that it may cost them. */
const overrideInput = z.strictObject({ reason: shortText, patientMayPay: z.literal(true).optional() });

export const appointmentMove = z.strictObject({
  reason: shortText.optional(),
  startsAt: instant.optional(),
  minutes: z.number().int().min(5).max(720).optional(),
  resource: z.string().min(1).max(60).optional(),
  override: overrideInput.optional(),
});
export type AppointmentMove = z.infer<typeof appointmentMove>;

/** Either the request that it answers, or a plan and what of it takes place. */
export const bookAppointment = z
  .strictObject({
    requestId: id.optional(),
    planId: id.optional(),
    kind: z.enum(['procedure', 'imaging', 'visit']).optional(),
    /** An item of the plan; for a partner's visit its role does as well, and is taken when nothing is said. */
    itemId: itemRef.optional(),
    startsAt: instant,
    minutes: z.number().int().min(5).max(720).default(45),
    /** Where; left out: the clinic itself, or the partner's own organization when a partner books. */
    partnerId: partnerId.optional(),
    resource: z.string().min(1).max(60).optional(),
    /** A therapy session that loads; light ones are possible earlier after a procedure. */
    loading: z.boolean().default(false),
    override: overrideInput.optional(),
  })
  .refine(({ requestId, planId, kind }) => requestId !== undefined || (planId !== undefined && kind !== undefined), {
    path: ['requestId'],
    message: 'either requestId, or planId and kind',
  });
export type BookAppointment = z.infer<typeof bookAppointment>;

export const requestPurposes = [
  'procedure',
  'imaging',
  'second-block',
  'ablation',
  'implant',
  're-evaluation',
  'same-day',
  'therapy-visit',
] as const;
export const appointmentRequest = z.strictObject({
  id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  purpose: z.enum(requestPurposes),
  title: z.string(),
  /** Who would do it, when that is not the clinic. */
  role: partnerRole.nullable(),
  earliest: instant,
  latest: instant.nullable(),
  /** Why it is wanted, and what sets its window. */
  why: z.string(),
  state: z.enum(['open', 'booked', 'withdrawn']),
  /** Who has to move before it can be booked: the payer's permission is missing, the plan does not hold it yet, or nobody but us. */
  waitingOn: z.enum(['us', 'payer', 'physician', 'nobody']),
  appointmentId: id.nullable(),
  /** Times kept free today for what cannot wait; only for same-day requests. */
  slots: z.array(instant),
  changedAt: instant,
});
export type AppointmentRequest = z.infer<typeof appointmentRequest>;
export const appointmentRequestQuery = pageQuery.extend({
  state: z.enum(['open', 'booked', 'withdrawn']).optional(),
  purpose: z.enum(requestPurposes).optional(),
  patient: id.optional(),
  plan: id.optional(),
});
export type AppointmentRequestQuery = z.infer<typeof appointmentRequestQuery>;
