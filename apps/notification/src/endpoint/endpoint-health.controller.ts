import { Controller, Get } from '@nestjs/common';
import { endpoints, type Endpoint } from '#contracts';
import { Answers, Roles } from '#platform';
import { EndpointQueries } from './endpoint.queries.js';

/** Every organization's endpoints and how they fare, for whoever looks after deliveries. */
@Controller('api/endpoints')
@Roles('administrator', 'coordinator', 'operator')
export class EndpointHealthController {
  constructor(private readonly queries: EndpointQueries) {}

  @Get()
  @Answers(endpoints)
  async list(): Promise<{ items: Endpoint[] }> {
    return { items: await this.queries.everybodys() };
  }
}
