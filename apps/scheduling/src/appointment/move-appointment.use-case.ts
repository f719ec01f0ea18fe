import { Injectable } from '@nestjs/common';
import { DomainError, type AppointmentMove, type OutgoingEvent } from '#contracts';
import { Outbox } from '#messaging';
import { asService, Clock, type Transaction, type User } from '#platform';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { AfterMove } from './after-move.js';
import {
  appointmentCancelledEvent,
  appointmentFulfilledEvent,
  appointmentMissedEvent,
  appointmentMovedEvent,
  appointmentSteppedEvent,
} from './appointment.events.js';
import { AppointmentQueries } from './appointment.queries.js';
import { AppointmentRepository, type StoredAppointment } from './appointment.repository.js';
import { nextState, type AppointmentEvent } from './appointment.states.js';
import { missedInRow } from './booking-checks.js';

export interface MoveAppointmentCommand {
  appointmentId: string;
  event: AppointmentEvent;
  facts: AppointmentMove;
  user: User;
}

/** People record what becomes of an appointment. The plan does not take that back. */
@Injectable()
export class MoveAppointment {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly queries: AppointmentQueries,
    private readonly appointments: AppointmentRepository,
    private readonly after: AfterMove,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: MoveAppointmentCommand): Promise<void> {
    // What this person may not see is not there. What follows from it is the service's own: other times, requests, the payer.
    const { patientId } = await this.queries.get(command.user, command.appointmentId, tx);
    await asService(tx, () => this.record(tx, command, patientId));
  }

  private async record(
    tx: Transaction,
    { appointmentId, event, facts, user }: MoveAppointmentCommand,
    patientId: string,
  ): Promise<void> {
    await this.plans.lockPatient(tx, patientId);
    const stands = await this.appointments.lock(tx, appointmentId);
    const state = nextState(stands, user.role, event);
    requireFitting(event, facts, user);
    const now = this.clock.now();
    if (event === 'no-show' && now < stands.startsAt) {
      throw new DomainError('illegal-transition', 'It has not begun yet.', [], { state: stands.state });
    }
    const next = { ...changed(stands, event, facts, user), state, changedAt: now };
    if (event === 'move') await this.after.requirePossible(tx, next, { facts, user });
    if (event === 'no-show') {
      next.missed = missedInRow(stands, await this.appointments.ofPlan(tx, stands.planId)) + 1;
    }
    await this.appointments.save(tx, next);
    await this.outbox.append(tx, eventOf(event, { before: stands, next }, now));
    await this.after.moved(tx, event, next, now);
  }
}

type Field = keyof AppointmentMove;
const fieldsOf: Record<AppointmentEvent, { required: Field[]; optional: Field[] }> = {
  confirm: { required: [], optional: [] },
  move: { required: ['startsAt'], optional: ['minutes', 'resource', 'override', 'reason'] },
  arrive: { required: [], optional: [] },
  fulfil: { required: [], optional: [] },
  cancel: { required: ['reason'], optional: [] },
  'no-show': { required: [], optional: [] },
};

function requireFitting(event: AppointmentEvent, facts: AppointmentMove, user: User): void {
  const { required, optional } = fieldsOf[event];
  const given = (Object.keys(facts) as Field[]).filter((field) => facts[field] !== undefined);
  const errors = [
    ...required.filter((field) => !given.includes(field)).map((path) => ({ path, message: `is required to ${event}` })),
    ...given
      .filter((field) => ![...required, ...optional].includes(field))
      .map((path) => ({ path, message: `has no meaning for ${event}` })),
    ...(user.role === 'partner' && facts.override ? [{ path: 'override', message: 'is for the clinic' }] : []),
  ];
  if (errors.length > 0) {
    throw new DomainError('invalid-input', `The fields do not fit what is recorded ("${event}").`, errors);
  }
}

const closing: readonly AppointmentEvent[] = ['fulfil', 'cancel', 'no-show'];

function changed(
  stands: StoredAppointment,
  event: AppointmentEvent,
  { startsAt, minutes, resource, reason, override }: AppointmentMove,
  user: User,
): { -readonly [Key in keyof StoredAppointment]: StoredAppointment[Key] } {
  if (closing.includes(event)) {
    const free = { blockedCause: null, blockedReason: null };
    const sequence = event === 'cancel' ? stands.sequence + 1 : stands.sequence;
    return { ...stands, ...free, settledByDesk: true, sequence, reason: reason ?? null };
  }
  if (event !== 'move') return { ...stands };
  return {
    ...stands,
    startsAt: new Date(startsAt ?? stands.startsAt),
    minutes: minutes ?? stands.minutes,
    resource: resource ?? stands.resource,
    sequence: stands.sequence + 1,
    override: override ? { reason: override.reason, by: user.name } : stands.override,
  };
}

function eventOf(
  event: AppointmentEvent,
  { before, next }: { before: StoredAppointment; next: StoredAppointment },
  now: Date,
): OutgoingEvent {
  switch (event) {
    case 'confirm':
      return appointmentSteppedEvent(next, 'confirmed', now);
    case 'arrive':
      return appointmentSteppedEvent(next, 'arrived', now);
    case 'move':
      return appointmentMovedEvent(next, { before: before.startsAt }, now);
    case 'fulfil':
      return appointmentFulfilledEvent(next, now);
    case 'cancel':
      return appointmentCancelledEvent(next, next.reason ?? '', now);
    case 'no-show':
      return appointmentMissedEvent(next, now);
  }
}
