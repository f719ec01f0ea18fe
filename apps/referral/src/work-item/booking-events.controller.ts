import {
  appointmentBlocked,
  appointmentBooked,
  appointmentMissed,
  appointmentMoved,
  appointmentRebookingDue,
  appointmentRequestUnanswered,
  type Ask,
  type BusinessCalendar,
  type DeskRole,
} from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import type { Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { callAndRebook, findTimeToday, missedTwice, planOverruledDesk, renewPermission } from './booking-asks.js';
import { DeskWork } from './desk-work.js';

interface About {
  planId: string;
  patientId: string;
  /** Dues count from it, however long the news was on its way. */
  at: string;
  planVersion?: number | undefined;
}

/** News of times: missed, moved by the plan, blocked, or not found on a day when one was wanted. */
@Controller()
export class BookingEventsController {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  /** A first miss waits a business day for a new time; the second is for the coordinator at once. */
  @OnEvent(appointmentMissed)
  async onMissed(@Payload() { data }: EventOf<typeof appointmentMissed>, @Ctx() { tx }: EventContext): Promise<void> {
    if (data.count < 2) return;
    await this.ask(tx, 'coordinator', { ...data, at: data.missedAt }, (moment) => missedTwice(moment, data));
  }

  @OnEvent(appointmentRebookingDue)
  async onRebookingDue(
    @Payload() { data }: EventOf<typeof appointmentRebookingDue>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.ask(tx, 'scheduling', data, (moment) => callAndRebook(moment, data));
  }

  @OnEvent(appointmentMoved)
  async onMoved(@Payload() { data }: EventOf<typeof appointmentMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    if (!data.overruled) return;
    await this.ask(tx, 'scheduling', { ...data, at: data.movedAt }, (moment) => planOverruledDesk(moment, data));
  }

  /** What the payer never allowed is asked for already, and a new date is checked with its version (AU-01 to AU-04). */
  @OnEvent(appointmentBlocked)
  async onBlocked(@Payload() { data }: EventOf<typeof appointmentBlocked>, @Ctx() { tx }: EventContext): Promise<void> {
    if (data.cause === 'permission-ended') {
      await this.ask(tx, 'authorization', data, (moment) => renewPermission(moment, data));
    } else if (!data.blocked) {
      await this.settle(tx, data, ['AU-20']);
    }
  }

  @OnEvent(appointmentBooked)
  async onBooked(@Payload() { data }: EventOf<typeof appointmentBooked>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.settle(tx, { ...data, at: data.bookedAt }, ['SD-20', 'PH-30']);
  }

  @OnEvent(appointmentRequestUnanswered)
  async onUnanswered(
    @Payload() { data }: EventOf<typeof appointmentRequestUnanswered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.ask(tx, 'physician', data, (moment) => findTimeToday(moment, data));
  }

  private async ask(
    tx: Transaction,
    desk: DeskRole,
    { planId, patientId, at, planVersion: known }: About,
    asked: (moment: { at: Date; planVersion: number; calendar: BusinessCalendar }) => Ask | null,
  ): Promise<void> {
    await this.plans.lock(tx, planId);
    const planVersion = known ?? (await this.plans.newestVersion(tx, planId));
    const calendar = await this.directory.clinicCalendar(tx);
    const now = new Date(at);
    const ask = asked({ at: now, planVersion, calendar });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk, ask }]);
  }

  private async settle(tx: Transaction, about: About & { itemId: string }, ruleIds: readonly string[]): Promise<void> {
    const { planId, itemId, at } = about;
    await this.plans.lock(tx, planId);
    await this.desks.closeAboutItem(tx, { planId, itemId, ruleIds, outcome: 'done', now: new Date(at) });
  }
}
