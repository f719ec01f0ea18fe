import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { referralMoved, type Actor, type EventData } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { Clock, type Transaction, type User } from '#platform';
import { AppointmentRepository } from './appointment.repository.js';
import { isLive } from './appointment.states.js';
import { MoveAppointment } from './move-appointment.use-case.js';
import { TakeOverTime } from './take-over-time.use-case.js';

type Moved = EventData<typeof referralMoved>;

/** What people say of a visit in its referral is said of the appointment. What a service moved there came from here. */
@Controller()
export class ReferralEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly appointments: AppointmentRepository,
    private readonly takeOver: TakeOverTime,
    private readonly moveAppointment: MoveAppointment,
  ) {}

  @OnEvent(referralMoved)
  async onMoved(@Payload() { data }: EventOf<typeof referralMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    const { by, event, appointmentAt = null, appointmentId = null } = data;
    if (by === null) return;
    if (event === 'book' || event === 'rebook') {
      if (appointmentAt === null) return;
      await this.takeOver.execute(tx, { ...data, appointmentId, startsAt: new Date(appointmentAt) });
    } else if ((event === 'miss' || event === 'cancel-visit') && appointmentId !== null) {
      await this.end(tx, data, { appointmentId, by });
    }
  }

  private async end(
    tx: Transaction,
    { planId, event, note }: Moved,
    { appointmentId, by }: { appointmentId: string; by: Actor },
  ): Promise<void> {
    const known = (await this.appointments.ofPlan(tx, planId)).find(({ id }) => id === appointmentId);
    if (!known || !isLive(known) || known.state === 'arrived') return;
    const isMissed = event === 'miss';
    // Said before it should have begun: nothing was missed yet.
    if (isMissed && this.clock.now() < known.startsAt) return;
    const user: User = { sub: by.sub, name: by.name, role: 'coordinator', partnerId: null };
    const facts = isMissed ? {} : { reason: note ?? 'Cancelled in the referral.' };
    await this.moveAppointment.execute(tx, { appointmentId, event: isMissed ? 'no-show' : 'cancel', facts, user });
  }
}
