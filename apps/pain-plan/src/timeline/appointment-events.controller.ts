import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  appointmentBooked,
  appointmentCancelled,
  appointmentFulfilled,
  appointmentMoved,
  authorizationApproved,
  authorizationDenied,
  authorizationNeeded,
  authorizationWithdrawn,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ended, inWords, onTheDay, sentence } from './words.js';

@Controller()
export class AppointmentEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(authorizationNeeded)
  onAuthorizationNeeded(
    @Payload() { data }: EventOf<typeof authorizationNeeded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const text = (): string => `The payer's permission is needed for ${data.subject}.`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'authorization.needed',
      at: data.neededAt,
      text,
    });
  }

  @OnEvent(authorizationApproved)
  onAuthorizationApproved(
    @Payload() { data }: EventOf<typeof authorizationApproved>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'authorization.approved',
      at: data.approvedAt,
      by: data.by,
      item: data,
      text: ({ item }) =>
        `The payer approved ${item}, valid from ${onTheDay(data.validFrom)} to ${onTheDay(data.validUntil)}.`,
    });
  }

  @OnEvent(authorizationDenied)
  onAuthorizationDenied(
    @Payload() { data }: EventOf<typeof authorizationDenied>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const appeal = data.appealBy === null ? '' : ` Appeal by ${onTheDay(data.appealBy)}.`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'authorization.denied',
      at: data.deniedAt,
      by: data.by,
      item: data,
      text: ({ item }) => `The payer denied ${item}: ${ended(data.payerReason)}${appeal}`,
    });
  }

  @OnEvent(authorizationWithdrawn)
  onAuthorizationWithdrawn(
    @Payload() { data }: EventOf<typeof authorizationWithdrawn>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'authorization.withdrawn',
      at: data.withdrawnAt,
      item: data,
      text: ({ item }) => `The payer's permission for ${item} is not needed any more.`,
    });
  }

  @OnEvent(appointmentBooked)
  onAppointmentBooked(
    @Payload() { data }: EventOf<typeof appointmentBooked>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.booked',
      at: data.bookedAt,
      item: data,
      text: ({ item, clock }) => `${sentence(inWords(data.kind))} booked for ${clock(data.startsAt)}: ${item}.`,
    });
  }

  @OnEvent(appointmentMoved)
  onAppointmentMoved(
    @Payload() { data }: EventOf<typeof appointmentMoved>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.moved',
      at: data.movedAt,
      item: data,
      text: ({ item, clock }) =>
        `${sentence(inWords(data.kind))} moved from ${clock(data.before)} to ${clock(data.startsAt)}: ${item}.`,
    });
  }

  @OnEvent(appointmentCancelled)
  onAppointmentCancelled(
    @Payload() { data }: EventOf<typeof appointmentCancelled>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.cancelled',
      at: data.cancelledAt,
      item: data,
      text: ({ item }) => `${sentence(inWords(data.kind))} will not take place (${data.reason}): ${item}.`,
    });
  }

  @OnEvent(appointmentFulfilled)
  onAppointmentFulfilled(
    @Payload() { data }: EventOf<typeof appointmentFulfilled>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.fulfilled',
      at: data.fulfilledAt,
      item: data,
      text: ({ item }) => `${sentence(inWords(data.kind))} took place: ${item}.`,
    });
  }
}
