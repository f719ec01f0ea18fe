import {
  appointmentBlocked,
  appointmentBooked,
  appointmentCancelled,
  appointmentFulfilled,
  appointmentMissed,
  appointmentMoved,
  appointmentRebookingDue,
  appointmentStepped,
  type OutgoingEvent,
  type Procedure,
} from '#contracts';
import type { StoredAppointment } from './appointment.repository.js';

const refOf = ({ id, planId, patientId, itemId, kind, partnerId, role }: StoredAppointment) => ({
  appointmentId: id,
  planId,
  patientId,
  itemId,
  kind,
  partnerId,
  role,
});

const about = ({ patientId }: StoredAppointment, time: Date) => ({ subject: patientId, time });

export const appointmentBookedEvent = (
  booked: StoredAppointment,
  procedureType: Procedure['type'] | null,
  time: Date,
): OutgoingEvent =>
  appointmentBooked.of({
    ...about(booked, time),
    data: {
      ...refOf(booked),
      startsAt: booked.startsAt.toISOString(),
      procedureType,
      ...(booked.override ? { override: booked.override } : {}),
      ...(booked.kind === 'procedure' ? { proposed: booked.planStartsAt === null } : {}),
      bookedAt: time.toISOString(),
    },
  });

export const appointmentMovedEvent = (
  moved: StoredAppointment,
  { before, overruledBy }: { before: Date; overruledBy?: number },
  time: Date,
): OutgoingEvent =>
  appointmentMoved.of({
    ...about(moved, time),
    data: {
      ...refOf(moved),
      before: before.toISOString(),
      startsAt: moved.startsAt.toISOString(),
      ...(overruledBy === undefined ? {} : { overruled: true, planVersion: overruledBy }),
      movedAt: time.toISOString(),
    },
  });

export const appointmentCancelledEvent = (cancelled: StoredAppointment, reason: string, time: Date): OutgoingEvent =>
  appointmentCancelled.of({
    ...about(cancelled, time),
    data: { ...refOf(cancelled), reason, cancelledAt: time.toISOString() },
  });

export const appointmentFulfilledEvent = (fulfilled: StoredAppointment, time: Date): OutgoingEvent =>
  appointmentFulfilled.of({
    ...about(fulfilled, time),
    data: { ...refOf(fulfilled), fulfilledAt: time.toISOString() },
  });

export const appointmentSteppedEvent = (
  stepped: StoredAppointment,
  state: 'confirmed' | 'arrived',
  time: Date,
): OutgoingEvent =>
  appointmentStepped.of({ ...about(stepped, time), data: { ...refOf(stepped), state, at: time.toISOString() } });

export const appointmentMissedEvent = (missed: StoredAppointment, time: Date): OutgoingEvent =>
  appointmentMissed.of({
    ...about(missed, time),
    data: { ...refOf(missed), count: missed.missed, what: missed.title, missedAt: time.toISOString() },
  });

export const appointmentRebookingDueEvent = (
  missed: StoredAppointment,
  { planVersion, missedAt }: { planVersion: number; missedAt: string },
  time: Date,
): OutgoingEvent =>
  appointmentRebookingDue.of({
    ...about(missed, time),
    data: { ...refOf(missed), what: missed.title, planVersion, missedAt, at: time.toISOString() },
  });

export const appointmentBlockedEvent = (
  { appointment, planVersion }: { appointment: StoredAppointment; planVersion: number },
  time: Date,
): OutgoingEvent =>
  appointmentBlocked.of({
    ...about(appointment, time),
    data: {
      ...refOf(appointment),
      blocked: appointment.blockedCause !== null,
      reason: appointment.blockedReason ?? 'Nothing stands in its way any more.',
      ...(appointment.blockedCause ? { cause: appointment.blockedCause } : {}),
      planVersion,
      at: time.toISOString(),
    },
  });
