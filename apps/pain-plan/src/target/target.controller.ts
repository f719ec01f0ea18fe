import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  id,
  recordMeasurement,
  targetTrend,
  type RecordMeasurement as Measurement,
  type TargetTrend,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { RecordMeasurement } from './record-measurement.use-case.js';
import { TargetQueries } from './target.queries.js';

@Controller('api/plans/:id/targets/:targetId')
@Roles('coordinator', 'physician', 'partner')
export class TargetController {
  constructor(
    private readonly transactions: Transactions,
    private readonly targets: TargetQueries,
    private readonly recordMeasurement: RecordMeasurement,
  ) {}

  @Post('measurements')
  @Answers(targetTrend, { status: 201 })
  measure(
    @Param('id', { schema: id }) planId: string,
    @Param('targetId') targetId: string,
    @Body({ schema: recordMeasurement }) body: Measurement,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TargetTrend> {
    return this.transactions.once(request, (tx) =>
      this.recordMeasurement.execute(tx, { ...body, planId, targetId, user }),
    );
  }

  @Get('trend')
  @Answers(targetTrend)
  trend(
    @Param('id', { schema: id }) planId: string,
    @Param('targetId') targetId: string,
    @CurrentUser() user: User,
  ): Promise<TargetTrend> {
    return this.targets.trend(planId, targetId, user);
  }
}
