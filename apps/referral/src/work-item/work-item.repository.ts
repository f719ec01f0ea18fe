import type { PartnerRole } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { WorkItem } from './work-item.entity.js';

export type WorkItemRow = WorkItem;

@Injectable()
export class WorkItemRepository {
  async add(tx: Transaction, item: WorkItem): Promise<void> {
    await tx.getRepository(WorkItem).insert(item as object);
  }

  /** Which plan to lock before the item itself. */
  async planOf(tx: Transaction, id: string): Promise<string | null> {
    return (await tx.findOneBy(WorkItem, { id }))?.planId ?? null;
  }

  /** Locked, so that two people who finish it at once have one effect. */
  async find(tx: Transaction, id: string): Promise<WorkItem | null> {
    return tx.findOne(WorkItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async openOfPlan(tx: Transaction, planId: string): Promise<WorkItem[]> {
    return tx.findBy(WorkItem, { planId, status: 'open' });
  }

  /** Work of the same plan and version, itself included, that somebody took or did since this was opened. */
  async takenSince(tx: Transaction, { planId, planVersion, openedAt }: WorkItem): Promise<WorkItem[]> {
    const since = MoreThanOrEqual(openedAt);
    return tx.findBy(WorkItem, [
      { planId, planVersion, takenAt: since },
      { planId, planVersion, status: 'done', closedAt: since },
    ]);
  }

  async openAboutItem(
    tx: Transaction,
    at: { planId: string; itemId: string; ruleIds: readonly string[] },
  ): Promise<WorkItem[]> {
    return tx.findBy(WorkItem, { planId: at.planId, itemId: at.itemId, ruleId: In([...at.ruleIds]), status: 'open' });
  }

  async openAboutRole(tx: Transaction, at: { planId: string; role: PartnerRole }): Promise<WorkItem[]> {
    return tx.findBy(WorkItem, { planId: at.planId, role: at.role, status: 'open' });
  }

  async take(tx: Transaction, id: string, takenBy: string, takenAt: Date): Promise<void> {
    await tx.getRepository(WorkItem).update({ id }, { takenBy, takenAt });
  }

  async delegate(tx: Transaction, id: string, delegated: NonNullable<WorkItem['delegated']>): Promise<void> {
    await tx.getRepository(WorkItem).update({ id }, { desk: 'coordinator', delegated, laterUntil: null });
  }

  async postpone(tx: Transaction, id: string, laterUntil: string | null): Promise<void> {
    await tx.getRepository(WorkItem).update({ id }, { laterUntil });
  }

  /** One more alarm; how many there were now. */
  async ring(tx: Transaction, { id, alarms }: WorkItem): Promise<number> {
    await tx.getRepository(WorkItem).update({ id }, { alarms: alarms + 1 });
    return alarms + 1;
  }

  async close(
    tx: Transaction,
    id: string,
    status: 'done' | 'no-longer-needed',
    closedAt: Date,
    decided: { decision: NonNullable<WorkItem['decision']>; reason: string | null } | null = null,
  ): Promise<void> {
    const { decision, reason: decisionReason } = decided ?? { decision: null, reason: null };
    await tx.getRepository(WorkItem).update({ id }, { status, closedAt, decision, decisionReason });
  }
}
