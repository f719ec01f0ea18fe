import { DomainError, type FinishWorkItem as FinishWorkItemBody } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { Alarms } from '../escalation/alarms.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { decisionOn } from './decide-work-item.js';
import { finishedBy } from './work-item.acts.js';
import { closed } from './work-item.events.js';
import { WorkItemRepository } from './work-item.repository.js';

/** Somebody at the desk says it is done. Told as `work-item.closed`. Finishing twice is once; what is finished rings no more. */
@Injectable()
export class FinishWorkItem {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly items: WorkItemRepository,
    private readonly alarms: Alarms,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, user, now, ...answer }: { id: string; user: User; now: Date } & FinishWorkItemBody,
  ): Promise<void> {
    const planId = await this.items.planOf(tx, id);
    // In the order in which everybody locks: the plan, then its work, then the order of its news.
    if (planId !== null) await this.plans.lock(tx, planId);
    const item = await this.items.find(tx, id);
    if (!item) throw new DomainError('not-found', 'There is no such work item.');
    if (!finishedBy[item.desk].includes(user.role)) {
      throw new DomainError(
        'forbidden',
        `Items of the ${item.desk} desk are finished by: ${finishedBy[item.desk].join(', ')}.`,
      );
    }
    if (item.status === 'done') return;
    if (item.status === 'no-longer-needed') {
      throw new DomainError('illegal-transition', 'It is no longer needed.', [], { state: item.status, allowed: [] });
    }
    const newestVersion = await this.plans.newestVersion(tx, item.planId);
    const decision = decisionOn(item, answer, newestVersion);
    await this.items.close(tx, id, 'done', now, decision);
    await this.alarms.quiet(tx, item);
    await this.outbox.append(tx, closed(item, 'done', toActor(user), now, decision));
  }
}
