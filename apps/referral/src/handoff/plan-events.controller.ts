import { careTeamMemberEnded, careTeamMemberJoined, planPublished } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RecordMember } from '../projection/record-member.use-case.js';
import { RecordPlanVersion } from '../projection/record-plan-version.use-case.js';
import { EndReferral } from '../referral/end-referral.use-case.js';
import { CloseMembership } from './close-membership.use-case.js';
import { ReissueHandoffs } from './reissue-handoffs.use-case.js';

/** News from pain-plan: first the copy, then everything that follows from it. */
@Controller()
export class PlanEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly recordPlanVersion: RecordPlanVersion,
    private readonly recordMember: RecordMember,
    private readonly endReferral: EndReferral,
    private readonly reissueHandoffs: ReissueHandoffs,
    private readonly closeMembership: CloseMembership,
  ) {}

  @OnEvent(planPublished)
  async onPlanPublished(
    @Payload() { data }: EventOf<typeof planPublished>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.recordPlanVersion.execute(tx, data);
    await this.endReferral.followPlan(tx, data);
    await this.reissueHandoffs.execute(tx, { planId: data.planId, now: this.clock.now() });
  }

  @OnEvent(careTeamMemberJoined)
  async onMemberJoined(
    @Payload() { data }: EventOf<typeof careTeamMemberJoined>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.recordMember.execute(tx, data);
    await this.reissueHandoffs.execute(tx, { planId: data.planId, now: this.clock.now() });
  }

  @OnEvent(careTeamMemberEnded)
  async onMemberEnded(
    @Payload() { data }: EventOf<typeof careTeamMemberEnded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.endReferral.execute(tx, data);
    await this.reissueHandoffs.execute(tx, { planId: data.planId, now: this.clock.now() });
    await this.closeMembership.execute(tx, data, this.clock.now());
  }
}
