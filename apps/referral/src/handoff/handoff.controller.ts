import {
  type AcknowledgeHandoff as Answer,
  acknowledgeHandoff,
  clinicHandoff,
  handoffCounts,
  type HandoffQuery,
  handoffQuery,
  handoffSummary,
  id as uuid,
  page,
  partnerHandoff,
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
import { z } from 'zod';
import { AcknowledgeHandoff } from './acknowledge-handoff.use-case.js';
import { HandoffQueries } from './handoff.queries.js';

/** What the clinic sees, or what the addressed partner sees. */
const anyHandoff = z.union([clinicHandoff, partnerHandoff]);

@Controller('api/handoffs')
export class HandoffController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: HandoffQueries,
    private readonly acknowledgeHandoff: AcknowledgeHandoff,
  ) {}

  @Get()
  @Roles('coordinator', 'physician', 'partner')
  @Answers(page(handoffSummary))
  list(@Query({ schema: handoffQuery }) query: HandoffQuery, @CurrentUser() user: User) {
    return this.queries.list(query, user);
  }

  @Get('counts')
  @Roles('coordinator', 'physician', 'partner')
  @Answers(handoffCounts)
  counts(@CurrentUser() user: User) {
    return this.queries.counts(user);
  }

  @Get(':id')
  @Roles('coordinator', 'physician', 'partner')
  @Answers(anyHandoff)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User) {
    return this.queries.get(id, user);
  }

  @Post(':id/acknowledgement')
  @Roles('coordinator', 'partner')
  @Answers(anyHandoff, { status: 200, description: 'Acknowledged' })
  acknowledge(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: acknowledgeHandoff }) answer: Answer,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.transactions.once(request, async (tx) => {
      await this.acknowledgeHandoff.execute(tx, { id, answer, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }
}
