import {
  advice,
  type Advice,
  adviceQuery,
  type AdviceQuery,
  answerAdvice,
  type AnswerAdvice as Answer,
  askAdvice,
  type AskAdvice as Question,
  convertAdvice,
  type ConvertAdvice as Conversion,
  id as uuid,
  type Page,
  page,
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
import { AdviceQueries } from './advice.queries.js';
import { AnswerAdvice } from './answer-advice.use-case.js';
import { AskAdvice } from './ask-advice.use-case.js';
import { ConvertAdvice } from './convert-advice.use-case.js';

/** Advice without a referral. */
@Controller('api/advice')
@Roles('coordinator', 'physician', 'partner')
export class AdviceController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: AdviceQueries,
    private readonly askAdvice: AskAdvice,
    private readonly answerAdvice: AnswerAdvice,
    private readonly convertAdvice: ConvertAdvice,
  ) {}

  @Get()
  @Answers(page(advice))
  list(@Query({ schema: adviceQuery }) query: AdviceQuery, @CurrentUser() user: User): Promise<Page<Advice>> {
    return this.queries.list(query, user);
  }

  @Get(':id')
  @Answers(advice)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User): Promise<Advice> {
    return this.queries.get(id, user);
  }

  @Post()
  @Answers(advice, { status: 201, description: 'Asked' })
  ask(
    @Body({ schema: askAdvice }) question: Question,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Advice> {
    return this.transactions.once(request, async (tx) => {
      const id = await this.askAdvice.execute(tx, { question, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }

  @Post(':id/answer')
  @Answers(advice, { status: 200, description: 'Answered' })
  answer(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: answerAdvice }) { answer }: Answer,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Advice> {
    return this.transactions.once(request, async (tx) => {
      await this.answerAdvice.execute(tx, { id, answer, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }

  @Post(':id/convert')
  @Roles('coordinator', 'physician')
  @Answers(advice, { status: 200, description: 'Made into a referral: `referralId`' })
  convert(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: convertAdvice }) to: Conversion,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Advice> {
    return this.transactions.once(request, async (tx) => {
      await this.convertAdvice.execute(tx, { id, to, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }
}
