import {
  finishWorkItem,
  type FinishWorkItem as Finish,
  id as uuid,
  page,
  type WorkItem,
  workItem,
  workItemQuery,
  type WorkItemQuery,
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
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { FinishWorkItem } from './finish-work-item.use-case.js';
import { TakeWorkItem } from './take-work-item.use-case.js';
import { WorkItemQueries } from './work-item.queries.js';

@Controller('api/work-items')
@Roles('coordinator', 'physician')
export class WorkItemController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: WorkItemQueries,
    private readonly finishWorkItem: FinishWorkItem,
    private readonly takeWorkItem: TakeWorkItem,
  ) {}

  @Get()
  @Answers(page(workItem))
  list(@Query({ schema: workItemQuery }) query: WorkItemQuery, @CurrentUser() { role }: User) {
    return this.queries.list(query, role);
  }

  @Post(':id/take')
  @Answers(workItem, { status: 200, description: 'Taken: alarms stop' })
  async take(
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<WorkItem> {
    return this.transactions.once(request, async (tx) => {
      await this.takeWorkItem.execute(tx, { id, user, now: this.clock.now() });
      return this.queries.get(id, user.role, tx);
    });
  }

  @Post(':id/done')
  @Answers(workItem, { status: 200, description: 'Finished' })
  async done(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: finishWorkItem.default({}) }) { decision, reason }: Finish,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<WorkItem> {
    return this.transactions.once(request, async (tx) => {
      await this.finishWorkItem.execute(tx, { id, user, now: this.clock.now(), decision, reason });
      return this.queries.get(id, user.role, tx);
    });
  }
}
