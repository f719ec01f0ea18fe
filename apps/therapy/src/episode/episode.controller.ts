import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  dischargeEpisode,
  id,
  page,
  recordVisit,
  reportProgress,
  therapyEpisode,
  therapyEpisodeQuery,
  type DischargeTherapyEpisode,
  type Page,
  type RecordTherapyVisit,
  type ReportTherapyProgress,
  type TherapyEpisode,
  type TherapyEpisodeQuery,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { DischargeEpisode } from './discharge-episode.use-case.js';
import { EpisodeQueries } from './episode.queries.js';
import { RecordVisit } from './record-visit.use-case.js';
import { ReportProgress } from './report-progress.use-case.js';

const episodeDay = therapyEpisodeQuery.pick({ on: true });

@Controller('api/therapy/episodes')
export class EpisodeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly episodes: EpisodeQueries,
    private readonly recordVisit: RecordVisit,
    private readonly reportProgress: ReportProgress,
    private readonly dischargeEpisode: DischargeEpisode,
  ) {}

  @Get()
  @Roles('partner', 'coordinator', 'physician')
  @Answers(page(therapyEpisode))
  list(
    @Query({ schema: therapyEpisodeQuery }) query: TherapyEpisodeQuery,
    @CurrentUser() user: User,
  ): Promise<Page<TherapyEpisode>> {
    return this.episodes.list(user, query);
  }

  @Get(':id')
  @Roles('partner', 'coordinator', 'physician')
  @Answers(therapyEpisode)
  get(
    @Param('id', { schema: id }) episodeId: string,
    @Query({ schema: episodeDay }) { on }: Pick<TherapyEpisodeQuery, 'on'>,
    @CurrentUser() user: User,
  ): Promise<TherapyEpisode> {
    return this.episodes.get(user, episodeId, { on });
  }

  @Post(':id/visits')
  @Roles('partner')
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

  @Post(':id/progress')
  @Roles('partner')
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

  @Post(':id/discharge')
  @Roles('partner')
  @Answers(therapyEpisode, { status: 200 })
  discharge(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: dischargeEpisode }) { summary }: DischargeTherapyEpisode,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<TherapyEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.dischargeEpisode.execute(tx, { episodeId, summary, user });
      return this.episodes.get(user, episodeId, { from: tx });
    });
  }
}
