import { isEndedReferral } from '#clinical';
import type { careTeamMemberEnded, EventData, planPublished } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReferralClockwork } from '../escalation/referral-clockwork.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ReferralRecord } from './referral-record.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';

/** A plan that is resumed may have ended before. */
const endings: ReadonlySet<string> = new Set(['plan.revoked', 'plan.completed', 'plan.resumed']);

/**
 * pain-plan says that a member left the team. Its referral ends with it when nobody has ended it before: completed when the
 * work is done, otherwise cancelled. No event follows, the news is pain-plan's own.
 */
@Injectable()
export class EndReferral {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly referrals: ReferralRepository,
    private readonly record: ReferralRecord,
    private readonly clockwork: ReferralClockwork,
  ) {}

  async execute(tx: Transaction, ended: EventData<typeof careTeamMemberEnded>): Promise<void> {
    await this.plans.lock(tx, ended.planId);
    await this.team.end(tx, ended.memberId);
    const referral = await this.referrals.ofMember(tx, ended.memberId);
    if (!referral) return;
    if (isEndedReferral(referral.state)) return this.giveUp(tx, referral, ended);
    await this.record.step(tx, referral, {
      event: 'leave',
      state: ended.reason === 'completed' ? 'completed' : 'cancelled',
      patch: {},
      note: `Left the care team: ${ended.reason}.`,
      by: ended.by,
      now: new Date(ended.endedAt),
      isTold: false,
    });
  }

  /** A plan ended, or goes on after all: the clocks of its open referrals rest, or run again. */
  async followPlan(tx: Transaction, { planId, changes }: EventData<typeof planPublished>): Promise<void> {
    if (!changes.some(({ type }) => endings.has(type))) return;
    for (const referral of await this.referrals.openOfPlan(tx, planId))
      await this.referrals.change(tx, referral.id, await this.clockwork.follow(tx, referral));
  }

  /** Whoever declined for want of information stayed on the team, to go on when it is there. Taken off it, it does not. */
  private async giveUp(
    tx: Transaction,
    referral: ReferralRow,
    ended: EventData<typeof careTeamMemberEnded>,
  ): Promise<void> {
    if (referral.state !== 'declined' || referral.family !== 'information' || ended.reason === 'declined') return;
    await this.referrals.change(tx, referral.id, { confirmed: { at: ended.endedAt, by: ended.by.name } });
  }
}
