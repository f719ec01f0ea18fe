import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { handoffAcknowledged, handoffIssued, handoffSuperseded, handoffWithdrawn } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { CancelDelivery } from './cancel-delivery.use-case.js';
import { DeliverHandoff } from './deliver-handoff.use-case.js';
import { RetractHandoff } from './retract-handoff.use-case.js';

@Controller()
export class HandoffEventsController {
  constructor(
    private readonly deliverHandoff: DeliverHandoff,
    private readonly cancelDelivery: CancelDelivery,
    private readonly retractHandoff: RetractHandoff,
  ) {}

  @OnEvent(handoffIssued)
  async onHandoffIssued(@Payload() event: EventOf<typeof handoffIssued>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.deliverHandoff.execute(tx, event);
  }

  @OnEvent(handoffSuperseded)
  async onHandoffSuperseded(
    @Payload() { data }: EventOf<typeof handoffSuperseded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.cancelDelivery.execute(tx, { handoffId: data.handoffId, reason: 'superseded' });
    await this.cancelDelivery.follow(tx, data.handoffId, data.supersededBy);
  }

  /** Whoever answered by another way needs no message any more. */
  @OnEvent(handoffAcknowledged)
  async onHandoffAcknowledged(
    @Payload() { data }: EventOf<typeof handoffAcknowledged>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.cancelDelivery.execute(tx, { handoffId: data.handoffId, reason: 'acknowledged' });
  }

  @OnEvent(handoffWithdrawn)
  async onHandoffWithdrawn(
    @Payload() event: EventOf<typeof handoffWithdrawn>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.retractHandoff.execute(tx, event);
  }
}
