import { z } from 'zod';
import { defineEvent } from './event.js';
import { id, instant, partnerId } from './shared.js';

const topic = 'throughline.delivery.v1';

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
    kind: z.enum(['handoff', 'no-longer-needed']).optional(),
    reason: z.enum(['retries-exhausted', 'endpoint-disabled', 'bounced', 'no-channel']),
    attempts: z.number().int().min(0),
    failedAt: instant,
  }),
});

export const handoffDelivered = defineEvent({
  name: 'delivery.delivered',
  topic,
  description:
    'A handoff, or the notice that it is no longer needed, reached the partner’s channel. Not an acknowledgement.',
  data: z.strictObject({
    deliveryId: id,
    handoffId: id,
    patientId: id,
    partnerId,
    kind: z.enum(['handoff', 'no-longer-needed']),
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
