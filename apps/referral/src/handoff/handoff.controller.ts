import {
  type AcknowledgeHandoff as Answer,
  acknowledgeHandoff,
  clinicHandoff,
  handoffCounts,
  type HandoffCountsQuery,
  handoffCountsQuery,
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
  GuestsToo,
  type IdempotentRequest,
  Idempotency,
  Roles,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { AcknowledgeHandoff } from './acknowledge-handoff.use-case.js';
import { HandoffCountsQueries } from '../worklist/handoff-counts.queries.js';
import { HandoffQueries } from './handoff.queries.js';
import { OpenHandoff } from './open-handoff.use-case.js';

/** What the clinic sees, or what the addressed partner sees. */
const anyHandoff = z.union([clinicHandoff, partnerHandoff]);

@Controller('api/handoffs')
export class HandoffController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: HandoffQueries,
    private readonly countsQueries: HandoffCountsQueries,
    private readonly openHandoff: OpenHandoff,
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
  counts(@Query({ schema: handoffCountsQuery }) query: HandoffCountsQuery, @CurrentUser() user: User) {
    return this.countsQueries.counts(query, user);
  }

  @Get(':id')
  @Roles('coordinator', 'physician', 'partner')
  @GuestsToo()
  @Answers(anyHandoff)
  async get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User) {
    const handoff = await this.queries.get(id, user);
    const isFirst = user.role === 'partner' && handoff.openedAt === null && handoff.status === 'open';
    if (!isFirst) return handoff;
    // The first time that the partner reads it is a fact of its own.
    return this.transactions.run(async (tx) => {
      await this.openHandoff.execute(tx, { id, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }

  @Post(':id/acknowledgement')
  @Roles('coordinator', 'partner')
  @GuestsToo()
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
