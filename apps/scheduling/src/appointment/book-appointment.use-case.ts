import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type BookAppointment as Booking } from '#contracts';
import { asService, Clock, type Transaction, type User } from '#platform';
import { AfterBooking } from './after-booking.js';
import { AppointmentRepository, type StoredAppointment, unbooked } from './appointment.repository.js';
import { isLive } from './appointment.states.js';
import { BookingRules } from './booking-rules.js';
import { BookingTarget, type Target } from './booking-target.js';

/**
 * Somebody books a time. For a procedure this reserves it: the plan says whether and when, and a version with this time takes it up.
 */
@Injectable()
export class BookAppointment {
  constructor(
    private readonly targets: BookingTarget,
    private readonly rules: BookingRules,
    private readonly appointments: AppointmentRepository,
    private readonly after: AfterBooking,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, booking: Booking, user: User): Promise<string> {
    const target = await this.targets.find(tx, booking, user);
    // Whether the patient and the room are free, only the service can see.
    return asService(tx, () => this.reserve(tx, { target, booking, user }));
  }

  private async reserve(
    tx: Transaction,
    { target, booking, user }: { target: Target; booking: Booking; user: User },
  ): Promise<string> {
    const now = this.clock.now();
    const draft = draftOf(target, booking, { user, now });
    await this.requireUnbooked(tx, draft);
    const { document } = target;
    const { override } = booking;
    await this.rules.require(tx, { draft, document, user, isSameDay: target.isSameDay, override });
    await this.appointments.save(tx, draft);
    await this.after.booked(tx, draft, target, now);
    return draft.id;
  }

  private async requireUnbooked(tx: Transaction, draft: StoredAppointment): Promise<void> {
    if (draft.kind === 'visit') return;
    const other = (await this.appointments.ofPlan(tx, draft.planId)).find(
      (one) => one.itemId === draft.itemId && one.kind === draft.kind && isLive(one),
    );
    if (!other) return;
    const { id, startsAt } = other;
    throw new DomainError('already-exists', 'It is booked already: move that appointment.', [], { id, startsAt });
  }
}

function draftOf(target: Target, booking: Booking, { user, now }: { user: User; now: Date }): StoredAppointment {
  const { planId, patientId, itemId, kind, title, role, partnerId, requestId } = target;
  const { startsAt, minutes, resource = null, loading, override } = booking;
  return {
    ...unbooked,
    ...{
      id: randomUUID(),
      planId,
      patientId,
      itemId,
      kind,
      title,
      role,
      partnerId,
      requestId,
      minutes,
      resource,
      loading,
    },
    state: 'booked',
    startsAt: new Date(startsAt),
    override: override ? { reason: override.reason, by: user.name } : null,
    createdAt: now,
    changedAt: now,
  };
}
