import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  id,
  page,
  pageQuery,
  therapyDischarge,
  therapyEpisode,
  therapyEpisodeQuery,
  therapyPage,
  therapyReport,
  therapyVisit,
  type TherapyEpisodeQuery,
} from '#contracts';
import { Answers, Clock, CurrentUser, Roles, type User } from '#platform';
import type { z } from 'zod';
import { directivesPage } from './directives-page.js';
import { EpisodeRecordQueries } from './episode-record.queries.js';
import { EpisodeQueries } from './episode.queries.js';

const episodeDay = therapyEpisodeQuery.pick({ on: true });
type Day = Pick<TherapyEpisodeQuery, 'on'>;
type Paging = z.infer<typeof pageQuery>;

@Controller('api/therapy/episodes')
@Roles('partner', 'coordinator', 'physician')
export class EpisodeController {
  constructor(
    private readonly episodes: EpisodeQueries,
    private readonly record: EpisodeRecordQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(page(therapyEpisode))
  list(@Query({ schema: therapyEpisodeQuery }) query: TherapyEpisodeQuery, @CurrentUser() user: User) {
    return this.episodes.list(user, query);
  }

  @Get(':id')
  @Answers(therapyEpisode)
  get(
    @Param('id', { schema: id }) episodeId: string,
    @Query({ schema: episodeDay }) { on }: Day,
    @CurrentUser() user: User,
  ) {
    return this.episodes.get(user, episodeId, { on });
  }

  @Get(':id/page')
  @Answers(therapyPage)
  async page(
    @Param('id', { schema: id }) episodeId: string,
    @Query({ schema: episodeDay }) { on = this.episodes.today() }: Day,
    @CurrentUser() user: User,
  ) {
    return directivesPage(await this.episodes.get(user, episodeId, { on }), on, this.clock.now());
  }

  @Get(':id/visits')
  @Answers(page(therapyVisit))
  visits(
    @Param('id', { schema: id }) episodeId: string,
    @Query({ schema: pageQuery }) paging: Paging,
    @CurrentUser() user: User,
  ) {
    return this.record.visits(user, episodeId, paging);
  }

  @Get(':id/progress')
  @Answers(page(therapyReport))
  reports(
    @Param('id', { schema: id }) episodeId: string,
    @Query({ schema: pageQuery }) paging: Paging,
    @CurrentUser() user: User,
  ) {
    return this.record.reports(user, episodeId, paging);
  }

  @Get(':id/discharge')
  @Answers(therapyDischarge)
  discharge(@Param('id', { schema: id }) episodeId: string, @CurrentUser() user: User) {
    return this.record.discharge(user, episodeId);
  }
}
