import { DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { Alarms } from '../escalation/alarms.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { taken } from './work-item.events.js';
import { WorkItemRepository } from './work-item.repository.js';

/**
 * A person says: I look after this. An emergency that one desk took stops ringing at the others, which have the same patient before
 * them. Told as `work-item.taken`. Taking twice is once.
 */
@Injectable()
export class TakeWorkItem {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly items: WorkItemRepository,
    private readonly alarms: Alarms,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { id, user, now }: { id: string; user: User; now: Date }): Promise<void> {
    const planId = await this.items.planOf(tx, id);
    // An alarm that rings at this moment rings before or after, and not on.
    if (planId !== null) await this.plans.lock(tx, planId);
    const item = await this.items.find(tx, id);
    if (!item) throw new DomainError('not-found', 'There is no such work item.');
    if (item.status !== 'open') {
      throw new DomainError('illegal-transition', `It is ${item.status} already.`, [], {
        state: item.status,
        allowed: [],
      });
    }
    if (item.takenAt !== null) return;
    await this.items.take(tx, id, user.name, now);
    await this.alarms.quiet(tx, item);
    await this.outbox.append(tx, taken(item, toActor(user), now));
  }
}
