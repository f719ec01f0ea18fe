import { Injectable } from '@nestjs/common';
import type { Actor, DeclineFamily, PartnerRole, ReferralState, WaitingOn } from '#contracts';
import type { Transaction } from '#platform';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { ended, inWords } from '../timeline/words.js';
import { CareTeamRepository } from './care-team.repository.js';
import { Membership } from './membership.js';
import { endReason, followsOn } from './referral.states.js';
import { nextMove, referralWords } from './referral.words.js';

export interface ReferralMoved {
  planId: string;
  patientId: string;
  memberId: string;
  role: PartnerRole;
  partnerId: string;
  /** The handoff that asked for the first time. */
  handoffId?: string;
  state: ReferralState;
  /** The step that led there, where it is told by `referral.moved`. */
  event?: string;
  family?: DeclineFamily;
  waitingOn?: WaitingOn;
  /** What was said with it, for the timeline. */
  note: string | null;
  at: Date;
  /** Null when the system moved it: a referral is sent by the first handoff. */
  by: Actor | null;
}

/**
 * A referral moved on: the ledger shows its state. Who declined, or answered the one question that was asked, leaves the
 * care team and hears no further news; `care-team.member-ended` follows then.
 */
@Injectable()
export class FollowReferral {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly membership: Membership,
    private readonly partners: PartnerQueries,
    private readonly timeline: TimelineRepository,
  ) {}

  async execute(tx: Transaction, moved: ReferralMoved): Promise<void> {
    const plan = await this.plans.lock(tx, moved.planId);
    const member = await this.team.get(tx, moved.memberId);
    const nameOf = await this.partners.names(tx, [moved.partnerId]);
    const because = moved.note ? `: ${ended(moved.note)}` : '.';
    await this.timeline.record(tx, {
      patientId: moved.patientId,
      at: moved.at,
      type: moved.event ? 'referral.moved' : `referral.${moved.state}`,
      text: `${nameOf(moved.partnerId)} (${inWords(moved.role)}) ${referralWords(moved.state, moved.event)}${because}${nextMove(moved.waitingOn)}`,
      by: moved.by?.name ?? null,
      handoffId: moved.handoffId ?? null,
    });
    if (moved.by?.partnerId === moved.partnerId) await this.team.heardFrom(tx, member.id, moved.at);
    if (!followsOn(member.referralState, moved.state)) return;

    await this.team.change(tx, member.id, { referralState: moved.state });
    const reason = endReason(moved.state, member.role, moved.family);
    if (reason && moved.by && member.status !== 'ended') {
      await this.membership.end(tx, plan, member, reason, { at: moved.at, by: moved.by });
    }
  }
}
