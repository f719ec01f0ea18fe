import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { planPublished } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { BlockAppointments } from '../appointment/block-appointments.use-case.js';
import { FollowPlanAppointments } from '../appointment/follow-plan-appointments.use-case.js';
import { FollowPlanAuthorizations } from '../authorization/follow-plan-authorizations.use-case.js';
import { FollowRequests } from '../request/follow-requests.use-case.js';
import { FollowedPlanRepository } from './followed-plan.repository.js';

/** A version: first what the payer is asked, then the times that it sets, then what it wants booked, then what stands in the way. */
@Controller()
export class PlanEventsController {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly followAuthorizations: FollowPlanAuthorizations,
    private readonly followAppointments: FollowPlanAppointments,
    private readonly followRequests: FollowRequests,
    private readonly blockAppointments: BlockAppointments,
  ) {}

  @OnEvent(planPublished)
  async onPlanPublished(
    @Payload() { data }: EventOf<typeof planPublished>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.plans.lockPatient(tx, data.patientId);
    if (!(await this.plans.follow(tx, data))) return;
    await this.followAuthorizations.execute(tx, data);
    await this.followAppointments.execute(tx, data);
    await this.followRequests.execute(tx, data.planId);
    await this.blockAppointments.execute(tx, data.planId, new Date(data.publishedAt));
  }
}
