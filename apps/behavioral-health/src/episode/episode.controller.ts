import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  behavioralEpisode,
  behavioralEpisodeMove,
  behavioralEpisodeQuery,
  clearanceReason,
  id,
  page,
  type BehavioralEpisode,
  type BehavioralEpisodeMove,
  type BehavioralEpisodeQuery,
  type ClearanceReason,
  type Page,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { ClearanceReasons } from './clearance-reason.queries.js';
import { CompleteEpisode } from './complete-episode.use-case.js';
import { EngageEpisode } from './engage-episode.use-case.js';
import { EpisodeQueries } from './episode.queries.js';
import { StopEpisode } from './stop-episode.use-case.js';

/** That an episode exists at all is told to nobody but the physician and the treating partner. */
@Controller('api/behavioral-health/episodes')
export class EpisodeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly episodes: EpisodeQueries,
    private readonly engageEpisode: EngageEpisode,
    private readonly completeEpisode: CompleteEpisode,
    private readonly stopEpisode: StopEpisode,
    private readonly reasons: ClearanceReasons,
  ) {}

  @Get()
  @Roles('partner', 'physician')
  @Answers(page(behavioralEpisode))
  list(
    @Query({ schema: behavioralEpisodeQuery }) query: BehavioralEpisodeQuery,
    @CurrentUser() user: User,
  ): Promise<Page<BehavioralEpisode>> {
    return this.episodes.list(user, query);
  }

  @Get(':id')
  @Roles('partner', 'physician')
  @Answers(behavioralEpisode)
  get(@Param('id', { schema: id }) episodeId: string, @CurrentUser() user: User): Promise<BehavioralEpisode> {
    return this.episodes.get(user, episodeId);
  }

  @Post(':id/engage')
  @Roles('partner')
  @Answers(behavioralEpisode, { status: 200 })
  engage(
    @Param('id', { schema: id }) episodeId: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<BehavioralEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.engageEpisode.execute(tx, { episodeId, user });
      return this.episodes.get(user, episodeId, tx);
    });
  }

  @Post(':id/complete')
  @Roles('partner')
  @Answers(behavioralEpisode, { status: 200 })
  complete(
    @Param('id', { schema: id }) episodeId: string,
    @Body({ schema: behavioralEpisodeMove.prefault({}) }) answer: BehavioralEpisodeMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<BehavioralEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.completeEpisode.execute(tx, { ...answer, episodeId, user });
      return this.episodes.get(user, episodeId, tx);
    });
  }

  @Post(':id/stop')
  @Roles('partner')
  @Answers(behavioralEpisode, { status: 200 })
  stop(
    @Param('id', { schema: id }) episodeId: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<BehavioralEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.stopEpisode.execute(tx, { episodeId, user });
      return this.episodes.get(user, episodeId, tx);
    });
  }

  @Get(':id/clearance-reason')
  @Roles('partner', 'physician')
  @Answers(clearanceReason, { description: 'Why an evaluation did not clear; each reading is recorded.' })
  reason(@Param('id', { schema: id }) episodeId: string, @CurrentUser() user: User): Promise<ClearanceReason> {
    return this.transactions.run((tx) => this.reasons.get(tx, user, episodeId));
  }
}
