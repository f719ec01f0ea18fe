import { Injectable } from '@nestjs/common';
import type { AppointmentMove } from '#contracts';
import type { Transaction, User } from '#platform';
import { CountUnit } from '../authorization/count-unit.use-case.js';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { FollowRequests } from '../request/follow-requests.use-case.js';
import type { StoredAppointment } from './appointment.repository.js';
import type { AppointmentEvent } from './appointment.states.js';
import { BlockAppointments } from './block-appointments.use-case.js';
import { BookingRules } from './booking-rules.js';
import { NoShowClocks } from './no-show-clocks.js';

/** What a step of an appointment must meet, and what it changes around it. */
@Injectable()
export class AfterMove {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly rules: BookingRules,
    private readonly requests: FollowRequests,
    private readonly noShows: NoShowClocks,
    private readonly countUnit: CountUnit,
    private readonly blockAppointments: BlockAppointments,
  ) {}

  async requirePossible(
    tx: Transaction,
    draft: StoredAppointment,
    { facts, user }: { facts: AppointmentMove; user: User },
  ): Promise<void> {
    const document = (await this.plans.find(tx, draft.planId))?.document ?? null;
    const isSameDay = await this.requests.isSameDay(tx, draft.requestId);
    const override = facts.override ?? (draft.override ? { reason: draft.override.reason } : undefined);
    await this.rules.require(tx, { draft, document, user, isSameDay, override });
  }

  async moved(tx: Transaction, event: AppointmentEvent, next: StoredAppointment, now: Date): Promise<void> {
    if (event === 'no-show') await this.noShows.start(tx, next, now);
    if (event === 'fulfil') await this.countUnit.execute(tx, next, now);
    await this.requests.execute(tx, next.planId);
    if (event === 'move' || event === 'fulfil') await this.blockAppointments.execute(tx, next.planId, now);
  }
}
