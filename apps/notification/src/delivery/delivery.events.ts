import { handoffDelivered, type OutgoingEvent } from '#contracts';
import type { StoredDelivery } from './delivery.repository.js';

export const handoffDeliveredEvent = (delivery: StoredDelivery, time: Date): OutgoingEvent =>
  handoffDelivered.of({
    subject: delivery.patientId,
    time,
    data: {
      deliveryId: delivery.id,
      handoffId: delivery.handoffId,
      patientId: delivery.patientId,
      partnerId: delivery.partnerId,
      kind: delivery.kind,
      channel: delivery.channel,
      deliveredAt: time.toISOString(),
    },
  });
