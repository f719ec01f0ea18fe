import {
  delegateWorkItem,
  type DelegateWorkItem as Delegation,
  id as uuid,
  postponeWorkItem,
  type PostponeWorkItem as Postponement,
  type WorkItem,
  workItem,
} from '#contracts';
import {
  Answers,
  Clock,
  CurrentUser,
  type IdempotentRequest,
  Idempotency,
  Roles,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { DelegateWorkItem } from './delegate-work-item.use-case.js';
import { PostponeWorkItem } from './postpone-work-item.use-case.js';
import { WorkItemQueries } from './work-item.queries.js';

/** Not now, or not by me. */
@Controller('api/work-items/:id')
@Roles('coordinator', 'physician')
export class DeskHandOverController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: WorkItemQueries,
    private readonly delegateWorkItem: DelegateWorkItem,
    private readonly postponeWorkItem: PostponeWorkItem,
  ) {}

  @Post('delegate')
  @Roles('physician')
  @Answers(workItem, { status: 200, description: 'It is on the coordinator’s desk now' })
  async delegate(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: delegateWorkItem.default({}) }) { note }: Delegation,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<WorkItem> {
    return this.transactions.once(request, async (tx) => {
      await this.delegateWorkItem.execute(tx, { id, user, now: this.clock.now(), note });
      return this.queries.get(id, user.role, tx);
    });
  }

  @Post('postpone')
  @Answers(workItem, { status: 200, description: 'It comes back on that day' })
  async postpone(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: postponeWorkItem }) { until }: Postponement,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<WorkItem> {
    return this.transactions.once(request, async (tx) => {
      await this.postponeWorkItem.execute(tx, { id, user, now: this.clock.now(), until });
      return this.queries.get(id, user.role, tx);
    });
  }
}
