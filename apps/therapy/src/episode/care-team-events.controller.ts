import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { careTeamMemberEnded, careTeamMemberJoined, handoffAssigned } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { CareTeamRepository } from './care-team.repository.js';

@Controller()
export class CareTeamEventsController {
  constructor(private readonly team: CareTeamRepository) {}

  @OnEvent(careTeamMemberJoined)
  async onMemberJoined(
    @Payload() { data }: EventOf<typeof careTeamMemberJoined>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, patientId, member } = data;
    await this.team.keep(tx, { ...member, planId, patientId });
  }

  @OnEvent(careTeamMemberEnded)
  async onMemberEnded(
    @Payload() { data }: EventOf<typeof careTeamMemberEnded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.team.keep(tx, { ...data, status: 'ended' });
  }

  /** Known from here before pain-plan confirms it, so that the partner finds its patient as soon as its handoff. */
  @OnEvent(handoffAssigned)
  async onHandoffAssigned(
    @Payload() { data }: EventOf<typeof handoffAssigned>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.team.keep(tx, { ...data, status: 'active' });
  }
}
