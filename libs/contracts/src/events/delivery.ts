import { z } from 'zod';
import { defineEvent } from './event.js';
import { id, instant, partnerId } from './shared.js';

const topic = 'throughline.delivery.v1';

/** The handoff itself, that it is no longer needed, or what is said about it later. */
const deliveredKind = z.enum(['handoff', 'no-longer-needed', 'reminder', 'cancellation-asked', 'answer']);

const deliveryRef = z.strictObject({
  deliveryId: id,
  handoffId: id,
  patientId: id,
  partnerId,
  channel: z.enum(['inbox', 'webhook', 'email']),
});

export const deliveryOpened = defineEvent({
  name: 'delivery.opened',
  topic,
  description: 'A person at the partner opened what was delivered. Not an acknowledgement.',
  data: deliveryRef.extend({ openedAt: instant }),
});

export const deliveryFailed = defineEvent({
  name: 'delivery.failed',
  topic,
  description: 'A handoff does not reach the partner by itself any more: a person has to phone, or repair the channel.',
  data: deliveryRef.extend({
    /** Left out: the handoff itself. */
    kind: deliveredKind.optional(),
    reason: z.enum(['retries-exhausted', 'endpoint-disabled', 'bounced', 'no-channel']),
    attempts: z.number().int().min(0),
    failedAt: instant,
  }),
});

export const deliveryRerouted = defineEvent({
  name: 'delivery.rerouted',
  topic,
  description: 'What does not get through over one channel of a partner goes over another one by itself.',
  data: deliveryRef.extend({
    kind: deliveredKind,
    /** `not-answering`: it goes over both, because it cannot wait. */
    reason: z.enum(['retries-exhausted', 'endpoint-disabled', 'bounced', 'no-channel', 'not-answering']),
    to: z.enum(['inbox', 'webhook', 'email']),
    reroutedAt: instant,
  }),
});

export const handoffDelivered = defineEvent({
  name: 'delivery.delivered',
  topic,
  description:
    'A handoff, a notice that it is no longer needed, a reminder or a question about it reached the partner’s channel. Not an acknowledgement.',
  data: z.strictObject({
    deliveryId: id,
    handoffId: id,
    patientId: id,
    partnerId,
    kind: deliveredKind,
    channel: z.enum(['inbox', 'webhook', 'email']),
    deliveredAt: instant,
  }),
});

export const releaseUndelivered = defineEvent({
  name: 'delivery.release-undelivered',
  topic,
  description:
    'The notice that something may be read at behavioral-health does not reach its recipient: a person has to see to it. Says nothing of what.',
  data: z.strictObject({
    deliveryId: id,
    releaseId: id,
    patientId: id,
    partnerId,
    channel: z.enum(['inbox', 'webhook', 'email']),
    reason: z.enum(['retries-exhausted', 'endpoint-disabled', 'bounced', 'no-channel', 'consent-unknown']),
    failedAt: instant,
  }),
});
