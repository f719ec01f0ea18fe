import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { Controller } from '@nestjs/common';
import { type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { bringContestUp } from '../work-item/list-asks.js';
import { chaseTimer, contestTimer } from './list-clocks.js';

/** Moments of the list itself: a row comes back on its day, an objection has waited too long for its answer. */
@Controller()
export class ListTimersController {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  @OnTimer(chaseTimer)
  async onChase(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const handoff = await this.lock(tx, timer);
    if (!handoff?.asleep || (handoff.status !== 'open' && handoff.status !== 'unassigned')) return;
    await this.handoffs.change(tx, handoff.id, { asleep: false });
    const text = `Back on the list${handoff.chaseReason === null ? '.' : `: ${handoff.chaseReason}`}`;
    await this.line(tx, handoff.id, text, now);
  }

  @OnTimer(contestTimer)
  async onUnanswered(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const handoff = await this.lock(tx, timer);
    if (!handoff || handoff.contestedAt === null || handoff.contest === null) return;
    const { id: handoffId, planId, patientId, partnerId, contest, throughVersion: planVersion } = handoff;
    const calendar = await this.directory.clinicCalendar(tx);
    const partner = partnerId === null ? null : await this.directory.partner(tx, partnerId);
    const partnerName = partner?.name ?? partnerId ?? '';
    const ask = bringContestUp({ now, planVersion, calendar, handoffId, partnerName, contest });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk: 'coordinator', ask }]);
    await this.line(tx, handoffId, 'The partner’s objection was not answered in time.', now);
  }

  private async lock(tx: TimerContext['tx'], { planId, data }: DueTimer): Promise<HandoffRow | null> {
    await this.plans.lock(tx, planId);
    return this.handoffs.find(tx, String(data['id']));
  }

  private async line(tx: TimerContext['tx'], handoffId: string, text: string, at: Date): Promise<void> {
    await this.handoffs.addEntries(tx, { handoffId, at, kind: 'history', text, by: null, forPartner: false });
  }
}
