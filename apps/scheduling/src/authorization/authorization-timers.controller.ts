import { Controller } from '@nestjs/common';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { BlockAppointments } from '../appointment/block-appointments.use-case.js';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { authorizationTimers } from './authorization-clocks.js';
import { authorizationExpiringEvent } from './authorization.events.js';
import { AuthorizationRepository, type StoredAuthorization } from './authorization.repository.js';

const leftOf = ({ units, unitsUsed }: StoredAuthorization): number | null =>
  units === null ? null : Math.max(0, units - unitsUsed);

/** The calendar of a permission: it ends soon, it has ended. */
@Controller()
export class AuthorizationTimersController {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly authorizations: AuthorizationRepository,
    private readonly blockAppointments: BlockAppointments,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(authorizationTimers.warning)
  async onWarning(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const ending = await this.stillApproved(tx, timer);
    if (!ending) return;
    await this.outbox.append(
      tx,
      authorizationExpiringEvent(ending, { expired: false, unitsLeft: leftOf(ending) }, now),
    );
  }

  @OnTimer(authorizationTimers.end)
  async onEnd(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const ending = await this.stillApproved(tx, timer);
    if (!ending) return;
    await this.authorizations.save(tx, { ...ending, state: 'expired', changedAt: now });
    await this.outbox.append(tx, authorizationExpiringEvent(ending, { expired: true, unitsLeft: leftOf(ending) }, now));
    await this.blockAppointments.execute(tx, ending.planId, now);
  }

  private async stillApproved(tx: Transaction, { subject, data }: DueTimer): Promise<StoredAuthorization | null> {
    await this.plans.lockPatient(tx, subject);
    const found = await this.authorizations.lock(tx, String(data['id']));
    return found.state === 'approved' && found.validUntil === data['validUntil'] ? found : null;
  }
}
