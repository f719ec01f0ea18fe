import {
  appointmentBooked,
  appointmentCancelled,
  appointmentFulfilled,
  appointmentMissed,
  appointmentMoved,
  appointmentStepped,
  type EventData,
} from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { FollowAppointments, type TimedNews } from './follow-appointments.use-case.js';

type Appointment = Pick<EventData<typeof appointmentBooked>, 'appointmentId' | 'planId' | 'partnerId' | 'role'>;

/** What scheduling tells of visits at a partner moves that partner's referral. */
@Controller()
export class AppointmentNewsController {
  constructor(
    private readonly clock: Clock,
    private readonly follow: FollowAppointments,
  ) {}

  @OnEvent(appointmentBooked)
  onBooked(@Payload() { data }: EventOf<typeof appointmentBooked>, @Ctx() { tx }: EventContext): Promise<void> {
    const startsAt = new Date(data.startsAt);
    return this.tell(tx, data, { what: 'booked', state: 'booked', startsAt, words: '' });
  }

  @OnEvent(appointmentMoved)
  onMoved(@Payload() { data }: EventOf<typeof appointmentMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    const startsAt = new Date(data.startsAt);
    return this.tell(tx, data, { what: 'moved', state: 'booked', startsAt, words: '' });
  }

  @OnEvent(appointmentStepped)
  onStepped(@Payload() { data }: EventOf<typeof appointmentStepped>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tell(tx, data, { what: 'confirmed', state: data.state, words: '' });
  }

  @OnEvent(appointmentMissed)
  onMissed(@Payload() { data }: EventOf<typeof appointmentMissed>, @Ctx() { tx }: EventContext): Promise<void> {
    const times = data.count === 1 ? '' : `, for the ${data.count}. time`;
    return this.tell(tx, data, { what: 'missed', state: 'no-show', words: `The patient did not come${times}.` });
  }

  @OnEvent(appointmentCancelled)
  onCancelled(@Payload() { data }: EventOf<typeof appointmentCancelled>, @Ctx() { tx }: EventContext): Promise<void> {
    const words = data.reason.slice(0, 500) || 'The visit was cancelled.';
    return this.tell(tx, data, { what: 'cancelled', state: 'cancelled', words });
  }

  @OnEvent(appointmentFulfilled)
  onFulfilled(@Payload() { data }: EventOf<typeof appointmentFulfilled>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tell(tx, data, { what: 'fulfilled', state: 'fulfilled', words: '' });
  }

  /** What takes place at the clinic itself is no partner's referral. */
  private async tell(
    tx: Transaction,
    { appointmentId: id, planId, partnerId, role = null }: Appointment,
    news: Pick<TimedNews, 'what' | 'state' | 'startsAt' | 'words'>,
  ): Promise<void> {
    if (partnerId === undefined || partnerId === null) return;
    await this.follow.execute(tx, { id, planId, partnerId, role, ...news }, this.clock.now());
  }
}
