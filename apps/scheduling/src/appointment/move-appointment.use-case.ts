import { Injectable } from '@nestjs/common';
import { DomainError, type AppointmentMove } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { appointmentCancelledEvent, appointmentFulfilledEvent } from './appointment.events.js';
import { AppointmentRepository } from './appointment.repository.js';
import { nextState, type AppointmentEvent } from './appointment.states.js';

export interface MoveAppointmentCommand {
  appointmentId: string;
  event: AppointmentEvent;
  reason: AppointmentMove['reason'];
}

/** The desk records that a call or visit took place, or that it will not. The plan does not take that back. */
@Injectable()
export class MoveAppointment {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { appointmentId, event, reason }: MoveAppointmentCommand): Promise<void> {
    const stands = await this.appointments.lock(tx, appointmentId);
    const state = nextState(stands, event);
    requireFitting(event, reason);
    const now = this.clock.now();
    const moved = { ...stands, state, settledByDesk: true, changedAt: now };
    await this.appointments.save(tx, moved);
    await this.outbox.append(
      tx,
      reason === undefined ? appointmentFulfilledEvent(moved, now) : appointmentCancelledEvent(moved, reason, now),
    );
  }
}

function requireFitting(event: AppointmentEvent, reason: string | undefined): void {
  if ((event === 'cancel') === (reason !== undefined)) return;
  const message = event === 'cancel' ? 'is required to cancel' : `has no meaning for ${event}`;
  throw new DomainError('invalid-input', `The reason does not fit what is recorded ("${event}").`, [
    { path: 'reason', message },
  ]);
}
