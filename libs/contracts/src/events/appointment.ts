import { z } from 'zod';
import { partnerRole, procedureTypes } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId, version } from './shared.js';

const topic = 'throughline.appointment.v1';

const authorizationRef = z.strictObject({
  authorizationId: id,
  planId: id,
  patientId: id,
  /** The plan item (procedure, imaging or prescription) that needs the payer's permission. */
  itemId: z.string(),
  kind: z.enum(['procedure', 'imaging', 'therapy']),
});

export const authorizationNeeded = defineEvent({
  name: 'authorization.needed',
  topic,
  description: 'A planned item needs the permission of the payer.',
  data: authorizationRef.extend({ subject: z.string(), neededAt: instant }),
});

export const authorizationApproved = defineEvent({
  name: 'authorization.approved',
  topic,
  description: 'The payer approved, for these days.',
  data: authorizationRef.extend({
    validFrom: z.iso.date(),
    validUntil: z.iso.date(),
    /** How many times; null or missing: the payer counts none. */
    units: z.number().int().nullable().optional(),
    /** Less than was asked for. */
    partly: z.boolean().optional(),
    approvedAt: instant,
    by: actor,
  }),
});

export const authorizationDenied = defineEvent({
  name: 'authorization.denied',
  topic,
  description: 'The payer denied, with its reason.',
  data: authorizationRef.extend({
    payerReason: z.string(),
    appealBy: z.iso.date().nullable(),
    deniedAt: instant,
    by: actor,
  }),
});

export const authorizationMoved = defineEvent({
  name: 'authorization.moved',
  topic,
  description: 'The way of a permission between need and answer: submitted, pended, appealed.',
  data: authorizationRef.extend({
    state: z.enum(['submitted', 'pended', 'appealed']),
    note: z.string().nullable(),
    movedAt: instant,
    by: actor,
  }),
});

export const authorizationExpiring = defineEvent({
  name: 'authorization.expiring',
  topic,
  description: 'A permission ends soon, by its last day or by its units, or has ended.',
  data: authorizationRef.extend({
    validUntil: z.iso.date(),
    unitsLeft: z.number().int().nullable(),
    expired: z.boolean(),
    noticedAt: instant,
  }),
});

export const authorizationWithdrawn = defineEvent({
  name: 'authorization.withdrawn',
  topic,
  description: 'The item was cancelled; the permission is not needed.',
  data: authorizationRef.extend({ withdrawnAt: instant }),
});

/**
 * `permission-missing`: the payer has not said yes; `permission-mismatch`: its yes does not cover this day, side or level;
 * `permission-ended`: it expired or is used up.
 */
export const blockCauses = [
  'permission-missing',
  'permission-mismatch',
  'permission-ended',
  'blood-thinner',
  'fever',
] as const;

const appointmentRef = z.strictObject({
  appointmentId: id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  kind: z.enum(['procedure', 'diary-call', 'imaging', 'visit']),
  /** The organization where it takes place; null, or missing in older events: the clinic itself. */
  partnerId: partnerId.nullable().optional(),
  /** In which role of the care team it sees the patient. */
  role: partnerRole.nullable().optional(),
});

export const appointmentBooked = defineEvent({
  name: 'appointment.booked',
  topic,
  description: 'A time is set for a procedure, a diary call or a visit.',
  data: appointmentRef.extend({
    startsAt: instant,
    procedureType: z.enum(procedureTypes).nullable(),
    /** A rule that was set aside knowingly. */
    override: z.strictObject({ reason: z.string(), by: z.string() }).optional(),
    /** The desk reserved a procedure's time; a plan version has still to take it up. */
    proposed: z.boolean().optional(),
    bookedAt: instant,
  }),
});

export const appointmentMoved = defineEvent({
  name: 'appointment.moved',
  topic,
  description: 'A booked time changed.',
  data: appointmentRef.extend({
    before: instant,
    startsAt: instant,
    /** The desk had reserved another time; the plan's stands. */
    overruled: z.boolean().optional(),
    /** The plan it follows, when a version moved it. */
    planVersion: version.optional(),
    movedAt: instant,
  }),
});

export const appointmentSteps = ['confirmed', 'arrived'] as const;
export const appointmentStepped = defineEvent({
  name: 'appointment.stepped',
  topic,
  description: 'The way of an appointment between booking and end: the patient confirmed it, or has arrived.',
  data: appointmentRef.extend({ state: z.enum(appointmentSteps), at: instant }),
});

export const appointmentRebookingDue = defineEvent({
  name: 'appointment.rebooking-due',
  topic,
  description: 'The patient did not come, a business day has passed, and no new time is booked.',
  data: appointmentRef.extend({ what: z.string(), planVersion: version, missedAt: instant, at: instant }),
});

export const appointmentRequestUnanswered = defineEvent({
  name: 'appointment.request-unanswered',
  topic,
  description: 'A slot on the same day was wanted, and at three in the afternoon none is booked.',
  data: z.strictObject({
    requestId: id,
    planId: id,
    patientId: id,
    itemId: z.string(),
    what: z.string(),
    planVersion: version,
    latest: instant,
    at: instant,
  }),
});

export const appointmentCancelled = defineEvent({
  name: 'appointment.cancelled',
  topic,
  description: 'A booked time will not take place.',
  data: appointmentRef.extend({ reason: z.string(), cancelledAt: instant }),
});

export const appointmentMissed = defineEvent({
  name: 'appointment.missed',
  topic,
  description: 'The patient did not come. `count` is how often in a row, for the same item at the same place.',
  data: appointmentRef.extend({
    count: z.number().int().min(1),
    what: z.string(),
    /** The partner whose visit it was; null for the clinic's own. */
    partnerId: partnerId.nullable(),
    missedAt: instant,
  }),
});

export const appointmentBlocked = defineEvent({
  name: 'appointment.blocked',
  topic,
  description: 'A booked time cannot take place as things are (permission, hold decision, red flag), or can again.',
  data: appointmentRef.extend({
    blocked: z.boolean(),
    reason: z.string(),
    /** Which of our rules; missing when it can take place again. */
    cause: z.enum(blockCauses).optional(),
    planVersion: version.optional(),
    at: instant,
  }),
});

export const appointmentFulfilled = defineEvent({
  name: 'appointment.fulfilled',
  topic,
  description: 'It took place.',
  data: appointmentRef.extend({ fulfilledAt: instant }),
});
