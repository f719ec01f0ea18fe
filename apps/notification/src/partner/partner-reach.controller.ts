import { Controller, Get, Query } from '@nestjs/common';
import { partnerReachList, partnerReachQuery, type PartnerReach, type PartnerReachQuery } from '#contracts';
import { Answers, Roles, Unaudited } from '#platform';
import { PartnerReachQueries } from './partner-reach.queries.js';

/** Whoever is about to tell partners something sees first whether it would arrive. */
@Controller('api/partner-reach')
@Roles('physician', 'coordinator', 'administrator')
@Unaudited('channels are about no patient')
export class PartnerReachController {
  constructor(private readonly queries: PartnerReachQueries) {}

  @Get()
  @Answers(partnerReachList)
  async list(
    @Query({ schema: partnerReachQuery }) { partners }: PartnerReachQuery,
  ): Promise<{ items: PartnerReach[] }> {
    return { items: await this.queries.of(partners) };
  }
}
