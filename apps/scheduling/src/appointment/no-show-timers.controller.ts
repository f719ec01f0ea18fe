import { Controller } from '@nestjs/common';
import { Outbox } from '#messaging';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { appointmentRebookingDueEvent } from './appointment.events.js';
import { NoShowClocks, rebookTimer } from './no-show-clocks.js';

@Controller()
export class NoShowTimersController {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly noShows: NoShowClocks,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(rebookTimer)
  async onRebook({ subject, planId, data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await this.plans.lockPatient(tx, subject);
    const missed = await this.noShows.stillMissed(tx, String(data['id']));
    if (!missed) return;
    const planVersion = (await this.plans.find(tx, planId))?.version ?? 0;
    const missedAt = String(data['missedAt']);
    await this.outbox.append(tx, appointmentRebookingDueEvent(missed, { planVersion, missedAt }, now));
  }
}
