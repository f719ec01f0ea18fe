import { Clock, type Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { type AuthorizationState, NewsCopyRepository } from './news-copy.repository.js';
import { PacketQueries } from './packet.queries.js';

/** Something elsewhere holds handoffs up, or does so no more: their lane and their packet follow. No event of ours. */
@Injectable()
export class FollowNews {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly news: NewsCopyRepository,
    private readonly packets: PacketQueries,
    private readonly desks: DeskWork,
  ) {}

  async payer(
    tx: Transaction,
    told: { authorizationId: string; planId: string; itemId: string; state: AuthorizationState; at: Date },
  ): Promise<void> {
    await this.plans.lock(tx, told.planId);
    await this.news.saveAuthorization(tx, told);
    for (const handoff of await this.handoffs.waitingOfPlan(tx, told.planId)) {
      if (!handoff.asks.some(({ itemId }) => itemId === told.itemId)) continue;
      const changed = await this.handoffs.reconsider(tx, handoff);
      if (changed) await this.line(tx, handoff, words[told.state]);
      await this.closeWhenComplete(tx, handoff);
    }
  }

  async consent(
    tx: Transaction,
    told: { consentId: string; patientId: string; recipient: string; state: string; at: Date },
  ): Promise<void> {
    await this.news.saveConsent(tx, told);
    for (const handoff of await this.lockedOfPatient(tx, told.patientId)) {
      if (handoff.partnerId === told.recipient) await this.handoffs.reconsider(tx, handoff);
    }
  }

  async packet(tx: Transaction, told: { patientId: string; missing: readonly string[]; at: Date }): Promise<void> {
    await this.news.savePacket(tx, told);
    for (const handoff of await this.lockedOfPatient(tx, told.patientId)) await this.closeWhenComplete(tx, handoff);
  }

  /** What was asked for has come: nobody goes on asking. */
  private async closeWhenComplete(tx: Transaction, handoff: HandoffRow): Promise<void> {
    const { id: itemId, planId, patientId, role, asks } = handoff;
    const { complete } = await this.packets.of(tx, { plan_id: planId, patient_id: patientId, role, asks });
    if (!complete) return;
    const at = { planId, itemId, ruleIds: ['CO-21'], now: this.clock.now() };
    await this.desks.closeAboutItem(tx, { ...at, outcome: 'done' });
  }

  private async lockedOfPatient(tx: Transaction, patientId: string): Promise<HandoffRow[]> {
    for (const planId of await this.plans.plansOfPatient(tx, patientId)) await this.plans.lock(tx, planId);
    return this.handoffs.waitingOfPatient(tx, patientId);
  }

  private async line(tx: Transaction, { id: handoffId }: HandoffRow, text: string): Promise<void> {
    const at = this.clock.now();
    await this.handoffs.addEntries(tx, { handoffId, at, kind: 'history', text, by: null, forPartner: false });
  }
}

const words: Readonly<Record<AuthorizationState, string>> = {
  waiting: 'Waits for the payer.',
  approved: 'The payer permitted it.',
  denied: 'The payer denied it.',
  withdrawn: 'The payer is not asked any more.',
};
