import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  id,
  page,
  recordScreening,
  screening,
  screeningQuery,
  screeningTrends,
  type Page,
  type RecordScreening as Recorded,
  type Screening,
  type ScreeningQuery,
  type ScreeningTrends,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { StandingQueries } from '../access/standing.queries.js';
import { RecordScreening } from './record-screening.use-case.js';
import { ScreeningQueries } from './screening.queries.js';

/** Questionnaires: the treating organization records and reads them; a physician reads scores by consent or under a broken glass. */
@Controller('api/behavioral-health')
export class ScreeningController {
  constructor(
    private readonly transactions: Transactions,
    private readonly standings: StandingQueries,
    private readonly screenings: ScreeningQueries,
    private readonly recordScreening: RecordScreening,
  ) {}

  @Post('patients/:patientId/screenings')
  @Roles('partner')
  @Answers(screening, { status: 201, description: 'When the safety item is positive, the urgent path is open.' })
  async record(
    @Param('patientId', { schema: id }) patientId: string,
    @Body({ schema: recordScreening }) body: Recorded,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Screening> {
    const recorded = await this.transactions.once(request, async (tx) => {
      const treating = await this.standings.requireTreating(tx, user, patientId);
      return this.recordScreening.execute(tx, { ...body, ...treating, patientId, user });
    });
    // Read afterwards: the store of idempotent answers holds the id and nothing else.
    return this.get(recorded.id, user);
  }

  @Get('patients/:patientId/screenings')
  @Roles('partner', 'physician')
  @Answers(page(screening), { description: 'Scores, newest first; answers are read one by one.' })
  list(
    @Param('patientId', { schema: id }) patientId: string,
    @Query({ schema: screeningQuery }) query: ScreeningQuery,
    @CurrentUser() user: User,
  ): Promise<Page<Screening>> {
    return this.transactions.run((tx) => this.screenings.list(tx, user, { ...query, patientId }));
  }

  @Get('patients/:patientId/trends')
  @Roles('partner', 'physician')
  @Answers(screeningTrends)
  trends(@Param('patientId', { schema: id }) patientId: string, @CurrentUser() user: User): Promise<ScreeningTrends> {
    return this.transactions.run((tx) => this.screenings.trends(tx, user, patientId));
  }

  @Get('screenings/:id')
  @Roles('partner', 'physician')
  @Answers(screening)
  get(@Param('id', { schema: id }) screeningId: string, @CurrentUser() user: User): Promise<Screening> {
    return this.transactions.run((tx) => this.screenings.get(tx, user, screeningId));
  }
}
