import { Injectable } from '@nestjs/common';
import { inZone, nextBusinessDay, timeOn } from '#clinical';
import type { Transaction } from '#platform';
import { Timers } from '#timers';
import { SiteRepository } from '../site/site.repository.js';
import { AppointmentRepository, type StoredAppointment } from './appointment.repository.js';
import { isLive } from './appointment.states.js';
import { isSameVisit } from './booking-checks.js';

export const rebookTimer = 'no-show.rebook';
const keyOf = ({ id }: StoredAppointment): string => `no-show:${id}:rebook`;

/** Somebody who did not come is called on the next business day, unless a new time is booked until then. */
@Injectable()
export class NoShowClocks {
  constructor(
    private readonly timers: Timers,
    private readonly appointments: AppointmentRepository,
    private readonly sites: SiteRepository,
  ) {}

  /** After the second miss the coordinator calls anyway (CO-06). */
  async start(tx: Transaction, missed: StoredAppointment, now: Date): Promise<void> {
    if (missed.missed > 1) return;
    const { calendar } = await this.sites.clinic(tx);
    const dueAt = timeOn(nextBusinessDay(inZone(now, calendar), calendar, 1), calendar.opens).toJSDate();
    const { id, planId, patientId: subject } = missed;
    const data = { id, missedAt: now.toISOString() };
    await this.timers.set(tx, { key: keyOf(missed), kind: rebookTimer, subject, planId, dueAt, data });
  }

  async stop(tx: Transaction, booked: StoredAppointment): Promise<void> {
    const missed = (await this.appointments.ofPlan(tx, booked.planId)).filter(
      (one) => one.state === 'no-show' && isSameVisit(one, booked),
    );
    await this.timers.cancel(tx, ...missed.map(keyOf));
  }

  /** The missed visit, when nothing new is booked for it. */
  async stillMissed(tx: Transaction, id: string): Promise<StoredAppointment | null> {
    const missed = await this.appointments.lock(tx, id);
    const others = await this.appointments.ofPlan(tx, missed.planId);
    return others.some((other) => isLive(other) && isSameVisit(other, missed)) ? null : missed;
  }
}
