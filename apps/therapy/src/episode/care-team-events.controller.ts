import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { careTeamMemberEnded, careTeamMemberJoined, handoffAcknowledged, handoffAssigned } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { CareTeamRepository, isTherapy } from './care-team.repository.js';
import { TreatingClinic } from './treating-clinic.js';

@Controller()
export class CareTeamEventsController {
  constructor(
    private readonly clinics: TreatingClinic,
    private readonly team: CareTeamRepository,
  ) {}

  @OnEvent(careTeamMemberJoined)
  async onMemberJoined(
    @Payload() { data }: EventOf<typeof careTeamMemberJoined>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, patientId, member, joinedAt } = data;
    await this.clinics.memberIs(tx, { ...member, planId, patientId }, new Date(joinedAt));
  }

  @OnEvent(careTeamMemberEnded)
  async onMemberEnded(
    @Payload() { data }: EventOf<typeof careTeamMemberEnded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.clinics.memberEnded(tx, data);
  }

  /** Known from here before pain-plan confirms it, so that the partner finds its patient as soon as its handoff. */
  @OnEvent(handoffAssigned)
  async onHandoffAssigned(
    @Payload() { data }: EventOf<typeof handoffAssigned>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.clinics.memberIs(tx, { ...data, status: 'active' }, new Date(data.assignedAt));
  }

  @OnEvent(handoffAcknowledged)
  async onHandoffAcknowledged(
    @Payload() { data: { memberId, role, version, acknowledgedAt } }: EventOf<typeof handoffAcknowledged>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    if (isTherapy(role)) await this.team.acknowledge(tx, { memberId, version, at: new Date(acknowledgedAt) });
  }
}
