import { Controller, Get, Query } from '@nestjs/common';
import { delivery, deliveryQuery, page, type Delivery, type DeliveryQuery, type Page } from '#contracts';
import { Answers, CurrentUser, Roles, type User } from '#platform';
import { DeliveryQueries } from './delivery.queries.js';

@Controller('api/deliveries')
export class DeliveryController {
  constructor(private readonly deliveries: DeliveryQueries) {}

  @Get()
  @Roles('administrator', 'coordinator', 'partner')
  @Answers(page(delivery))
  list(@Query({ schema: deliveryQuery }) query: DeliveryQuery, @CurrentUser() user: User): Promise<Page<Delivery>> {
    return this.deliveries.list(user, query);
  }
}
