import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { pathwayOf, pathways } from '#clinical';
import {
  id,
  pathway,
  pathwayGroup,
  pathwayList,
  planPathway,
  planProposal,
  planProposalQuery,
  type Pathway,
  type PathwayGroup,
  type PlanPathway,
  type PlanProposal,
} from '#contracts';
import { Answers, Roles, Unaudited } from '#platform';
import { PathwayQueries } from './pathway.queries.js';

@Controller('api')
@Roles('physician', 'coordinator')
export class PathwayController {
  constructor(private readonly queries: PathwayQueries) {}

  @Get('pathways')
  @Unaudited('what usually helps is about nobody')
  @Answers(pathwayList)
  list(): { items: readonly Pathway[] } {
    return { items: pathways };
  }

  @Get('pathways/:group')
  @Unaudited('what usually helps is about nobody')
  @Answers(pathway)
  get(@Param('group', { schema: pathwayGroup }) group: PathwayGroup): Pathway {
    return pathwayOf(group);
  }

  @Get('plans/:id/pathway')
  @Answers(planPathway)
  ofPlan(@Param('id', { schema: id }) planId: string): Promise<PlanPathway> {
    return this.queries.ofPlan(planId);
  }

  @Get('patients/:id/plan-proposal')
  @Answers(planProposal)
  proposal(
    @Param('id', { schema: id }) patientId: string,
    @Query({ schema: planProposalQuery }) { group }: z.infer<typeof planProposalQuery>,
  ): Promise<PlanProposal> {
    return this.queries.proposal(patientId, group);
  }
}
