import { Controller, Get, Query } from '@nestjs/common';
import { page, pageQuery, planOverview, type Page, type PlanOverview } from '#contracts';
import { Answers, Roles } from '#platform';
import { OverviewQueries } from './overview.queries.js';

@Controller('api/plans')
@Roles('coordinator', 'physician')
export class OverviewController {
  constructor(private readonly overviews: OverviewQueries) {}

  @Get()
  @Answers(page(planOverview), {
    description: 'Every patient with a plan, by name: the team, the target, what comes next.',
  })
  list(@Query({ schema: pageQuery }) query: { limit: number; cursor?: string }): Promise<Page<PlanOverview>> {
    return this.overviews.list(query);
  }
}
