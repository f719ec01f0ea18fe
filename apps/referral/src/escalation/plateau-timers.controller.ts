import { businessDaysAfter } from '#clinical';
import type { BusinessCalendar, EventData, targetPlateaued } from '#contracts';
import type { Transaction } from '#platform';
import { type DueTimer, OnTimer, type TimerContext, Timers } from '#timers';
import { Controller, Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { bringBeforePhysician } from '../work-item/clinic-asks.js';
import { DeskWork } from '../work-item/desk-work.js';
import { WorkItemRepository } from '../work-item/work-item.repository.js';

const unansweredTimer = 'plateau.unanswered';
const businessDaysToAct = 3;

/** A plateau that the physician does not act on comes back, to the coordinator. */
@Injectable()
export class PlateauClocks {
  constructor(private readonly timers: Timers) {}

  async start(
    tx: Transaction,
    plateau: EventData<typeof targetPlateaued>,
    at: { now: Date; calendar: BusinessCalendar },
  ): Promise<void> {
    const { planId, patientId: subject, targetId, measure, watchStartedAt, planVersion } = plateau;
    const dueAt = businessDaysAfter(at.now, businessDaysToAct, at.calendar);
    const key = `plateau:${planId}:${targetId}:${watchStartedAt}`;
    const data = { targetId, measure, planVersion, since: at.now.toISOString() };
    await this.timers.set(tx, { key, kind: unansweredTimer, subject, planId, dueAt, data });
  }
}

@Controller()
export class PlateauTimersController {
  constructor(
    private readonly items: WorkItemRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  @OnTimer(unansweredTimer)
  async onUnanswered({ planId, subject: patientId, data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const { targetId, measure, planVersion, since } = data as Record<'targetId' | 'measure' | 'since', string> & {
      planVersion: number;
    };
    const waiting = await this.items.openAboutItem(tx, { planId, itemId: targetId, ruleIds: ['PH-06'] });
    if (waiting.every(({ takenAt }) => takenAt !== null)) return;
    const calendar = await this.directory.clinicCalendar(tx);
    const ask = bringBeforePhysician({ now, planVersion, calendar, targetId, measure, watchStartedAt: since });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk: 'coordinator', ask }]);
  }
}
