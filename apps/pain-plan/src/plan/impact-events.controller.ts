import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { impactAssessed } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { RecordRouting } from './record-routing.use-case.js';

@Controller()
export class ImpactEventsController {
  constructor(private readonly recordRouting: RecordRouting) {}

  @OnEvent(impactAssessed)
  onAssessed(@Payload() { data }: EventOf<typeof impactAssessed>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.recordRouting.execute(tx, data);
  }
}
