import { randomUUID } from 'node:crypto';
import type { PartnerRole } from '#contracts';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { AssignHandoff } from '../handoff/assign-handoff.use-case.js';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { draftReferral } from './new-referral.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';
import { Reroute } from './reroute.js';

interface First {
  planId: string;
  patientId: string;
  role: PartnerRole;
  partnerId: string;
  note: string;
  user: User;
  now: Date;
}

/**
 * A partner is referred to that nobody has referred to for this role. Where the role waits on the worklist, that very handoff is assigned;
 * otherwise a new member works from version 0, so that its handoff says everything in force. 409 names an open request to the same partner.
 * The caller holds the plan's lock and tells pain-plan of the member.
 */
@Injectable()
export class BeginReferral {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly reroute: Reroute,
    private readonly team: TeamCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly assignHandoff: AssignHandoff,
  ) {}

  async execute(tx: Transaction, first: First): Promise<ReferralRow> {
    const { planId, patientId, role, partnerId, note, user, now } = first;
    await this.reroute.refuse(tx, { planId, role }, partnerId);
    const waiting = await this.handoffs.waitingOfPlan(tx, planId);
    const vacancy = waiting.find((handoff) => handoff.status === 'unassigned' && handoff.role === role);
    if (vacancy) await this.assignHandoff.execute(tx, { id: vacancy.id, partnerId, user, now });
    else {
      const memberId = randomUUID();
      const member = { memberId, role, partnerId, status: 'active', engagedFor: [] } as const;
      await this.team.upsert(tx, { planId, patientId, joinedAt: now }, { ...member, engagedFor: [] });
      const identity = { planId, patientId, memberId, role, partnerId };
      const draft = draftReferral(identity, { followsId: null, note, urgency: 'routine', now });
      await this.reroute.beginAnew(tx, draft, { by: toActor(user), now });
    }
    const begun = await this.referrals.openAt(tx, { planId, role, partnerId });
    if (!begun) throw new Error(`No referral of ${planId} to ${partnerId} was begun.`);
    return begun;
  }
}
