import {
  blockHandoff,
  type BlockHandoff,
  clinicHandoff,
  id as uuid,
  labelHandoff,
  type LabelHandoff,
  ownHandoff,
  type OwnHandoff,
  snoozeHandoff,
  type SnoozeHandoff,
} from '#contracts';
import {
  Answers,
  Clock,
  CurrentUser,
  type IdempotentRequest,
  Idempotency,
  Roles,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { HandoffQueries } from '../handoff/handoff.queries.js';
import { AskForMissing } from './ask-for-missing.use-case.js';
import { MarkHandoff } from './mark-handoff.use-case.js';
import type { Mark } from './marks.js';

/** What the coordinator notes on a row of the worklist: whose it is, when to look again, what holds it up. */
@Controller('api/handoffs/:id')
@Roles('coordinator')
export class MarkController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: HandoffQueries,
    private readonly markHandoff: MarkHandoff,
    private readonly askForMissing: AskForMissing,
  ) {}

  @Post('owner')
  @Answers(clinicHandoff, { status: 200, description: 'Owner or pool set or cleared' })
  own(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: ownHandoff }) body: OwnHandoff,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.mark(id, { action: 'assign-owner', ...body }, user, request);
  }

  @Post('snooze')
  @Answers(clinicHandoff, { status: 200, description: 'Off the list until that day; null takes the chase date away' })
  snooze(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: snoozeHandoff }) body: SnoozeHandoff,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.mark(id, { action: 'snooze', ...body }, user, request);
  }

  @Post('block')
  @Answers(clinicHandoff, { status: 200, description: 'Blocked, with what by and who can unblock it' })
  block(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: blockHandoff }) body: BlockHandoff,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.mark(id, { action: 'block', ...body }, user, request);
  }

  @Post('unblock')
  @Answers(clinicHandoff, { status: 200, description: 'What a person had set blocks no more' })
  unblock(
    @Param('id', { schema: uuid }) id: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.mark(id, { action: 'unblock' }, user, request);
  }

  @Post('labels')
  @Answers(clinicHandoff, { status: 200, description: 'Labels added and removed' })
  label(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: labelHandoff }) body: LabelHandoff,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.mark(id, { action: 'label', ...body }, user, request);
  }

  @Post('ask-for-missing')
  @Answers(clinicHandoff, { status: 200, description: 'The coordinator has an item to ask for what the packet lacks' })
  ask(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User, @Idempotency() request: IdempotentRequest) {
    return this.transactions.once(request, async (tx) => {
      await this.askForMissing.execute(tx, { id, user, now: this.clock.now() });
      return this.queries.get(id, user, tx);
    });
  }

  private mark(id: string, mark: Mark, user: User, request: IdempotentRequest) {
    return this.transactions.once(request, async (tx) => {
      await this.markHandoff.execute(tx, { id, mark, user });
      return this.queries.get(id, user, tx);
    });
  }
}
