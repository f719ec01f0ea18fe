import type { Transaction } from '#platform';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { Controller } from '@nestjs/common';
import { HandoffRepository, type HandoffRow } from '../handoff/handoff.repository.js';
import { RemindPartner } from '../worklist/remind-partner.use-case.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { callPartner, decideAboutSilence, decideAboutVacancy } from '../work-item/clinic-asks.js';
import { type DeskAsk, DeskWork } from '../work-item/desk-work.js';
import { handoffTimers, vacancyTimer } from './handoff-clocks.js';

/** The rungs of the ladder: a reminder to the partner, then the coordinator phones, then the physician knows who works from what. */
@Controller()
export class EscalationTimersController {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
    private readonly remindPartner: RemindPartner,
  ) {}

  @OnTimer(handoffTimers.reminder)
  async onReminder(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const handoff = await this.oneThatIs('open', tx, timer);
    if (!handoff) return;
    await this.remindPartner.execute(tx, handoff, { now, by: null });
  }

  @OnTimer(handoffTimers.coordinator)
  onCoordinator(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    return this.tellDesk(tx, timer, now, (at) => ({ desk: 'coordinator', ask: callPartner(at) }));
  }

  @OnTimer(handoffTimers.physician)
  onPhysician(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    return this.tellDesk(tx, timer, now, (at) => ({ desk: 'physician', ask: decideAboutSilence(at) }));
  }

  @OnTimer(vacancyTimer)
  async onVacancy(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const handoff = await this.oneThatIs('unassigned', tx, timer);
    if (!handoff) return;
    const { planId, patientId, role, issuedAt, throughVersion: planVersion } = handoff;
    const calendar = await this.directory.clinicCalendar(tx);
    const ask = decideAboutVacancy({ now, planVersion, calendar, role, issuedAt });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk: 'physician', role, ask }]);
  }

  private async tellDesk(
    tx: Transaction,
    timer: DueTimer,
    now: Date,
    ask: (at: Parameters<typeof callPartner>[0]) => DeskAsk,
  ): Promise<void> {
    const handoff = await this.oneThatIs('open', tx, timer);
    if (!handoff?.partnerId || !handoff.memberId) return;
    const { planId, patientId, memberId, partnerId, fromVersion, dueAt } = handoff;
    const partnerName = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const calendar = await this.directory.clinicCalendar(tx);
    const planVersion = handoff.throughVersion;
    const asked = ask({ now, planVersion, calendar, partnerName, memberId, fromVersion, dueAt });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [asked]);
  }

  /** Whoever answers at this very moment is first or second, never in between. */
  private async oneThatIs(
    status: HandoffRow['status'],
    tx: Transaction,
    { planId, data }: DueTimer,
  ): Promise<HandoffRow | null> {
    await this.plans.lock(tx, planId);
    const handoff = await this.handoffs.find(tx, String(data['id']));
    return handoff?.status === status ? handoff : null;
  }
}
