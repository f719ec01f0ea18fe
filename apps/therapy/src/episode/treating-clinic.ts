import { Injectable } from '@nestjs/common';
import type { EventData, careTeamMemberEnded } from '#contracts';
import type { Transaction } from '#platform';
import { DoseChanges } from '../dose-change/dose-changes.js';
import { Paperwork } from '../paperwork/paperwork.js';
import { CareTeamRepository, isTherapy } from './care-team.repository.js';
import { EngagementRepository } from './engagement.repository.js';
import { PlanCopyRepository } from './plan-copy.repository.js';

type Member = Parameters<CareTeamRepository['keep']>[1];
type Ended = EventData<typeof careTeamMemberEnded>;

/** Clinics that leave in these ways treated, and keep their own past; of the others, only who did something there. */
const leavesWithPast: readonly Ended['reason'][] = ['completed', 'replaced', 'transferred'];

/** Follows the care team: who treats, and what is not a clinic's any more when it hands over. */
@Injectable()
export class TreatingClinic {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: CareTeamRepository,
    private readonly engagements: EngagementRepository,
    private readonly doseChanges: DoseChanges,
    private readonly paperwork: Paperwork,
  ) {}

  async memberIs(tx: Transaction, member: Member, at: Date): Promise<void> {
    if (!isTherapy(member.role)) return;
    await this.plans.lock(tx, member.planId);
    await this.team.keep(tx, member);
    await this.settle(tx, member.planId, at);
  }

  async memberEnded(tx: Transaction, ended: Ended): Promise<void> {
    await this.memberIs(tx, { ...ended, status: 'ended' }, new Date(ended.endedAt));
    if (isTherapy(ended.role) && !leavesWithPast.includes(ended.reason))
      await this.engagements.forget(tx, ended.memberId);
  }

  /** After a version or a change of the team. The caller holds the plan's lock. */
  async settle(tx: Transaction, planId: string, at: Date): Promise<void> {
    for (const { episodeId } of await this.engagements.settle(tx, planId, at)) {
      await this.doseChanges.courseEnded(tx, episodeId, at);
    }
    await this.paperwork.settlePlan(tx, planId);
  }
}
