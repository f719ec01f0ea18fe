import { allowedReferralEvents, nextReferralState } from '#clinical';
import {
  behavioralEpisodeCompleted,
  behavioralEpisodeEngaged,
  deliveryFailed,
  handoffDelivered,
  type ReferralEvent,
  type ReferralMove,
  type Actor,
  therapyDischarged,
  therapyProgressReported,
  therapyVisitRecorded,
} from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { factsOf } from './referral-facts.js';
import { ReferralMoves } from './referral-moves.js';
import { ReferralRecord } from './referral-record.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';

interface News {
  planId: string;
  partnerId: string;
  role: string;
  event: ReferralEvent;
  details: ReferralMove;
  by: Actor | null;
}

/**
 * News of other services that moves a referral, so that nobody has to say the same twice: a visit that therapy recorded, a report, a
 * discharge, a channel that fails. What the table of states does not allow at that moment changes nothing.
 */
@Controller()
export class NewsEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly referrals: ReferralRepository,
    private readonly moves: ReferralMoves,
    private readonly record: ReferralRecord,
  ) {}

  @OnEvent(deliveryFailed)
  onDeliveryFailed(@Payload() { data }: EventOf<typeof deliveryFailed>, @Ctx() { tx }: EventContext): Promise<void> {
    const note = `Not reached by ${data.channel}: ${data.reason.replaceAll('-', ' ')}.`;
    return this.reach(tx, data.handoffId, { event: 'undeliver', patch: {}, note });
  }

  @OnEvent(handoffDelivered)
  async onDelivered(@Payload() { data }: EventOf<typeof handoffDelivered>, @Ctx() { tx }: EventContext): Promise<void> {
    if (data.kind !== 'handoff') return;
    const delivered = { at: data.deliveredAt, by: data.channel };
    const known = await this.referrals.ofHandoff(tx, data.handoffId);
    if (!known) return;
    await this.plans.lock(tx, known.planId);
    if (!known.delivered) await this.referrals.change(tx, known.id, { delivered });
    await this.reach(tx, data.handoffId, { event: 'deliver', patch: { delivered }, note: null });
  }

  @OnEvent(therapyVisitRecorded)
  onVisit(@Payload() { data }: EventOf<typeof therapyVisitRecorded>, @Ctx() { tx }: EventContext): Promise<void> {
    const { planId, partnerId, discipline: role, by, visitNumber } = data;
    const now = this.clock.now();
    const visitedAt = new Date(data.visitedAt) < now ? data.visitedAt : now.toISOString();
    const details = { startsAt: visitedAt, text: `Visit ${visitNumber} took place.` };
    return this.follow(tx, { planId, partnerId, role, event: 'start', details, by });
  }

  @OnEvent(therapyProgressReported)
  onProgress(@Payload() { data }: EventOf<typeof therapyProgressReported>, @Ctx() { tx }: EventContext): Promise<void> {
    const { planId, partnerId, discipline: role, by } = data;
    const details = { text: `Progress reported (${data.measurements.length} measurements).` };
    return this.follow(tx, { planId, partnerId, role, event: 'report', details, by });
  }

  @OnEvent(therapyDischarged)
  onDischarged(@Payload() { data }: EventOf<typeof therapyDischarged>, @Ctx() { tx }: EventContext): Promise<void> {
    const { planId, partnerId, discipline: role, by, visits } = data;
    const details = { outcome: data.summary.slice(0, 2000) || 'Discharged.', visits: Math.min(visits, 500) };
    return this.follow(tx, { planId, partnerId, role, event: 'complete', details, by });
  }

  /** Of behavioral health nothing but that it goes on, and that it is complete, is known outside it. */
  @OnEvent(behavioralEpisodeEngaged)
  onBehavioralEngaged(
    @Payload() { data }: EventOf<typeof behavioralEpisodeEngaged>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, by } = data;
    const partnerId = by.partnerId;
    if (partnerId === undefined) return Promise.resolve();
    const now = this.clock.now();
    const startsAt = new Date(data.engagedAt) < now ? data.engagedAt : now.toISOString();
    const details = { startsAt, text: 'The patient is engaged.' };
    return this.follow(tx, { planId, partnerId, role: 'behavioral-health', event: 'start', details, by });
  }

  @OnEvent(behavioralEpisodeCompleted)
  onBehavioralCompleted(
    @Payload() { data }: EventOf<typeof behavioralEpisodeCompleted>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, by } = data;
    const partnerId = by.partnerId;
    if (partnerId === undefined) return Promise.resolve();
    const details = { text: 'An evaluation is complete.' };
    return this.follow(tx, { planId, partnerId, role: 'behavioral-health', event: 'report', details, by });
  }

  private async follow(tx: Transaction, { planId, partnerId, role, event, details, by }: News): Promise<void> {
    await this.plans.lock(tx, planId);
    const open = await this.referrals.openOfPartner(tx, { planId, partnerId });
    const referral = open.find(
      (one) => one.role === role && allowedReferralEvents(factsOf(one), 'system').includes(event),
    );
    // A visit of a course that is under way is no step: the next report is due as before.
    if (!referral || (event === 'start' && referral.state === 'interim')) return;
    await this.moves.apply(tx, referral, { event, details, mover: 'system', by, now: this.clock.now() });
  }

  /** Sent stays sent as long as nobody answered; an unreachable partner is our move. */
  private async reach(
    tx: Transaction,
    handoffId: string,
    { event, patch, note }: { event: 'undeliver' | 'deliver'; patch: Partial<ReferralRow>; note: string | null },
  ): Promise<void> {
    const known = await this.referrals.ofHandoff(tx, handoffId);
    if (!known) return;
    await this.plans.lock(tx, known.planId);
    const referral = await this.referrals.find(tx, known.id);
    const from = event === 'undeliver' ? 'sent' : 'undeliverable';
    if (referral?.state !== from) return;
    const state = nextReferralState(factsOf(referral), event, 'system');
    await this.record.step(tx, referral, { event, state, patch, note, by: null, now: this.clock.now() });
  }
}
