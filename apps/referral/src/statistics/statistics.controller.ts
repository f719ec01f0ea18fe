import { type Statistics, statistics, statisticsQuery, type StatisticsQuery } from '#contracts';
import { Answers, CurrentUser, Roles, type User } from '#platform';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse } from '@nestjs/swagger';
import { DeidentifiedExport } from './deidentified-export.js';
import { StatisticsQueries } from './statistics.queries.js';

@Controller('api')
export class StatisticsController {
  constructor(
    private readonly queries: StatisticsQueries,
    private readonly deidentified: DeidentifiedExport,
  ) {}

  @Get('statistics')
  @Roles('coordinator', 'physician', 'administrator')
  @Answers(statistics, { description: 'How the loops of a period went; each number with the filter of its rows' })
  of(@Query({ schema: statisticsQuery }) query: StatisticsQuery, @CurrentUser() user: User): Promise<Statistics> {
    return this.queries.of(query, user);
  }

  @Get('statistics.csv')
  @Roles('coordinator', 'administrator')
  @ApiBearerAuth()
  @ApiOkResponse({ description: 'The referrals of the period, de-identified, as CSV', content: { 'text/csv': {} } })
  @Header('cache-control', 'no-store')
  async export(@Query({ schema: statisticsQuery }) query: StatisticsQuery): Promise<StreamableFile> {
    const disposition = 'attachment; filename="referrals-deidentified.csv"';
    return new StreamableFile(await this.deidentified.stream(query), { type: 'text/csv; charset=utf-8', disposition });
  }
}
