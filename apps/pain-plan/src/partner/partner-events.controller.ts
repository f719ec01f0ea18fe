import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { partnerRegistered, partnerUpdated } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { PartnerRepository } from './partner.repository.js';

@Controller()
export class PartnerEventsController {
  constructor(private readonly partners: PartnerRepository) {}

  @OnEvent(partnerRegistered)
  async onPartnerRegistered(
    @Payload() event: EventOf<typeof partnerRegistered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.partners.keep(tx, event.data.partner);
  }

  @OnEvent(partnerUpdated)
  async onPartnerUpdated(@Payload() event: EventOf<typeof partnerUpdated>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.partners.keep(tx, event.data.partner);
  }
}
