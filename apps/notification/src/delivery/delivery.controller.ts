import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  delivery,
  deliveryQuery,
  id as uuid,
  page,
  resendDeliveries,
  resentDeliveries,
  type Delivery,
  type DeliveryQuery,
  type Page,
  type ResendDeliveries as Wanted,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { DeliveryQueries } from './delivery.queries.js';
import { ResendDeliveries } from './resend-deliveries.use-case.js';

@Controller('api/deliveries')
export class DeliveryController {
  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: DeliveryQueries,
    private readonly resendDeliveries: ResendDeliveries,
  ) {}

  @Get()
  @Roles('administrator', 'coordinator', 'operator', 'partner')
  @Answers(page(delivery))
  list(@Query({ schema: deliveryQuery }) query: DeliveryQuery, @CurrentUser() user: User): Promise<Page<Delivery>> {
    return query.after === undefined ? this.deliveries.list(user, query) : this.deliveries.catchUp(user, query);
  }

  @Post('resend')
  @Roles('administrator', 'coordinator', 'operator')
  @Answers(resentDeliveries, { status: 202, description: 'How many are sent again, each under its own id.' })
  resend(
    @Body({ schema: resendDeliveries }) body: Wanted,
    @Idempotency() request: IdempotentRequest,
  ): Promise<{ queued: number }> {
    return this.transactions.once(request, (tx) => this.resendDeliveries.since(tx, body));
  }

  @Get(':id')
  @Roles('administrator', 'coordinator', 'operator', 'partner')
  @Answers(delivery)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User): Promise<Delivery> {
    return this.deliveries.get(user, id);
  }

  @Post(':id/retry')
  @Roles('administrator', 'coordinator', 'operator')
  @Answers(delivery, { status: 202, description: 'It is tried now.' })
  retry(
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Delivery> {
    return this.transactions.once(request, async (tx) => {
      await this.resendDeliveries.one(tx, id);
      return this.deliveries.get(user, id, tx);
    });
  }
}
