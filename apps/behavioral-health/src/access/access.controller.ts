import { Controller, Get, Query } from '@nestjs/common';
import { accessEntry, accessQuery, page, type AccessEntry, type AccessQuery, type Page } from '#contracts';
import { Answers, Roles } from '#platform';
import { AccessQueries } from './access.queries.js';

/** The privacy officer's: who opened what, and what allowed it. */
@Controller('api/behavioral-health/access')
@Roles('administrator')
export class AccessController {
  constructor(private readonly access: AccessQueries) {}

  @Get()
  @Answers(page(accessEntry))
  list(@Query({ schema: accessQuery }) query: AccessQuery): Promise<Page<AccessEntry>> {
    return this.access.list(query);
  }
}
