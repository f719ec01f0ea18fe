import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { triageTable } from '#clinical';
import {
  clearRedFlag,
  DomainError,
  id,
  publishedVersion,
  redFlagKinds,
  reportRedFlags,
  triageAlert,
  triageAnswer,
  triageForm,
  type ClearRedFlag as Clearance,
  type PublishedVersion,
  type ReportRedFlags as Reported,
  type TriageAlert,
  type TriageAnswer,
  type TriageForm,
} from '#contracts';
import {
  Answers,
  CurrentUser,
  Idempotency,
  Roles,
  Transactions,
  type IdempotentRequest,
  type User,
  Unaudited,
} from '#platform';
import { ClearRedFlag } from './clear-red-flag.use-case.js';
import { ReportRedFlags } from './report-red-flags.use-case.js';
import { TriageQueries } from './triage.queries.js';

@Controller('api')
@Roles('coordinator', 'physician', 'partner')
export class TriageController {
  constructor(
    private readonly transactions: Transactions,
    private readonly triage: TriageQueries,
    private readonly reportRedFlags: ReportRedFlags,
    private readonly clearRedFlag: ClearRedFlag,
  ) {}

  @Get('triage/form')
  @Unaudited('the questions, no answers')
  @Answers(triageForm, { description: 'What to ask whoever calls, and how fast each answer must be acted on.' })
  form(): TriageForm {
    const items = redFlagKinds.map((kind) => {
      const { qualifies, urgency, questions } = triageTable[kind];
      return { kind, qualifies, urgency, questions: [...questions] };
    });
    return { items };
  }

  @Get('patients/:id/triage')
  @Answers(triageAlert, {
    description: 'Whether something urgent is under way, for whoever is on the team. Never what.',
  })
  alert(@Param('id', { schema: id }) patientId: string, @CurrentUser() user: User): Promise<TriageAlert> {
    return this.triage.alert(patientId, user);
  }

  @Post('patients/:id/triage')
  @Answers(triageAnswer, { status: 201 })
  report(
    @Param('id', { schema: id }) patientId: string,
    @Body({ schema: reportRedFlags }) body: Reported,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TriageAnswer> {
    return this.transactions.once(request, async (tx) => {
      const planId = await this.triage.planId(tx, patientId, user);
      return this.reportRedFlags.execute(tx, { ...body, patientId, planId, user });
    });
  }

  @Post('patients/:id/triage/:flagId/clearance')
  @Roles('physician')
  @Answers(publishedVersion, { status: 201 })
  clear(
    @Param('id', { schema: id }) patientId: string,
    @Param('flagId', { schema: z.string().max(64) }) flagId: string,
    @Body({ schema: clearRedFlag }) body: Clearance,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<PublishedVersion> {
    return this.transactions.once(request, async (tx) => {
      const planId = await this.triage.planId(tx, patientId, user);
      if (planId === null) throw new DomainError('not-found', 'There is no such red flag.');
      return this.clearRedFlag.execute(tx, { ...body, planId, flagId, user });
    });
  }
}
