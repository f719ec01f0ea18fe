import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { handoffSuperseded, handoffWithdrawn } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { LinkRepository } from './link.repository.js';

/** A link ends with what it leads to. */
@Controller()
export class HandoffLinkEventsController {
  constructor(
    private readonly links: LinkRepository,
    private readonly clock: Clock,
  ) {}

  @OnEvent(handoffSuperseded)
  async onSuperseded(
    @Payload() { data }: EventOf<typeof handoffSuperseded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.links.closeAll(tx, data.handoffId, 'superseded', this.clock.now());
    await this.links.follow(tx, data.handoffId, data.supersededBy);
  }

  @OnEvent(handoffWithdrawn)
  async onWithdrawn(@Payload() { data }: EventOf<typeof handoffWithdrawn>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.links.closeAll(tx, data.handoffId, 'withdrawn', this.clock.now());
  }
}
