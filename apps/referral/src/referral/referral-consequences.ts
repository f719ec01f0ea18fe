import { isLongWait, resumedDue } from '#clinical';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReferralClockwork } from '../escalation/referral-clockwork.js';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ReferralDesk } from './referral-desk.js';
import type { ReferralRow } from './referral.repository.js';

interface Taken {
  event: string;
  before: ReferralRow;
  after: ReferralRow;
  /** The words that came with it. */
  words: string;
  byName: string | null;
  now: Date;
}

/** What follows here from a referral's step: for the team, for the handoffs of the member, and for the desks. */
@Injectable()
export class ReferralConsequences {
  constructor(
    private readonly team: TeamCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly clockwork: ReferralClockwork,
    private readonly desk: ReferralDesk,
  ) {}

  async of(tx: Transaction, taken: Taken): Promise<void> {
    const { event, before, after, words, now } = taken;
    const isHalfAnswered = event === 'answer' && after.state === before.state;
    if (!isHalfAnswered) await this.desk.movedOn(tx, after, now);
    await this.timeOfThePartner(tx, taken);
    switch (event) {
      case 'decline':
        await this.closeView(tx, taken);
        return this.desk.declined(tx, after, words, now);
      case 'request-information':
        return this.desk.informationRequested(tx, after, words, now);
      case 'answer':
        // It declined for want of this; it is on the team again and is asked anew.
        if (before.state === 'declined' && !isHalfAnswered) await this.team.rejoin(tx, after.memberId, now);
        return;
      case 'wait-list':
        return this.offerAnother(tx, after, now);
      case 'fail':
        return this.desk.failed(tx, after, words, now);
      default:
        if (after.state === 'cancelled' || after.state === 'entered-in-error') await this.team.end(tx, after.memberId);
    }
  }

  /** A question of the partner stops the time of its handoff; the answer lets it go on with what was left. */
  private async timeOfThePartner(tx: Transaction, { before, after, now }: Taken): Promise<void> {
    const wasAsked = before.state === 'info-requested';
    if (wasAsked === (after.state === 'info-requested')) return;
    const open = await this.handoffs.openOfMember(tx, after.memberId);
    if (!open) return;
    const { partner } = await this.clockwork.calendarsOf(tx, after.partnerId);
    const stoppedAt = before.stoppedAt ?? now;
    const dueAt = wasAsked ? resumedDue({ dueAt: open.dueAt, stoppedAt }, now, partner) : open.dueAt;
    await this.handoffs.change(tx, open.id, { dueAt });
  }

  private async offerAnother(tx: Transaction, referral: ReferralRow, now: Date): Promise<void> {
    const { partner } = await this.clockwork.calendarsOf(tx, referral.partnerId);
    if (referral.reviewOn !== null && isLongWait(now, referral.reviewOn, partner))
      await this.desk.waitListed(tx, referral, now);
  }

  /** Closed rather than withdrawn: who declined gets no further notice, not even that nothing is asked any more. */
  private async closeView(tx: Transaction, { after, words, byName, now }: Taken): Promise<void> {
    await this.team.end(tx, after.memberId);
    const open = await this.handoffs.openOfMember(tx, after.memberId);
    if (!open) return;
    const text = `Closed: the referral was declined (${after.family}): ${words}`;
    await this.handoffs.change(tx, open.id, { status: 'closed', endedAt: now });
    await this.handoffs.addEntries(tx, {
      handoffId: open.id,
      at: now,
      kind: 'history',
      text,
      by: byName,
      forPartner: true,
    });
  }
}
