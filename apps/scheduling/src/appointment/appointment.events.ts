import {
  appointmentBooked,
  appointmentCancelled,
  appointmentFulfilled,
  appointmentMoved,
  type OutgoingEvent,
  type Procedure,
} from '#contracts';
import type { StoredAppointment } from './appointment.repository.js';

const refOf = ({ id, planId, patientId, itemId, kind }: StoredAppointment) => ({
  appointmentId: id,
  planId,
  patientId,
  itemId,
  kind,
});

export const appointmentBookedEvent = (
  booked: StoredAppointment,
  procedureType: Procedure['type'] | null,
  time: Date,
): OutgoingEvent =>
  appointmentBooked.of({
    subject: booked.patientId,
    time,
    data: { ...refOf(booked), startsAt: booked.startsAt.toISOString(), procedureType, bookedAt: time.toISOString() },
  });

export const appointmentMovedEvent = (moved: StoredAppointment, before: Date, time: Date): OutgoingEvent =>
  appointmentMoved.of({
    subject: moved.patientId,
    time,
    data: {
      ...refOf(moved),
      before: before.toISOString(),
      startsAt: moved.startsAt.toISOString(),
      movedAt: time.toISOString(),
    },
  });

export const appointmentCancelledEvent = (cancelled: StoredAppointment, reason: string, time: Date): OutgoingEvent =>
  appointmentCancelled.of({
    subject: cancelled.patientId,
    time,
    data: { ...refOf(cancelled), reason, cancelledAt: time.toISOString() },
  });

export const appointmentFulfilledEvent = (fulfilled: StoredAppointment, time: Date): OutgoingEvent =>
  appointmentFulfilled.of({
    subject: fulfilled.patientId,
    time,
    data: { ...refOf(fulfilled), fulfilledAt: time.toISOString() },
  });
