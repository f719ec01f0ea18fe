import { Body, Controller, Param, Post } from '@nestjs/common';
import {
  certifyPlanOfCare,
  dischargeEpisode,
  id,
  recordVisit,
  reportProgress,
  therapyEpisode,
  type CertifyPlanOfCare as Certification,
  type DischargeTherapyEpisode,
  type RecordTherapyVisit,
  type ReportTherapyProgress,
  type TherapyEpisode,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { CertifyPlanOfCare } from '../paperwork/certify-plan-of-care.use-case.js';
import { DischargeEpisode } from './discharge-episode.use-case.js';
import { EpisodeQueries } from './episode.queries.js';
import { RecordVisit } from './record-visit.use-case.js';
import { ReportProgress } from './report-progress.use-case.js';

/** What the treating partner does. */
@Controller('api/therapy/episodes/:id')
@Roles('partner')
export class EpisodeActsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly episodes: EpisodeQueries,
    private readonly recordVisit: RecordVisit,
    private readonly reportProgress: ReportProgress,
    private readonly certifyPlanOfCare: CertifyPlanOfCare,
    private readonly dischargeEpisode: DischargeEpisode,
  ) {}

  @Post('visits')
  @Answers(therapyEpisode, { status: 201 })
  visit(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: recordVisit }) visit: RecordTherapyVisit,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TherapyEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.recordVisit.execute(tx, { episodeId, visit, user });
      return this.episodes.get(user, episodeId, { from: tx });
    });
  }

  @Post('progress')
  @Answers(therapyEpisode, { status: 201 })
  progress(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: reportProgress }) progress: ReportTherapyProgress,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TherapyEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.reportProgress.execute(tx, { episodeId, progress, user });
      return this.episodes.get(user, episodeId, { from: tx });
    });
  }

  @Post('certification')
  @Answers(therapyEpisode, { status: 201 })
  certify(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: certifyPlanOfCare }) certification: Certification,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TherapyEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.certifyPlanOfCare.execute(tx, { episodeId, certification, user });
      return this.episodes.get(user, episodeId, { from: tx });
    });
  }

  @Post('discharge')
  @Answers(therapyEpisode, { status: 200 })
  discharge(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: dischargeEpisode }) discharge: DischargeTherapyEpisode,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TherapyEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.dischargeEpisode.execute(tx, { episodeId, discharge, user });
      return this.episodes.get(user, episodeId, { from: tx });
    });
  }
}
