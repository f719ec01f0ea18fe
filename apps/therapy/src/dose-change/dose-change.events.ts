import { therapyDoseChangeAnswered, therapyDoseChangeRequested, type OutgoingEvent, type Rehab } from '#contracts';
import type { Answer, DoseChangeRow } from './dose-change.repository.js';

const refOf = ({ episode_id, plan_id, patient_id, discipline, partner_id, rehab_item_id }: DoseChangeRow) => ({
  episodeId: episode_id,
  planId: plan_id,
  patientId: patient_id,
  discipline: discipline satisfies Rehab['discipline'],
  partnerId: partner_id,
  rehabItemId: rehab_item_id,
});

export const requestedEvent = (request: DoseChangeRow): OutgoingEvent =>
  therapyDoseChangeRequested.of({
    subject: request.patient_id,
    time: request.requested_at,
    data: {
      ...refOf(request),
      proposal: request.proposal,
      reason: request.reason,
      requestId: request.id,
      requestedAt: request.requested_at.toISOString(),
      by: request.requested_by,
    },
  });

export const answeredEvent = (request: DoseChangeRow, { byVersion, reply, at, by }: Answer): OutgoingEvent =>
  therapyDoseChangeAnswered.of({
    subject: request.patient_id,
    time: at,
    data: {
      ...refOf(request),
      requestId: request.id,
      byVersion,
      reply,
      answeredAt: at.toISOString(),
      by,
    },
  });
