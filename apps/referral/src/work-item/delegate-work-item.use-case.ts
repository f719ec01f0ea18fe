import { type DelegateWorkItem as Delegation, DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { actedOn, requireAct } from './work-item.acts.js';
import { delegated } from './work-item.events.js';
import { WorkItemRepository } from './work-item.repository.js';

/** A physician hands work over to the coordinator, with a word about how. Told as `work-item.delegated`. */
@Injectable()
export class DelegateWorkItem {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly items: WorkItemRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, user, now, note = null }: { id: string; user: User; now: Date; note?: Delegation['note'] | null },
  ): Promise<void> {
    const planId = await this.items.planOf(tx, id);
    if (planId !== null) await this.plans.lock(tx, planId);
    const item = await this.items.find(tx, id);
    if (!item) throw new DomainError('not-found', 'There is no such work item.');
    requireAct(actedOn(item), user.role, 'delegate');
    await this.items.delegate(tx, id, { by: user.name, at: now.toISOString(), note });
    await this.outbox.append(tx, delegated(item, note, toActor(user), now));
  }
}
