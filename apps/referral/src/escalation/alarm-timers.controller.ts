import { Outbox } from '#messaging';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { Controller } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { alarmed } from '../work-item/work-item.events.js';
import { WorkItemRepository } from '../work-item/work-item.repository.js';
import { alarmTimer, Alarms } from './alarms.js';

@Controller()
export class AlarmTimersController {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly items: WorkItemRepository,
    private readonly alarms: Alarms,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(alarmTimer)
  async onAlarm({ planId, data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await this.plans.lock(tx, planId);
    const item = await this.items.find(tx, String(data['id']));
    if (!item || (await this.alarms.isHeard(tx, item))) return;
    const count = await this.items.ring(tx, item);
    await this.outbox.append(tx, alarmed(item, count, now));
    await this.alarms.start(tx, item, now);
  }
}
