import { nextAlarm } from '#clinical';
import type { Transaction } from '#platform';
import { Timers } from '#timers';
import { Injectable } from '@nestjs/common';
import type { WorkItem } from '../work-item/work-item.entity.js';

export const alarmTimer = 'work-item.alarm';

const keyOf = ({ id }: Pick<WorkItem, 'id'>): string => `alarm:${id}`;

/** Desks with somebody who can act on an emergency at any hour. */
const ringing = ['physician', 'coordinator'];

/** An emergency is never a silent row: it rings until a person takes it. */
@Injectable()
export class Alarms {
  constructor(private readonly timers: Timers) {}

  async start(tx: Transaction, item: WorkItem, now: Date): Promise<void> {
    if (item.ask.urgency !== 'emergency' || !ringing.includes(item.desk)) return;
    const { patientId: subject, planId } = item;
    const dueAt = nextAlarm(item.openedAt, now);
    await this.timers.set(tx, { key: keyOf(item), kind: alarmTimer, subject, planId, dueAt, data: { id: item.id } });
  }

  async stop(tx: Transaction, items: readonly Pick<WorkItem, 'id'>[]): Promise<void> {
    for (const item of items) await this.timers.cancel(tx, keyOf(item));
  }
}
