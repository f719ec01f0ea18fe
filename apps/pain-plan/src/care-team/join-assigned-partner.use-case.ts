import { Injectable } from '@nestjs/common';
import type { Actor, EventData, handoffAssigned, PartnerRole } from '#contracts';
import type { Transaction } from '#platform';
import { PlanRepository } from '../plan/plan.repository.js';
import { CareTeamRepository } from './care-team.repository.js';
import { HandoffCopyRepository } from './handoff-copy.repository.js';
import { Membership } from './membership.js';

interface TakeOver {
  planId: string;
  role: PartnerRole;
  memberId: string;
  partnerId: string;
  /** Whom it takes over from: it is engaged for the same. */
  before: string | null;
  by: Actor;
  at: string;
}

/**
 * A coordinator chose a partner for an unassigned handoff in referral: it joins the care team under the member id that
 * referral gave it. `care-team.member-joined` follows. Referral checked partner and role; a directory event that is
 * still on its way here must not hold up the patient.
 */
@Injectable()
export class JoinAssignedPartner {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly handoffs: HandoffCopyRepository,
    private readonly membership: Membership,
  ) {}

  async execute(tx: Transaction, assigned: EventData<typeof handoffAssigned>): Promise<void> {
    const { planId, handoffId, memberId, role, partnerId, by } = assigned;
    await this.plans.lock(tx, planId);
    await this.handoffs.assign(tx, handoffId, memberId);
    await this.takeOver(tx, { planId, role, memberId, partnerId, before: null, by, at: assigned.assignedAt });
  }

  /** Somebody takes a role over, or is asked once more; who held it before is replaced. */
  async takeOver(tx: Transaction, { planId, role, memberId, partnerId, before, by, at }: TakeOver): Promise<void> {
    const plan = await this.plans.lock(tx, planId);
    const known = await this.team.find(tx, memberId);
    // Active: already joined. Ended: somebody took it off the team meanwhile, and that was the later decision.
    if (known && known.status !== 'proposed') return;
    const predecessor = before === null ? null : await this.team.find(tx, before);
    const engagedFor = known?.engagedFor ?? predecessor?.engagedFor ?? [];
    await this.membership.join(
      tx,
      plan,
      { memberId, role, partnerId, status: 'active', engagedFor },
      { at: new Date(at), by },
    );
  }
}
