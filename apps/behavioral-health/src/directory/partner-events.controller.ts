import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { partnerRegistered, partnerUpdated } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { PartnerCopies } from './partner-copy.repository.js';

@Controller()
export class PartnerEventsController {
  constructor(private readonly partners: PartnerCopies) {}

  @OnEvent(partnerRegistered)
  onRegistered(@Payload() { data }: EventOf<typeof partnerRegistered>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.partners.save(tx, data.partner);
  }

  @OnEvent(partnerUpdated)
  onUpdated(@Payload() { data }: EventOf<typeof partnerUpdated>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.partners.save(tx, data.partner);
  }
}
