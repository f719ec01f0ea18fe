import { Controller } from '@nestjs/common';
import { type FollowUp, followUpsOf } from '#clinical';
import type { Target } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { PlanRepository } from '../plan/plan.repository.js';
import { StandingQueries } from '../target/standing.queries.js';
import { followUpDueEvent } from './follow-up.events.js';
import { followUpTimer, KeepFollowUps } from './keep-follow-ups.use-case.js';

const oneMillisecond = 1;

/** The moment of a follow-up has come: when it still stands, its desk is told; then the next one of its kind is waited for. */
@Controller()
export class FollowUpTimersController {
  constructor(
    private readonly keep: KeepFollowUps,
    private readonly plans: PlanRepository,
    private readonly standings: StandingQueries,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(followUpTimer)
  async onFollowUp({ planId, subject: patientId, data, dueAt }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const plan = await this.plans.lock(tx, planId);
    // As of just before it came: what repeats names the next moment after that.
    const course = await this.keep.course(tx, planId, new Date(dueAt.getTime() - oneMillisecond));
    const followUp = followUpsOf(course).find(({ key }) => key === data['key']);
    const targets = course.history.at(-1)?.document.targets ?? [];
    if (followUp && (await this.holds(tx, planId, followUp, targets))) {
      const moment = { planId, patientId, planVersion: plan.currentVersion, now, calendar: course.calendar };
      await this.outbox.append(tx, followUpDueEvent(followUp, moment));
    }
    await this.keep.execute(tx, { planId, patientId });
  }

  private async holds(tx: Transaction, planId: string, { onlyIf }: FollowUp, targets: Target[]): Promise<boolean> {
    if (onlyIf?.is !== 'not-improving') return true;
    for (const target of targets.filter(({ id }) => onlyIf.targetIds.includes(id))) {
      const { progress } = await this.standings.standing(tx, planId, target);
      if (progress === 'improving' || progress === 'met') return false;
    }
    return true;
  }
}
