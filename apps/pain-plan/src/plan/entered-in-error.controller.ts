import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  id,
  markEnteredInError,
  publishedVersion,
  type MarkEnteredInError as Marking,
  type PublishedVersion,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { MarkEnteredInError } from './mark-entered-in-error.use-case.js';

const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

@Controller('api/plans/:id/versions/:version')
@Roles('physician')
export class EnteredInErrorController {
  constructor(
    private readonly transactions: Transactions,
    private readonly markEnteredInError: MarkEnteredInError,
  ) {}

  @Post('entered-in-error')
  @Answers(publishedVersion, {
    status: 201,
    description: 'The version that puts the content before it in force again; whoever got the wrong one is told.',
  })
  mark(
    @Param('id', { schema: id }) planId: string,
    @Param('version', { schema: versionNumber }) version: number,
    @Body({ schema: markEnteredInError }) { reason }: Marking,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<PublishedVersion> {
    return this.transactions.once(request, (tx) =>
      this.markEnteredInError.execute(tx, { planId, version, reason, user }),
    );
  }
}
