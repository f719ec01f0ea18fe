import { Module } from '@nestjs/common';
import { TherapyConfig } from '../therapy.config.js';
import { CareTeamEventsController } from './care-team-events.controller.js';
import { CareTeamRepository } from './care-team.repository.js';
import { DischargeEpisode } from './discharge-episode.use-case.js';
import { EpisodeController } from './episode.controller.js';
import { EpisodeQueries } from './episode.queries.js';
import { EpisodeRepository } from './episode.repository.js';
import { FollowPlanVersion } from './follow-plan-version.use-case.js';
import { PlanCopyRepository } from './plan-copy.repository.js';
import { PlanEventsController } from './plan-events.controller.js';
import { RecordVisit } from './record-visit.use-case.js';
import { ReportProgress } from './report-progress.use-case.js';

@Module({
  controllers: [EpisodeController, PlanEventsController, CareTeamEventsController],
  providers: [
    TherapyConfig,
    EpisodeQueries,
    EpisodeRepository,
    PlanCopyRepository,
    CareTeamRepository,
    FollowPlanVersion,
    RecordVisit,
    ReportProgress,
    DischargeEpisode,
  ],
})
export class EpisodeModule {}
