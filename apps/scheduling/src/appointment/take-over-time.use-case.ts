import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PartnerRole } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { FollowRequests } from '../request/follow-requests.use-case.js';
import { appointmentBookedEvent, appointmentMovedEvent } from './appointment.events.js';
import { AppointmentRepository, type StoredAppointment, unbooked } from './appointment.repository.js';
import { isLive } from './appointment.states.js';
import { itemsOfRole, visitTitle } from './visit-at-partner.js';
import { BlockAppointments } from './block-appointments.use-case.js';

export interface SaidTime {
  planId: string;
  patientId: string;
  partnerId: string;
  role: PartnerRole;
  /** The appointment that had been followed so far. */
  appointmentId: string | null;
  startsAt: Date;
}

/**
 * A partner set the time of a visit in its referral, by a link or its own system. It is a fact and no request, so it is taken over without
 * asking our rules: what speaks against it blocks the appointment, and people see that.
 */
@Injectable()
export class TakeOverTime {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly appointments: AppointmentRepository,
    private readonly requests: FollowRequests,
    private readonly blocks: BlockAppointments,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, said: SaidTime): Promise<void> {
    await this.plans.lockPatient(tx, said.patientId);
    const now = this.clock.now();
    const own = (await this.appointments.ofPlan(tx, said.planId)).filter(
      (one) => one.partnerId === said.partnerId && one.role === said.role && isLive(one),
    );
    if (own.some(({ startsAt }) => startsAt.getTime() === said.startsAt.getTime())) return;
    const before = own.find(({ id }) => id === said.appointmentId);
    if (before) await this.move(tx, before, said.startsAt, now);
    else await this.book(tx, said, now);
    await this.requests.execute(tx, said.planId);
    await this.blocks.execute(tx, said.planId, now);
  }

  private async move(tx: Transaction, before: StoredAppointment, startsAt: Date, now: Date): Promise<void> {
    const sequence = before.sequence + 1;
    const moved = { ...before, startsAt, state: 'booked', sequence, changedAt: now } as const;
    await this.appointments.save(tx, moved);
    await this.outbox.append(tx, appointmentMovedEvent(moved, { before: before.startsAt }, now));
  }

  private async book(tx: Transaction, said: SaidTime, now: Date): Promise<void> {
    const { planId, patientId, partnerId, role, startsAt } = said;
    const document = (await this.plans.find(tx, planId))?.document ?? null;
    const booked: StoredAppointment = {
      ...unbooked,
      ...{
        id: randomUUID(),
        planId,
        patientId,
        partnerId,
        role,
        startsAt,
        itemId: itemsOfRole(role, document)[0] ?? role,
      },
      kind: 'visit',
      state: 'booked',
      createdAt: now,
      changedAt: now,
      title: visitTitle(role),
    };
    await this.appointments.save(tx, booked);
    await this.outbox.append(tx, appointmentBookedEvent(booked, null, now));
  }
}
