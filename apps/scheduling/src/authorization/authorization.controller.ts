import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  authorization,
  authorizationMove,
  authorizationQuery,
  id,
  page,
  requestAuthorization,
  type Authorization,
  type AuthorizationMove,
  type AuthorizationQuery,
  type Page,
  type RequestAuthorization,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { AskPayer } from './ask-payer.use-case.js';
import { AuthorizationQueries } from './authorization.queries.js';
import { authorizationEvents, type AuthorizationEvent } from './authorization.states.js';
import { MoveAuthorization } from './move-authorization.use-case.js';

@Controller('api/authorizations')
export class AuthorizationController {
  constructor(
    private readonly transactions: Transactions,
    private readonly authorizations: AuthorizationQueries,
    private readonly moveAuthorization: MoveAuthorization,
    private readonly askPayer: AskPayer,
  ) {}

  @Get()
  @Roles('coordinator', 'physician')
  @Answers(page(authorization))
  list(
    @Query({ schema: authorizationQuery }) query: AuthorizationQuery,
    @CurrentUser() user: User,
  ): Promise<Page<Authorization>> {
    return this.authorizations.list(user, query);
  }

  @Get(':id')
  @Roles('coordinator', 'physician')
  @Answers(authorization)
  get(@Param('id', { schema: id }) authorizationId: string, @CurrentUser() user: User): Promise<Authorization> {
    return this.authorizations.get(user, authorizationId);
  }

  @Post()
  @Roles('coordinator')
  @Answers(authorization, { status: 201 })
  ask(
    @Body({ schema: requestAuthorization }) wanted: RequestAuthorization,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Authorization> {
    return this.transactions.once(request, async (tx) => {
      const authorizationId = await this.askPayer.execute(tx, wanted);
      return this.authorizations.get(user, authorizationId, tx);
    });
  }

  @Post(':id/:event')
  @Roles('coordinator')
  @Answers(authorization, { status: 200 })
  move(
    @Param('id', { schema: id }) authorizationId: string,
    @Param('event', { schema: z.enum(authorizationEvents) }) event: AuthorizationEvent,
    @Body({ schema: authorizationMove.prefault({}) }) facts: AuthorizationMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Authorization> {
    return this.transactions.once(request, async (tx) => {
      await this.moveAuthorization.execute(tx, { authorizationId, event, facts, user });
      return this.authorizations.get(user, authorizationId, tx);
    });
  }
}
