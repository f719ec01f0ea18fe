import { Module } from '@nestjs/common';
import { CareTeamEventsController } from './care-team-events.controller.js';
import { CareTeamRepository } from './care-team.repository.js';
import { CompleteEpisode } from './complete-episode.use-case.js';
import { EngageEpisode } from './engage-episode.use-case.js';
import { EpisodeController } from './episode.controller.js';
import { EpisodeQueries } from './episode.queries.js';
import { EpisodeRepository } from './episode.repository.js';
import { FollowPlanVersion } from './follow-plan-version.use-case.js';
import { PlanEventsController } from './plan-events.controller.js';

@Module({
  controllers: [EpisodeController, PlanEventsController, CareTeamEventsController],
  providers: [EpisodeQueries, EpisodeRepository, CareTeamRepository, FollowPlanVersion, EngageEpisode, CompleteEpisode],
})
export class EpisodeModule {}
