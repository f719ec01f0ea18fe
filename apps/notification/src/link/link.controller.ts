import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  handoffLinks,
  id as uuid,
  linkPass,
  linkToken,
  type LinkToken,
  linkView,
  linkVisit,
  signAs,
  type SignAs,
} from '#contracts';
import { Answers, Clock, CurrentUser, GuestsToo, Public, Roles, Transactions, type User } from '#platform';
import { LinkQueries } from './link.queries.js';
import { LinkRepository } from './link.repository.js';
import { OpenLink } from './open-link.use-case.js';
import { RenewLink } from './renew-link.use-case.js';

const ofHandoff = z.strictObject({ handoff: uuid });

/** The token travels in the body, never in an address: addresses are logged. */
@Controller('api/links')
export class LinkController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: LinkQueries,
    private readonly links: LinkRepository,
    private readonly openLink: OpenLink,
    private readonly renewLink: RenewLink,
  ) {}

  @Post('view')
  @Public()
  @Answers(linkView)
  view(@Body({ schema: linkToken }) { token }: LinkToken) {
    return this.queries.view(token);
  }

  /** Not repeatable by an Idempotency-Key: a stored answer would hold the pass. */
  @Post('open')
  @Public()
  @Answers(linkPass)
  open(@Body({ schema: linkToken }) { token }: LinkToken) {
    return this.transactions.run((tx) => this.openLink.execute(tx, token));
  }

  /** A fresh link, mailed to the address in the directory and to no other. Says nothing else, whatever became of the old one. */
  @Post('renew')
  @Public()
  @Answers(z.strictObject({}), { status: 202, description: 'On its way, if there is something to send' })
  async renew(@Body({ schema: linkToken }) { token }: LinkToken) {
    await this.transactions.run((tx) => this.renewLink.execute(tx, token));
    return {};
  }

  /** Whether a guest's visit still goes on. */
  @Get('visit')
  @Roles('partner')
  @GuestsToo()
  @Answers(linkVisit)
  visit(@CurrentUser() user: User) {
    return this.transactions.run(async (tx) => this.queries.visit(await this.openLink.visited(tx, user), tx));
  }

  @Post('pass')
  @Roles('partner')
  @GuestsToo()
  @Answers(linkPass)
  sign(@Body({ schema: signAs }) who: SignAs, @CurrentUser() user: User) {
    return this.transactions.run((tx) => this.openLink.sign(tx, user, who));
  }

  @Get()
  @Roles('coordinator', 'administrator')
  @Answers(handoffLinks)
  list(@Query({ schema: ofHandoff }) { handoff }: z.infer<typeof ofHandoff>) {
    return this.queries.ofHandoff(handoff);
  }

  @Post(':id/revoke')
  @Roles('coordinator', 'administrator')
  @Answers(handoffLinks)
  revoke(@Param('id', { schema: uuid }) id: string) {
    return this.transactions.run(async (tx) => {
      const link = await this.links.find(tx, id);
      if (link.closedAs === null) await this.links.close(tx, id, 'revoked', this.clock.now());
      return this.queries.ofHandoff(link.handoffId, tx);
    });
  }
}
