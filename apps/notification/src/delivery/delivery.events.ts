import {
  deliveryFailed,
  deliveryRerouted,
  type EventData,
  handoffDelivered,
  type OutgoingEvent,
  releaseUndelivered,
} from '#contracts';
import type { StoredDelivery } from './delivery.repository.js';

export type FailureReason = EventData<typeof deliveryFailed>['reason'] | 'consent-unknown';

/** Null for the notice of a release: that it arrived is nobody else's business. */
export function deliveredEvent(delivery: StoredDelivery, time: Date): OutgoingEvent | null {
  const { id: deliveryId, handoffId, patientId, partnerId, kind, channel } = delivery;
  if (handoffId === null || kind === 'release') return null;
  return handoffDelivered.of({
    subject: patientId,
    time,
    data: { deliveryId, handoffId, patientId, partnerId, kind, channel, deliveredAt: time.toISOString() },
  });
}

export type RerouteReason = EventData<typeof deliveryRerouted>['reason'];

/** Null for the notice of a release, like above. */
export function reroutedEvent(
  delivery: StoredDelivery,
  { reason, to, time }: { reason: RerouteReason; to: StoredDelivery['channel']; time: Date },
): OutgoingEvent | null {
  const { id: deliveryId, handoffId, patientId, partnerId, kind, channel } = delivery;
  if (handoffId === null || kind === 'release') return null;
  return deliveryRerouted.of({
    subject: patientId,
    time,
    data: { deliveryId, handoffId, patientId, partnerId, kind, channel, reason, to, reroutedAt: time.toISOString() },
  });
}

export function failedEvent(delivery: StoredDelivery, reason: FailureReason, time: Date): OutgoingEvent {
  const { id: deliveryId, handoffId, releaseId, patientId, partnerId, kind, channel, tries: attempts } = delivery;
  const failedAt = time.toISOString();
  const about = { deliveryId, patientId, partnerId, channel, failedAt };
  if (handoffId !== null && kind !== 'release' && reason !== 'consent-unknown') {
    return deliveryFailed.of({ subject: patientId, time, data: { ...about, handoffId, kind, reason, attempts } });
  }
  if (releaseId === null) throw new Error(`delivery ${deliveryId} is about nothing`);
  return releaseUndelivered.of({ subject: patientId, time, data: { ...about, releaseId, reason } });
}
