import { Module } from '@nestjs/common';
import { CancelDelivery } from './cancel-delivery.use-case.js';
import { DeliverHandoff } from './deliver-handoff.use-case.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryQueries } from './delivery.queries.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Dispatch } from './dispatch.js';
import { HandoffEventsController } from './handoff-events.controller.js';
import { RetractHandoff } from './retract-handoff.use-case.js';

@Module({
  controllers: [DeliveryController, HandoffEventsController],
  providers: [DeliveryQueries, DeliveryRepository, Dispatch, DeliverHandoff, CancelDelivery, RetractHandoff],
})
export class DeliveryModule {}
