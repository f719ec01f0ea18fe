import {
  id as uuid,
  page,
  partnerTurnaround,
  referral,
  referralAlternatives,
  referralDetail,
  type ReferralEvent,
  referralEvents,
  referralMove,
  type ReferralMove,
  referralQuery,
  type ReferralQuery,
  turnaroundQuery,
} from '#contracts';
import {
  Answers,
  Clock,
  CurrentUser,
  GuestsToo,
  type IdempotentRequest,
  Idempotency,
  Roles,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { AlternativeQueries } from './alternative.queries.js';
import { MoveReferral } from './move-referral.use-case.js';
import { ReferralQueries } from './referral.queries.js';
import { TurnaroundQueries } from './turnaround.queries.js';

@Controller('api/referrals')
export class ReferralController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: ReferralQueries,
    private readonly alternatives: AlternativeQueries,
    private readonly turnarounds: TurnaroundQueries,
    private readonly moveReferral: MoveReferral,
  ) {}

  @Get()
  @Roles('coordinator', 'physician', 'partner')
  @GuestsToo()
  @Answers(page(referral))
  list(@Query({ schema: referralQuery }) query: ReferralQuery, @CurrentUser() user: User) {
    return this.queries.list(query, user);
  }

  @Get('turnaround')
  @Roles('coordinator', 'physician')
  @Answers(partnerTurnaround, { description: 'Medians in business days, without the time that others took' })
  turnaround(@Query({ schema: turnaroundQuery }) { partner }: z.infer<typeof turnaroundQuery>) {
    return this.turnarounds.ofPartner(partner);
  }

  @Get(':id')
  @Roles('coordinator', 'physician', 'partner')
  @Answers(referralDetail)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User) {
    return this.queries.get(id, user);
  }

  @Get(':id/alternatives')
  @Roles('coordinator', 'physician')
  @Answers(referralAlternatives, { description: 'Who else could take it, the best first' })
  async others(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User) {
    return { items: await this.alternatives.of(await this.queries.get(id, user)) };
  }

  @Post(':id/:event')
  @Roles('coordinator', 'physician', 'partner')
  @GuestsToo()
  @Answers(referralDetail, { status: 200, description: 'Moved; after a transfer or a reopening, the new referral' })
  move(
    @Param('id', { schema: uuid }) id: string,
    @Param('event', { schema: z.enum(referralEvents) }) event: ReferralEvent,
    @Body({ schema: referralMove }) details: ReferralMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.transactions.once(request, async (tx) => {
      const now = this.clock.now();
      const moved = await this.moveReferral.execute(tx, { referralId: id, event, details, user, now });
      return this.queries.get(moved.id, user, tx);
    });
  }
}
