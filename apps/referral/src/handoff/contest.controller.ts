import {
  clinicHandoff,
  contestHandoff,
  type ContestHandoff as Objection,
  id as uuid,
  partnerHandoff,
  replyToContest,
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
import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ContestHandoff } from './contest-handoff.use-case.js';
import { HandoffQueries } from './handoff.queries.js';
import { ReplyToContest } from './reply-to-contest.use-case.js';

/** The right to answer back, and the answer to it. */
@Controller('api/handoffs/:id/contest')
export class ContestController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: HandoffQueries,
    private readonly contestHandoff: ContestHandoff,
    private readonly replyToContest: ReplyToContest,
  ) {}

  @Post()
  @Roles('coordinator', 'partner')
  @GuestsToo()
  @Answers(z.union([clinicHandoff, partnerHandoff]), {
    status: 200,
    description: 'Contested: the plan’s author owes a version or a reply by `contest.answerBy`',
  })
  contest(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: contestHandoff }) objection: Objection,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.transactions.once(request, async (tx) => {
      await this.contestHandoff.execute(tx, { id, objection, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }

  @Post('reply')
  @Roles('physician')
  @Answers(clinicHandoff, { status: 200, description: 'Answered: open again for acknowledgement' })
  reply(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: replyToContest }) { reply }: z.infer<typeof replyToContest>,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.transactions.once(request, async (tx) => {
      await this.replyToContest.execute(tx, { id, reply, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }
}
