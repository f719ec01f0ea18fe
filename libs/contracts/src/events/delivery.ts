import { z } from 'zod';
import { defineEvent } from './event.js';
import { id, instant, partnerId } from './shared.js';

const topic = 'throughline.delivery.v1';

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
