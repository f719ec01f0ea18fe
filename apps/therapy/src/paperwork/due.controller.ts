import { Controller, Get, Query } from '@nestjs/common';
import { page, therapyDue, therapyDueQuery, type Page, type TherapyDue, type TherapyDueQuery } from '#contracts';
import { Answers, CurrentUser, Roles, type User } from '#platform';
import { DueQueries } from './due.queries.js';

@Controller('api/therapy/due')
@Roles('partner', 'coordinator', 'physician')
export class DueController {
  constructor(private readonly due: DueQueries) {}

  @Get()
  @Answers(page(therapyDue))
  list(
    @Query({ schema: therapyDueQuery }) query: TherapyDueQuery,
    @CurrentUser() user: User,
  ): Promise<Page<TherapyDue>> {
    return this.due.list(user, query);
  }
}
