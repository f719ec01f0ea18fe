import type { careTeamMemberJoined, EventData } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from './plan-copy.repository.js';
import { TeamCopyRepository } from './team-copy.repository.js';

/** Keeps a copy of who joined a care team, or became active on it. A member that this service assigned itself is known already. */
@Injectable()
export class RecordMember {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
  ) {}

  async execute(
    tx: Transaction,
    { planId, patientId, joinedAt, member }: EventData<typeof careTeamMemberJoined>,
  ): Promise<void> {
    await this.plans.lock(tx, planId);
    await this.team.upsert(tx, { planId, patientId, joinedAt: new Date(joinedAt) }, member);
  }
}
