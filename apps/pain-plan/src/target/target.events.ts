import { targetMeasured, type OutgoingEvent } from '#contracts';
import type { Measurement } from './measurement.js';

export const targetMeasuredEvent = (patientId: string, measured: Measurement): OutgoingEvent => {
  const { planId, targetId, measure, value, measuredAt, source, measuredBy: by } = measured;
  return targetMeasured.of({
    subject: patientId,
    time: measured.recordedAt,
    data: { planId, patientId, targetId, measure, value, measuredAt: measuredAt.toISOString(), source, by },
  });
};
