import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type PartnerRole } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { PlanRepository } from '../plan/plan.repository.js';
import { CareTeamRepository } from './care-team.repository.js';
import { Membership } from './membership.js';

/** A coordinator or physician takes a role off the care team: who holds it hears no further news. `care-team.member-ended` follows. */
@Injectable()
export class RemoveTeamMember {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly membership: Membership,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: { planId: string; role: PartnerRole; by: Actor }): Promise<void> {
    const { planId, role, by } = command;
    const plan = await this.plans.lock(tx, planId);
    const holders = (await this.team.live(tx, planId)).filter((member) => member.role === role);
    if (holders.length === 0) throw new DomainError('not-found', `Nobody holds the role ${role} on this care team.`);
    const at = this.clock.now();
    for (const holder of holders) await this.membership.end(tx, plan, holder, 'removed', { at, by });
  }
}
