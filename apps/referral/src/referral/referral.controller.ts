import {
  id as uuid,
  page,
  referral,
  referralMove,
  type ReferralMove,
  referralQuery,
  type ReferralQuery,
} from '#contracts';
import {
  Answers,
  asService,
  Clock,
  CurrentUser,
  type IdempotentRequest,
  Idempotency,
  Roles,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { ReissueHandoffs } from '../handoff/reissue-handoffs.use-case.js';
import { MoveReferral } from './move-referral.use-case.js';
import { ReferralQueries } from './referral.queries.js';
import { type ReferralEvent, referralEvents } from './referral.states.js';

@Controller('api/referrals')
export class ReferralController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: ReferralQueries,
    private readonly moveReferral: MoveReferral,
    private readonly reissueHandoffs: ReissueHandoffs,
  ) {}

  @Get()
  @Roles('coordinator', 'physician', 'partner')
  @Answers(page(referral))
  list(@Query({ schema: referralQuery }) query: ReferralQuery, @CurrentUser() user: User) {
    return this.queries.list(query, user);
  }

  @Get(':id')
  @Roles('coordinator', 'physician', 'partner')
  @Answers(referral)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User) {
    return this.queries.get(id, user);
  }

  @Post(':id/:event')
  @Roles('coordinator', 'partner')
  @Answers(referral, { status: 200, description: 'Moved' })
  move(
    @Param('id', { schema: uuid }) id: string,
    @Param('event', { schema: z.enum(referralEvents) }) event: ReferralEvent,
    @Body({ schema: referralMove }) details: ReferralMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.transactions.once(request, async (tx) => {
      const now = this.clock.now();
      const { planId } = await this.moveReferral.execute(tx, { referralId: id, event, details, user, now });
      // Who declined leaves a gap that others fill: that is the clinic's doing, not the partner's.
      await asService(tx, () => this.reissueHandoffs.execute(tx, { planId, now }));
      return this.queries.get(id, user, tx);
    });
  }
}
