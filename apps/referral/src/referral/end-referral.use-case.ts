import type { careTeamMemberEnded, EventData } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ReferralRepository } from './referral.repository.js';

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
  ) {}

  async execute(tx: Transaction, ended: EventData<typeof careTeamMemberEnded>): Promise<void> {
    await this.plans.lock(tx, ended.planId);
    await this.team.end(tx, ended.memberId);
    const referral = await this.referrals.ofMember(tx, ended.memberId);
    if (referral?.state !== 'sent' && referral?.state !== 'accepted') return;
    const state = ended.reason === 'completed' ? 'completed' : 'cancelled';
    await this.referrals.move(tx, referral.id, {
      state,
      changedAt: new Date(ended.endedAt),
      note: `Left the care team: ${ended.reason}.`,
    });
  }
}
