import { referralServiceLevels } from '#clinical';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { Controller } from '@nestjs/common';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { ReferralDesk } from '../referral/referral-desk.js';
import { ReferralMoves } from '../referral/referral-moves.js';
import { reminded } from '../referral/referral.events.js';
import { ReferralRepository, type ReferralRow } from '../referral/referral.repository.js';
import { referralTimer, type RungData } from './referral-clockwork.js';

/** The rungs of a referral's clocks: the partner is reminded, then the coordinator hears, then the physician; some things happen by themselves. */
@Controller()
export class ReferralTimersController {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly referrals: ReferralRepository,
    private readonly handoffs: HandoffRepository,
    private readonly desk: ReferralDesk,
    private readonly moves: ReferralMoves,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(referralTimer)
  async onRung({ planId, data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await this.plans.lock(tx, planId);
    const { id, clock, rung: index } = data as unknown as RungData;
    const level = referralServiceLevels.clocks.find((one) => one.id === clock);
    const rung = level?.ladder[index];
    const referral = await this.referrals.find(tx, id);
    // A release may have other clocks than the one that set this timer.
    if (!level || !rung || !referral || !level.runs.includes(referral.state)) return;
    if (rung.event) return this.byItself(tx, referral, rung.event, now);
    if (clock === 'answer' && (await this.handoffs.openOfMember(tx, referral.memberId))) return;
    if (rung.tell === 'coordinator' || rung.tell === 'physician')
      return this.desk.standsStill(tx, referral, level, { desk: rung.tell, now });
    if (rung.tell === 'partner') await this.outbox.append(tx, reminded(referral, clock, referral.dueAt ?? now, now));
  }

  private async byItself(
    tx: Transaction,
    referral: ReferralRow,
    event: 'confirm-cancellation',
    now: Date,
  ): Promise<void> {
    const text = 'Confirmed by time: the partner did not answer within its time.';
    await this.moves.apply(tx, referral, { event, details: { text }, mover: 'system', by: null, now });
  }
}
