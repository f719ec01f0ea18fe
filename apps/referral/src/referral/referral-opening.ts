import type { Actor, Urgency } from '#contracts';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import type { MemberCopy } from '../projection/team-copy.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { draftReferral } from './new-referral.js';
import { ReferralRecord } from './referral-record.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';

export type FirstRequest = Pick<MemberCopy, 'planId' | 'patientId' | 'memberId' | 'role' | 'partnerId'> & {
  handoffId: string;
  urgency: Urgency;
  dueAt: Date;
};

const unanswered: readonly ReferralRow['state'][] = ['sent', 'undeliverable', 'received'];

/** What handoffs do to the referral of their member: the first one sends it, a partner that works from it has accepted. */
@Injectable()
export class ReferralOpening {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly record: ReferralRecord,
    private readonly desks: DeskWork,
  ) {}

  /**
   * The first time a member is asked anything it is referred to; later handoffs belong to the same referral.
   * Somebody is asked now, so the coordinator's item about the role is done, and whoever was asked before is followed.
   */
  async sendOnce(tx: Transaction, request: FirstRequest, now: Date): Promise<void> {
    const { planId, role, handoffId, urgency, dueAt } = request;
    const known = await this.referrals.ofMember(tx, request.memberId);
    if (known && known.state !== 'draft') return;
    const draft = known ?? (await this.begin(tx, request, now));
    await this.record.step(tx, draft, {
      event: 'send',
      state: 'sent',
      patch: { handoffId, urgency, sentAt: now, answerDueAt: dueAt },
      note: draft.note,
      by: null,
      now,
    });
    await this.desks.roleNeedsNobody(tx, { planId, role, outcome: 'done', now });
  }

  private async begin(tx: Transaction, request: FirstRequest, now: Date): Promise<ReferralRow> {
    const before = (await this.referrals.unfollowed(tx, request)).sort(
      (one, other) => +other.changedAt - +one.changedAt,
    );
    const { urgency } = request;
    const draft = draftReferral(request, { followsId: before[0]?.id ?? null, note: null, urgency, now });
    await this.referrals.add(tx, draft);
    for (const ended of before) await this.record.follow(tx, ended, draft.id);
    return draft;
  }

  /** Nobody is asked twice for the same at a time: the second attempt is shown the first. */
  async refuseSecond(tx: Transaction, at: Pick<MemberCopy, 'planId' | 'role' | 'partnerId'>): Promise<void> {
    const open = await this.referrals.openAt(tx, at);
    if (!open) return;
    throw new DomainError('already-exists', 'This partner has an open referral for the same.', [], {
      referralId: open.id,
      state: open.state,
    });
  }

  /** Returns whether the referral was still waiting for an answer and counts as accepted now. */
  async acceptIfSent(tx: Transaction, memberId: string, by: Actor, now: Date): Promise<boolean> {
    const referral = await this.referrals.ofMember(tx, memberId);
    if (!referral || !unanswered.includes(referral.state)) return false;
    const act = { at: now.toISOString(), by: by.name };
    const patch = { accepted: act, received: referral.received ?? act };
    await this.record.step(tx, referral, { event: 'accept', state: 'accepted', patch, note: null, by, now });
    return true;
  }
}
