import { z } from 'zod';
import { procedureTypes } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId } from './shared.js';

const topic = 'throughline.appointment.v1';

const authorizationRef = z.strictObject({
  authorizationId: id,
  planId: id,
  patientId: id,
  /** The plan item (procedure or imaging) that needs the payer's permission. */
  itemId: z.string(),
  kind: z.enum(['procedure', 'imaging']),
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
  data: authorizationRef.extend({ validFrom: z.iso.date(), validUntil: z.iso.date(), approvedAt: instant, by: actor }),
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

const appointmentRef = z.strictObject({
  appointmentId: id,
  planId: id,
  patientId: id,
  itemId: z.string(),
  kind: z.enum(['procedure', 'diary-call', 'imaging', 'visit']),
});

export const appointmentBooked = defineEvent({
  name: 'appointment.booked',
  topic,
  description: 'A time is set for a procedure, a diary call or a visit.',
  data: appointmentRef.extend({
    startsAt: instant,
    procedureType: z.enum(procedureTypes).nullable(),
    bookedAt: instant,
  }),
});

export const appointmentMoved = defineEvent({
  name: 'appointment.moved',
  topic,
  description: 'A booked time changed.',
  data: appointmentRef.extend({ before: instant, startsAt: instant, movedAt: instant }),
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
  data: appointmentRef.extend({ blocked: z.boolean(), reason: z.string(), at: instant }),
});

export const appointmentFulfilled = defineEvent({
  name: 'appointment.fulfilled',
  topic,
  description: 'It took place.',
  data: appointmentRef.extend({ fulfilledAt: instant }),
});
