import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  breakGlass,
  DomainError,
  glassBreak,
  glassQuery,
  id,
  page,
  reviewGlass,
  type BreakGlass as Broken,
  type GlassBreak,
  type GlassQuery,
  type Page,
  type ReviewGlass as Review,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { StandingQueries } from '../access/standing.queries.js';
import { BreakGlass } from './break-glass.use-case.js';
import { GlassQueries } from './glass.queries.js';
import { ReviewGlass } from './review-glass.use-case.js';

@Controller('api/behavioral-health')
export class GlassController {
  constructor(
    private readonly transactions: Transactions,
    private readonly standings: StandingQueries,
    private readonly glass: GlassQueries,
    private readonly breakGlass: BreakGlass,
    private readonly reviewGlass: ReviewGlass,
  ) {}

  @Post('patients/:patientId/break-the-glass')
  @Roles('physician')
  @Answers(glassBreak, {
    status: 201,
    description:
      'For 60 minutes this physician reads this patient: not psychotherapy notes, Part 2 in an emergency only.',
  })
  async break(
    @Param('patientId', { schema: id }) patientId: string,
    @Body({ schema: breakGlass }) body: Broken,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<GlassBreak> {
    const broken = await this.transactions.once(request, async (tx) => {
      if ((await this.standings.planOf(tx, patientId)) === null) {
        throw new DomainError('not-found', 'There is no such patient.');
      }
      return this.breakGlass.execute(tx, { ...body, patientId, user });
    });
    return this.glass.get(broken.id);
  }

  @Get('break-the-glass')
  @Roles('administrator')
  @Answers(page(glassBreak), { description: 'The privacy officer’s list.' })
  list(@Query({ schema: glassQuery }) query: GlassQuery): Promise<Page<GlassBreak>> {
    return this.glass.list(query);
  }

  @Post('break-the-glass/:id/review')
  @Roles('administrator')
  @Answers(glassBreak, { status: 200 })
  async review(
    @Param('id', { schema: id }) glassId: string,
    @Body({ schema: reviewGlass }) body: Review,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<GlassBreak> {
    await this.transactions.once(request, (tx) => this.reviewGlass.execute(tx, { ...body, glassId, user }));
    return this.glass.get(glassId);
  }
}
