import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  appointmentBlocked,
  appointmentMissed,
  appointmentRebookingDue,
  appointmentRequestUnanswered,
  appointmentStepped,
  authorizationExpiring,
  authorizationMoved,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ended, inWords, onTheDay, plural, sentence } from './words.js';

/** What becomes of a booking, and of the permission behind it. */
@Controller()
export class BookingEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(appointmentStepped)
  onStepped(@Payload() { data }: EventOf<typeof appointmentStepped>, @Ctx() { tx }: EventContext): Promise<void> {
    const what = data.state === 'confirmed' ? 'confirmed by the patient' : 'the patient has arrived';
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.stepped',
      at: data.at,
      item: data,
      text: ({ item }) => `${sentence(inWords(data.kind))}, ${what}: ${item}.`,
    });
  }

  @OnEvent(appointmentMissed)
  onMissed(@Payload() { data }: EventOf<typeof appointmentMissed>, @Ctx() { tx }: EventContext): Promise<void> {
    const { count, partnerId } = data;
    const referrer = count > 1 ? ' The referring physician is told.' : '';
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.missed',
      at: data.missedAt,
      ...(partnerId === null ? {} : { partnerId }),
      text: ({ partner }) =>
        `The patient did not come${partner ? ` to ${partner}` : ''}` +
        `${count > 1 ? ` (${plural(count, 'time')} in a row)` : ''}: ${data.what}.${referrer}`,
    });
  }

  @OnEvent(appointmentRebookingDue)
  onRebookingDue(
    @Payload() { data }: EventOf<typeof appointmentRebookingDue>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.rebooking-due',
      at: data.at,
      text: ({ clock }) => `No new time since the patient did not come on ${clock(data.missedAt)}: ${data.what}.`,
    });
  }

  @OnEvent(appointmentRequestUnanswered)
  onUnanswered(
    @Payload() { data }: EventOf<typeof appointmentRequestUnanswered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.request-unanswered',
      at: data.at,
      text: () => `No time was found today: ${data.what}. The physician decides.`,
    });
  }

  @OnEvent(appointmentBlocked)
  onBlocked(@Payload() { data }: EventOf<typeof appointmentBlocked>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'appointment.blocked',
      at: data.at,
      item: data,
      text: ({ item }) =>
        data.blocked
          ? `Booked, but cannot take place as things are: ${item}. ${ended(data.reason)}`
          : `Nothing stands in the way any more: ${item}.`,
    });
  }

  @OnEvent(authorizationMoved)
  onAuthorizationMoved(
    @Payload() { data }: EventOf<typeof authorizationMoved>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const steps = {
      submitted: 'The payer was asked for',
      pended: 'The payer wants to see more about',
      appealed: "The payer's denial is under appeal:",
    } as const;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'authorization.moved',
      at: data.movedAt,
      by: data.by,
      item: data,
      text: ({ item }) => `${steps[data.state]} ${item}${data.note ? ` (${data.note})` : ''}.`,
    });
  }

  @OnEvent(authorizationExpiring)
  onExpiring(@Payload() { data }: EventOf<typeof authorizationExpiring>, @Ctx() { tx }: EventContext): Promise<void> {
    const left = data.unitsLeft === null ? '' : `, ${plural(data.unitsLeft, 'unit')} left`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'authorization.expiring',
      at: data.noticedAt,
      item: data,
      text: ({ item }) =>
        `The payer's permission for ${item} ${data.expired ? 'has ended' : 'ends soon'} (until ${onTheDay(data.validUntil)}${left}).`,
    });
  }
}
