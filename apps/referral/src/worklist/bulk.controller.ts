import { randomUUID } from 'node:crypto';
import { bulkAct, type BulkAct as Request, bulkResult, type BulkResult, DomainError, id as uuid } from '#contracts';
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
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { BulkAct } from './bulk-act.use-case.js';
import { UndoBulk } from './undo-bulk.use-case.js';

/** Rows of one transaction: few enough that nobody waits long for their plans, many enough that 500 take a second. */
const groupSize = 50;

/** Many rows of the list at once, and back. */
@Controller('api/handoffs/bulk')
@Roles('coordinator')
export class BulkController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bulk: BulkAct,
    private readonly undoBulk: UndoBulk,
  ) {}

  /** A physician may remind, from the page of a patient; the list itself is worked by coordinators. */
  @Post()
  @Roles('coordinator', 'physician')
  @Answers(bulkResult, { status: 200, description: 'Row by row: done, skipped, or refused with the reason' })
  async act(
    @Body({ schema: bulkAct }) request: Request,
    @CurrentUser() user: User,
    @Idempotency() idempotency: IdempotentRequest,
  ): Promise<BulkResult> {
    if (user.role === 'physician' && request.action !== 'remind') {
      throw new DomainError('forbidden', 'Physicians remind; the rest of the list is worked by coordinators.');
    }
    if (request.action === 'remind' && request.dryRun) {
      return this.transactions.run((tx) => this.bulk.preview(tx, request));
    }
    // A repetition gets the id of the first one, and finishes it where it stopped.
    const { id } = await this.transactions.once(idempotency, async (tx) => {
      const started = { id: randomUUID(), request, user, now: this.clock.now() };
      await this.bulk.start(tx, started);
      return { id: started.id };
    });
    for (const ids of inGroups([...new Set(request.ids)])) {
      await this.transactions.run((tx) => this.bulk.work(tx, { id, ids, user }));
    }
    return this.get(id);
  }

  @Get(':id')
  @Answers(bulkResult)
  get(@Param('id', { schema: uuid }) id: string): Promise<BulkResult> {
    return this.transactions.run((tx) => this.bulk.result(tx, id));
  }

  @Post(':id/undo')
  @Answers(bulkResult, { status: 200, description: 'What was set is as it was before' })
  async undo(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User): Promise<BulkResult> {
    const done = await this.transactions.run((tx) => this.undoBulk.start(tx, { id, now: this.clock.now() }));
    for (const ids of inGroups(done)) await this.transactions.run((tx) => this.undoBulk.work(tx, { id, ids, user }));
    return this.get(id);
  }
}

const inGroups = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / groupSize) }, (_, n) => ids.slice(n * groupSize, (n + 1) * groupSize));
