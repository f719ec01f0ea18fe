import type { PartnerRole } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { AppointmentCopies, type CopiedState } from './appointment-copies.js';
import {
  type AppointmentNews,
  appointmentSteps,
  type AppointmentSteps,
  nextVisit,
  towards,
} from './derive-appointment-steps.js';
import { ReferralMoves } from './referral-moves.js';
import { ReferralRecord } from './referral-record.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';

export interface TimedNews extends AppointmentNews {
  planId: string;
  partnerId: string;
  /** Null in older news: the one request that this partner has open. */
  role: PartnerRole | null;
  startsAt?: Date;
  state: CopiedState;
}

/** The state of a referral follows the visits that scheduling has for it, so that nobody says the same twice. */
@Injectable()
export class FollowAppointments {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly referrals: ReferralRepository,
    private readonly copies: AppointmentCopies,
    private readonly moves: ReferralMoves,
    private readonly record: ReferralRecord,
  ) {}

  async execute(tx: Transaction, news: TimedNews, now: Date): Promise<void> {
    await this.plans.lock(tx, news.planId);
    await this.copies.save(tx, news);
    const open = await this.referrals.openOfPartner(tx, news);
    const referral = open.find(({ role }) => news.role === null || role === news.role);
    if (!referral) return;
    const all = await this.visitsOf(tx, referral);
    await this.take(tx, referral, appointmentSteps(referral, news, { all, now }), now);
  }

  /** After an acceptance: a visit may have been booked before. */
  async catchUp(tx: Transaction, memberId: string, now: Date): Promise<void> {
    const referral = await this.referrals.ofMember(tx, memberId);
    if (referral?.state !== 'accepted') return;
    const next = nextVisit(await this.visitsOf(tx, referral), now);
    await this.take(tx, referral, towards(referral, next), now);
  }

  private async visitsOf(tx: Transaction, { planId, partnerId, role }: ReferralRow) {
    const all = await this.copies.ofPartner(tx, { planId, partnerId });
    return all.filter((one) => one.role === null || one.role === role);
  }

  private async take(
    tx: Transaction,
    referral: ReferralRow,
    { steps, follows, stays }: AppointmentSteps,
    now: Date,
  ): Promise<void> {
    let stands = referral;
    for (const [event, details] of steps)
      stands = await this.moves.apply(tx, stands, { event, details, mover: 'system', by: null, now });
    const { appointmentId, appointmentConfirmed } = follows;
    if (stands.appointmentId !== appointmentId || stands.appointmentConfirmed !== appointmentConfirmed)
      await this.referrals.change(tx, referral.id, follows);
    if (stays === null) return;
    const { state, note: keeps } = stands;
    await this.record.step(
      tx,
      { ...stands, ...follows },
      {
        ...{ event: 'news', state, patch: {}, note: stays, keeps, by: null, now },
        isTold: false,
      },
    );
  }
}
