import { randomUUID } from 'node:crypto';
import type { Actor } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import type { MemberCopy } from '../projection/team-copy.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { accepted, sent } from './referral.events.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';

export type FirstRequest = Pick<MemberCopy, 'planId' | 'patientId' | 'memberId' | 'role' | 'partnerId'> & {
  handoffId: string;
};

/** What handoffs do to the referral of their member: the first one sends it, a partner that works from it has accepted. */
@Injectable()
export class ReferralOpening {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly desks: DeskWork,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The first time a member is asked anything it is referred to; later handoffs belong to the same referral.
   * Somebody is asked now, so the coordinator's item about the role is done.
   */
  async sendOnce(tx: Transaction, request: FirstRequest, now: Date): Promise<void> {
    const { planId, patientId, memberId, role, partnerId, handoffId } = request;
    if (await this.referrals.ofMember(tx, memberId)) return;
    const referral: ReferralRow = {
      id: randomUUID(),
      planId,
      patientId,
      memberId,
      role,
      partnerId,
      handoffId,
      state: 'sent',
      sentAt: now,
      changedAt: now,
      note: null,
    };
    await this.referrals.add(tx, referral);
    await this.outbox.append(tx, sent(referral, now));
    await this.desks.roleNeedsNobody(tx, { planId, role, outcome: 'done', now });
  }

  /** Returns whether the referral was still waiting for an answer and counts as accepted now. */
  async acceptIfSent(tx: Transaction, memberId: string, by: Actor, now: Date): Promise<boolean> {
    const referral = await this.referrals.ofMember(tx, memberId);
    if (referral?.state !== 'sent') return false;
    await this.referrals.move(tx, referral.id, { state: 'accepted', changedAt: now, note: null });
    await this.outbox.append(tx, accepted(referral, by, now));
    return true;
  }
}
