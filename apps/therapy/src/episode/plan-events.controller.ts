import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { planPublished } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { FollowPlanVersion } from './follow-plan-version.use-case.js';

@Controller()
export class PlanEventsController {
  constructor(private readonly followPlanVersion: FollowPlanVersion) {}

  @OnEvent(planPublished)
  async onPlanPublished(@Payload() event: EventOf<typeof planPublished>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.followPlanVersion.execute(tx, event.data);
  }
}
