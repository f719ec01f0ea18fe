import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { FollowRequests } from '../request/follow-requests.use-case.js';
import { appointmentBookedEvent } from './appointment.events.js';
import type { StoredAppointment } from './appointment.repository.js';
import type { Target } from './booking-target.js';
import { NoShowClocks } from './no-show-clocks.js';

/** What a booking changes around it. */
@Injectable()
export class AfterBooking {
  constructor(
    private readonly requests: FollowRequests,
    private readonly noShows: NoShowClocks,
    private readonly outbox: Outbox,
  ) {}

  async booked(tx: Transaction, booked: StoredAppointment, target: Target, now: Date): Promise<void> {
    await this.outbox.append(tx, appointmentBookedEvent(booked, target.procedureType, now));
    await this.noShows.stop(tx, booked);
    await this.requests.execute(tx, booked.planId);
  }
}
