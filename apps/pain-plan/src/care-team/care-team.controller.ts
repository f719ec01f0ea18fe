import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import {
  id,
  partnerRole,
  putTeamMember,
  teamMember,
  teamStatus,
  type PartnerRole,
  type PutTeamMember,
  type TeamMember,
  type TeamStatus,
} from '#contracts';
import { Answers, CurrentUser, Roles, Transactions, toActor, type User } from '#platform';
import { AssignTeamMember } from './assign-team-member.use-case.js';
import { RemoveTeamMember } from './remove-team-member.use-case.js';
import { TeamStatusQueries } from './team-status.queries.js';

@Controller('api/plans/:id/team')
@Roles('coordinator', 'physician')
export class CareTeamController {
  constructor(
    private readonly transactions: Transactions,
    private readonly statuses: TeamStatusQueries,
    private readonly assignTeamMember: AssignTeamMember,
    private readonly removeTeamMember: RemoveTeamMember,
  ) {}

  @Get()
  @Answers(teamStatus, {
    description: 'Who works from which version, who is stale since when, and which roles nobody holds.',
  })
  status(@Param('id', { schema: id }) planId: string): Promise<TeamStatus> {
    return this.statuses.get(planId);
  }

  @Put(':role')
  @Answers(teamMember)
  assign(
    @Param('id', { schema: id }) planId: string,
    @Param('role', { schema: partnerRole }) role: PartnerRole,
    @Body({ schema: putTeamMember }) body: PutTeamMember,
    @CurrentUser() user: User,
  ): Promise<TeamMember> {
    return this.transactions.run((tx) =>
      this.assignTeamMember.execute(tx, { ...body, planId, role, by: toActor(user) }),
    );
  }

  @Delete(':role')
  @HttpCode(204)
  remove(
    @Param('id', { schema: id }) planId: string,
    @Param('role', { schema: partnerRole }) role: PartnerRole,
    @CurrentUser() user: User,
  ): Promise<void> {
    return this.transactions.run((tx) => this.removeTeamMember.execute(tx, { planId, role, by: toActor(user) }));
  }
}
