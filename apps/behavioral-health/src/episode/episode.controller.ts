import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  behavioralEpisode,
  behavioralEpisodeMove,
  behavioralEpisodeQuery,
  id,
  page,
  type BehavioralEpisode,
  type BehavioralEpisodeMove,
  type BehavioralEpisodeQuery,
  type Page,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { CompleteEpisode } from './complete-episode.use-case.js';
import { EngageEpisode } from './engage-episode.use-case.js';
import { EpisodeQueries } from './episode.queries.js';

/** That an episode exists at all is told to nobody but the physician and the treating partner. */
@Controller('api/behavioral-health/episodes')
export class EpisodeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly episodes: EpisodeQueries,
    private readonly engageEpisode: EngageEpisode,
    private readonly completeEpisode: CompleteEpisode,
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
    @Body({ schema: behavioralEpisodeMove.prefault({}) }) { clearance }: BehavioralEpisodeMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<BehavioralEpisode> {
    return this.transactions.once(request, async (tx) => {
      await this.completeEpisode.execute(tx, { episodeId, clearance, user });
      return this.episodes.get(user, episodeId, tx);
    });
  }
}
