import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  changeEndpoint,
  endpoint,
  endpointQuery,
  endpoints,
  endpointTest,
  endpointWithSecret,
  id as uuid,
  partnerId,
  registerEndpoint,
  rotateSecret,
  type ChangeEndpoint as Change,
  type Endpoint,
  type EndpointQuery,
  type EndpointTest,
  type EndpointWithSecret,
  type RegisterEndpoint as Registration,
  type RotateSecret,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { ChangeEndpoint } from './change-endpoint.use-case.js';
import { requireOwn } from './endpoint-access.js';
import { EndpointQueries } from './endpoint.queries.js';
import { RegisterEndpoint } from './register-endpoint.use-case.js';
import { TestEndpoint } from './test-endpoint.use-case.js';
import { WebhookUrls } from './webhook-urls.js';

const removed = z.strictObject({ removed: z.literal(true) });

/** A partner looks after its own endpoints; coordinators and administrators after all of them. */
@Controller('api/partners/:partner/endpoints')
@Roles('administrator', 'coordinator', 'partner')
export class EndpointController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: EndpointQueries,
    private readonly registerEndpoint: RegisterEndpoint,
    private readonly changeEndpoint: ChangeEndpoint,
    private readonly urls: WebhookUrls,
    private readonly testEndpoint: TestEndpoint,
  ) {}

  @Get()
  @Roles('administrator', 'coordinator', 'operator', 'partner')
  @Answers(endpoints)
  async list(
    @Param('partner', { schema: partnerId }) partner: string,
    @CurrentUser() user: User,
  ): Promise<{ items: Endpoint[] }> {
    requireOwn(user, partner);
    return { items: await this.queries.ofPartner(partner) };
  }

  /** Without `Idempotency-Key`: its answer holds a secret, and answers to such requests are kept. */
  @Post()
  @Answers(endpointWithSecret, { status: 201, description: 'The secret is shown this once.' })
  async register(
    @Param('partner', { schema: partnerId }) partner: string,
    @Body({ schema: registerEndpoint }) body: Registration,
    @CurrentUser() user: User,
  ): Promise<EndpointWithSecret> {
    requireOwn(user, partner);
    const wanted = body.kind === 'webhook' ? { ...body, url: await this.urls.checked(body.url) } : body;
    return this.transactions.run(async (tx) => {
      const { id, secret } = await this.registerEndpoint.execute(tx, { partnerId: partner, wanted });
      return { ...(await this.queries.get(tx, partner, id)), secret };
    });
  }

  @Patch(':id')
  @Answers(endpoint)
  async change(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changeEndpoint }) body: Change,
    @CurrentUser() user: User,
  ): Promise<Endpoint> {
    requireOwn(user, partner);
    const wanted = body.url === undefined ? body : { url: await this.urls.checked(body.url) };
    return this.transactions.run(async (tx) => {
      await this.changeEndpoint.address(tx, { partnerId: partner, id }, wanted);
      return this.queries.get(tx, partner, id);
    });
  }

  @Delete(':id')
  @Answers(removed)
  async remove(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: endpointQuery }) query: EndpointQuery,
    @CurrentUser() user: User,
  ): Promise<{ removed: true }> {
    requireOwn(user, partner);
    await this.transactions.run((tx) => this.changeEndpoint.remove(tx, { partnerId: partner, id }, query));
    return { removed: true };
  }

  @Post(':id/pause')
  @Roles('administrator', 'coordinator', 'operator', 'partner')
  @Answers(endpoint, { description: 'What comes waits.' })
  pause(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Endpoint> {
    return this.move({ partnerId: partner, id, move: 'pause', user, request });
  }

  @Post(':id/resume')
  @Roles('administrator', 'coordinator', 'operator', 'partner')
  @Answers(endpoint, { description: 'What waited is sent.' })
  resume(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Endpoint> {
    return this.move({ partnerId: partner, id, move: 'resume', user, request });
  }

  @Post(':id/enable')
  @Roles('administrator', 'coordinator', 'operator', 'partner')
  @Answers(endpoint, { description: 'It is repaired: what failed and is still wanted is sent.' })
  enable(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Endpoint> {
    return this.move({ partnerId: partner, id, move: 'enable', user, request });
  }

  /** Without `Idempotency-Key`, like every answer that holds a secret. */
  @Post(':id/rotate-secret')
  @Answers(endpointWithSecret, {
    description: 'Old and new secret both sign for a while. The new one is shown this once.',
  })
  rotate(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: rotateSecret }) { overlapHours }: RotateSecret,
    @CurrentUser() user: User,
  ): Promise<EndpointWithSecret> {
    requireOwn(user, partner);
    return this.transactions.run(async (tx) => {
      const secret = await this.changeEndpoint.rotateSecret(tx, { partnerId: partner, id }, overlapHours);
      return { ...(await this.queries.get(tx, partner, id)), secret };
    });
  }

  @Post(':id/test')
  @Answers(endpointTest, { description: 'Sent at once: how it went.' })
  test(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
  ): Promise<EndpointTest> {
    requireOwn(user, partner);
    return this.testEndpoint.execute({ partnerId: partner, id });
  }

  private move(at: {
    partnerId: string;
    id: string;
    move: 'pause' | 'resume' | 'enable';
    user: User;
    request: IdempotentRequest;
  }): Promise<Endpoint> {
    requireOwn(at.user, at.partnerId);
    return this.transactions.once(at.request, async (tx) => {
      await this.changeEndpoint.move(tx, at, at.move);
      return this.queries.get(tx, at.partnerId, at.id);
    });
  }
}
