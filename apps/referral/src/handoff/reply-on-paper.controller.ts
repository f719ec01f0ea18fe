import { answerOnPaper, type AnswerOnPaper, clinicHandoff, partnerHandoff } from '#contracts';
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
import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { HandoffQueries } from './handoff.queries.js';
import { ReplyOnPaper } from './reply-on-paper.use-case.js';

/** For who answers by fax: the coordinator types the code of the page on the partner's behalf, or the partner itself does. */
@Controller('api/handoffs')
export class ReplyOnPaperController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: HandoffQueries,
    private readonly replyOnPaper: ReplyOnPaper,
  ) {}

  @Post('replies')
  @Roles('coordinator', 'partner')
  @Answers(z.union([clinicHandoff, partnerHandoff]), { status: 200, description: 'Acknowledged' })
  reply(
    @Body({ schema: answerOnPaper }) answer: AnswerOnPaper,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.transactions.once(request, async (tx) => {
      const id = await this.replyOnPaper.execute(tx, answer, user, this.clock.now());
      return this.queries.get(id, user, tx);
    });
  }
}
