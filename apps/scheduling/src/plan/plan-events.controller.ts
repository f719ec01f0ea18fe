import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { planPublished } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { FollowPlanAppointments } from '../appointment/follow-plan-appointments.use-case.js';
import { FollowPlanAuthorizations } from '../authorization/follow-plan-authorizations.use-case.js';
import { FollowedPlanRepository } from './followed-plan.repository.js';

@Controller()
export class PlanEventsController {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly followAuthorizations: FollowPlanAuthorizations,
    private readonly followAppointments: FollowPlanAppointments,
  ) {}

  @OnEvent(planPublished)
  async onPlanPublished(
    @Payload() { data }: EventOf<typeof planPublished>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    if (!(await this.plans.follow(tx, data.planId, data.version))) return;
    await this.followAuthorizations.execute(tx, data);
    await this.followAppointments.execute(tx, data);
  }
}
