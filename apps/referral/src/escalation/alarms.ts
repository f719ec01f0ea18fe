import { nextAlarm } from '#clinical';
import type { Transaction } from '#platform';
import { Timers } from '#timers';
import { Injectable } from '@nestjs/common';
import { WorkItemRepository, type WorkItemRow } from '../work-item/work-item.repository.js';

export const alarmTimer = 'work-item.alarm';

const keyOf = ({ id }: WorkItemRow): string => `alarm:${id}`;

/** Desks with somebody who can act on an emergency at any hour. */
const ringing = ['physician', 'coordinator'];

const rings = ({ ask, desk }: WorkItemRow): boolean => ask.urgency === 'emergency' && ringing.includes(desk);

/** An emergency is never a silent row: it rings until a person takes it. */
@Injectable()
export class Alarms {
  constructor(
    private readonly timers: Timers,
    private readonly items: WorkItemRepository,
  ) {}

  async start(tx: Transaction, item: WorkItemRow, now: Date): Promise<void> {
    if (!rings(item)) return;
    const { patientId: subject, planId } = item;
    const dueAt = nextAlarm(item.openedAt, now);
    await this.timers.set(tx, { key: keyOf(item), kind: alarmTimer, subject, planId, dueAt, data: { id: item.id } });
  }

  /** True once somebody has taken or finished it, or another desk's, since it was opened. */
  async isHeard(tx: Transaction, item: WorkItemRow): Promise<boolean> {
    if (item.status !== 'open') return true;
    return (await this.items.takenSince(tx, item)).some(rings);
  }

  /**
   * Somebody looks after this one: it is quiet, and so are those of the other desks, which have the same patient before them. Work that
   * never rang quiets nothing.
   */
  async quiet(tx: Transaction, item: WorkItemRow): Promise<void> {
    if (!rings(item)) return;
    const others = (await this.items.openOfPlan(tx, item.planId)).filter(
      (other) => rings(other) && other.planVersion === item.planVersion,
    );
    await this.timers.cancel(tx, ...[item, ...others].map(keyOf));
  }
}
