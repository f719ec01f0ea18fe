import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  doseChange,
  doseChangeQuery,
  id,
  page,
  replyToDoseChange,
  requestDoseChange,
  type DoseChange,
  type DoseChangeQuery,
  type ReplyToDoseChange as Reply,
  type RequestDoseChange as Request,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { DoseChangeQueries } from './dose-change.queries.js';
import { ReplyToDoseChange } from './reply-to-dose-change.use-case.js';
import { RequestDoseChange } from './request-dose-change.use-case.js';

@Controller('api/therapy')
export class DoseChangeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: DoseChangeQueries,
    private readonly requestDoseChange: RequestDoseChange,
    private readonly replyToDoseChange: ReplyToDoseChange,
  ) {}

  @Post('episodes/:id/dose-change')
  @Roles('partner')
  @Answers(doseChange, { status: 201 })
  ask(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: requestDoseChange }) asked: Request,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<DoseChange> {
    return this.transactions.once(request, async (tx) =>
      this.changes.get(user, await this.requestDoseChange.execute(tx, { episodeId, request: asked, user }), tx),
    );
  }

  @Get('dose-changes')
  @Roles('partner', 'coordinator', 'physician')
  @Answers(page(doseChange))
  list(@Query({ schema: doseChangeQuery }) query: DoseChangeQuery, @CurrentUser() user: User) {
    return this.changes.list(user, query);
  }

  @Get('dose-changes/:id')
  @Roles('partner', 'coordinator', 'physician')
  @Answers(doseChange)
  get(@Param('id', { schema: id }) changeId: string, @CurrentUser() user: User): Promise<DoseChange> {
    return this.changes.get(user, changeId);
  }

  @Post('dose-changes/:id/reply')
  @Roles('physician')
  @Answers(doseChange, { status: 200 })
  reply(
    @Param('id', { schema: id }) changeId: string,
    @Body({ schema: replyToDoseChange }) { reply }: Reply,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<DoseChange> {
    return this.transactions.once(request, async (tx) => {
      await this.replyToDoseChange.execute(tx, { id: changeId, reply, user });
      return this.changes.get(user, changeId, tx);
    });
  }
}
