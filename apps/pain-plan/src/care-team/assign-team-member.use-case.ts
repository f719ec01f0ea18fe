import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type PartnerRole, type PutTeamMember, type TeamMember } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { CareTeamRepository } from './care-team.repository.js';
import { Membership } from './membership.js';
import { toTeamMember } from './member.js';

/**
 * A coordinator or physician gives a role on the care team to a partner, who starts at version 0; another holder of that
 * role is replaced. `care-team.member-joined` follows (and `-ended` for the replaced). Saying the same again does nothing.
 */
@Injectable()
export class AssignTeamMember {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly partners: PartnerQueries,
    private readonly membership: Membership,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: PutTeamMember & { planId: string; role: PartnerRole; by: Actor },
  ): Promise<TeamMember> {
    const { planId, role, partnerId, status, engagedFor, by } = command;
    const plan = await this.plans.lock(tx, planId);
    const objection = await this.partners.objectionTo(tx, partnerId, role);
    if (objection) {
      throw new DomainError('invalid-input', 'This partner cannot take this role.', [
        { path: 'partnerId', message: objection },
      ]);
    }
    const holder = (await this.team.live(tx, planId)).find(
      (member) => member.role === role && member.partnerId === partnerId,
    );
    if (holder?.status === 'active' && status === 'proposed') {
      throw new DomainError(
        'illegal-transition',
        'An active member cannot be proposed again; take it off the team instead.',
        [],
        {
          allowed: ['active', 'removed'],
        },
      );
    }
    const member: TeamMember = { memberId: holder?.id ?? randomUUID(), role, partnerId, status, engagedFor };
    if (holder && isSame(toTeamMember(holder), member)) return member;
    await this.membership.join(tx, plan, member, { at: this.clock.now(), by });
    return member;
  }
}

const isSame = (one: TeamMember, other: TeamMember): boolean =>
  one.status === other.status && [...one.engagedFor].sort().join('\n') === [...other.engagedFor].sort().join('\n');
