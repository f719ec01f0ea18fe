import { Controller } from '@nestjs/common';
import { OnTimer } from '#timers';
import { deliveryTimer } from '../delivery/delivery-steps.js';
import { Courier } from './courier.js';

/** The alarm only wakes the courier; that a message is due stands in its row. */
@Controller()
export class DeliveryTimersController {
  constructor(private readonly courier: Courier) {}

  @OnTimer(deliveryTimer)
  onDue(): Promise<void> {
    this.courier.wake();
    return Promise.resolve();
  }
}
