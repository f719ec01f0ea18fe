import {
  authorizationApproved,
  authorizationDenied,
  authorizationExpiring,
  authorizationMoved,
  authorizationNeeded,
  authorizationWithdrawn,
  type Actor,
  type OutgoingEvent,
} from '#contracts';
import type { StoredAuthorization } from './authorization.repository.js';

const refOf = ({ id, planId, patientId, itemId, kind }: StoredAuthorization) => ({
  authorizationId: id,
  planId,
  patientId,
  itemId,
  kind,
});

export const authorizationNeededEvent = (needed: StoredAuthorization, time: Date): OutgoingEvent =>
  authorizationNeeded.of({
    subject: needed.patientId,
    time,
    data: { ...refOf(needed), subject: needed.subject, neededAt: time.toISOString() },
  });

export const authorizationWithdrawnEvent = (withdrawn: StoredAuthorization, time: Date): OutgoingEvent =>
  authorizationWithdrawn.of({
    subject: withdrawn.patientId,
    time,
    data: { ...refOf(withdrawn), withdrawnAt: time.toISOString() },
  });

export const authorizationApprovedEvent = (
  approved: StoredAuthorization & { validFrom: string; validUntil: string },
  by: Actor,
  time: Date,
): OutgoingEvent =>
  authorizationApproved.of({
    subject: approved.patientId,
    time,
    data: {
      ...refOf(approved),
      validFrom: approved.validFrom,
      validUntil: approved.validUntil,
      units: approved.units,
      partly: approved.partly,
      approvedAt: time.toISOString(),
      by,
    },
  });

export const authorizationDeniedEvent = (
  denied: StoredAuthorization,
  { payerReason, appealBy }: { payerReason: string; appealBy: string | null },
  by: Actor,
  time: Date,
): OutgoingEvent =>
  authorizationDenied.of({
    subject: denied.patientId,
    time,
    data: { ...refOf(denied), payerReason, appealBy, deniedAt: time.toISOString(), by },
  });

export const authorizationMovedEvent = (
  moved: StoredAuthorization,
  state: 'submitted' | 'pended' | 'appealed',
  by: Actor,
  time: Date,
): OutgoingEvent =>
  authorizationMoved.of({
    subject: moved.patientId,
    time,
    data: { ...refOf(moved), state, note: moved.note, movedAt: time.toISOString(), by },
  });

export const authorizationExpiringEvent = (
  ending: StoredAuthorization,
  { expired, unitsLeft }: { expired: boolean; unitsLeft: number | null },
  time: Date,
): OutgoingEvent =>
  authorizationExpiring.of({
    subject: ending.patientId,
    time,
    data: {
      ...refOf(ending),
      // An approval always has its last day.
      validUntil: ending.validUntil ?? time.toISOString().slice(0, 10),
      unitsLeft,
      expired,
      noticedAt: time.toISOString(),
    },
  });
