import { DomainError, type ReferralEvent, type ReferralMove } from '#contracts';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { AskAgain } from './ask-again.use-case.js';
import { FollowAppointments } from './follow-appointments.use-case.js';
import { moverOf } from './referral-facts.js';
import { ReferralMoves } from './referral-moves.js';
import { ReferralRepository } from './referral.repository.js';

interface Move {
  referralId: string;
  event: ReferralEvent;
  details: ReferralMove;
  user: User;
  now: Date;
}

/**
 * Somebody moves a referral: its partner, the coordinator (for the partner too), or the physician. What the table of states does not allow
 * is refused with what it does. A transfer and a reopening leave a new referral behind: its id is returned.
 */
@Injectable()
export class MoveReferral {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly plans: PlanCopyRepository,
    private readonly moves: ReferralMoves,
    private readonly askAgain: AskAgain,
    private readonly appointments: FollowAppointments,
  ) {}

  async execute(tx: Transaction, { referralId, event, details, user, now }: Move): Promise<{ id: string }> {
    const { planId } = await this.referrals.findFor(tx, referralId, user);
    await this.plans.lock(tx, planId);
    const referral = await this.referrals.findFor(tx, referralId, user);
    const mover = moverOf(user.role);
    if (mover === null) throw new DomainError('forbidden', `A referral is not moved by the role ${user.role}.`);
    const move = { event, details, mover, by: toActor(user), now };
    if (event === 'transfer' || event === 'reopen')
      return this.askAgain.execute(tx, referral, { ...move, event, user });
    const { id, memberId } = await this.moves.apply(tx, referral, move);
    if (event === 'accept') await this.appointments.catchUp(tx, memberId, now);
    return { id };
  }
}
