import { Module } from '@nestjs/common';
import { DoseChangeController } from '../dose-change/dose-change.controller.js';
import { DoseChangeQueries } from '../dose-change/dose-change.queries.js';
import { DoseChangeRepository } from '../dose-change/dose-change.repository.js';
import { DoseChanges } from '../dose-change/dose-changes.js';
import { ReplyToDoseChange } from '../dose-change/reply-to-dose-change.use-case.js';
import { RequestDoseChange } from '../dose-change/request-dose-change.use-case.js';
import { CertifyPlanOfCare } from '../paperwork/certify-plan-of-care.use-case.js';
import { DueController } from '../paperwork/due.controller.js';
import { DueQueries } from '../paperwork/due.queries.js';
import { Paperwork } from '../paperwork/paperwork.js';
import { PaperworkRepository } from '../paperwork/paperwork.repository.js';
import { PaperworkTimersController } from '../paperwork/paperwork-timers.controller.js';
import { TherapyConfig } from '../therapy.config.js';
import { CareTeamEventsController } from './care-team-events.controller.js';
import { CareTeamRepository } from './care-team.repository.js';
import { DischargeEpisode } from './discharge-episode.use-case.js';
import { EngagementRepository } from './engagement.repository.js';
import { EpisodeActsController } from './episode-acts.controller.js';
import { EpisodeController } from './episode.controller.js';
import { EpisodeQueries } from './episode.queries.js';
import { EpisodeRecordQueries } from './episode-record.queries.js';
import { EpisodeRepository } from './episode.repository.js';
import { FollowPlanVersion } from './follow-plan-version.use-case.js';
import { PlanCopyRepository } from './plan-copy.repository.js';
import { PlanEventsController } from './plan-events.controller.js';
import { RecordVisit } from './record-visit.use-case.js';
import { ReportProgress } from './report-progress.use-case.js';
import { TreatingClinic } from './treating-clinic.js';
import { VisitMoments } from './visit-moments.js';

const episode = [
  EpisodeQueries,
  EpisodeRecordQueries,
  EpisodeRepository,
  EngagementRepository,
  PlanCopyRepository,
  CareTeamRepository,
  TreatingClinic,
  VisitMoments,
  FollowPlanVersion,
  RecordVisit,
  ReportProgress,
  DischargeEpisode,
];
const doseChange = [DoseChangeRepository, DoseChangeQueries, DoseChanges, RequestDoseChange, ReplyToDoseChange];
const paperwork = [PaperworkRepository, Paperwork, CertifyPlanOfCare, DueQueries];

/** An episode, what is asked about its dose and what is owed for it change together within one transaction: one module. */
@Module({
  controllers: [
    EpisodeController,
    EpisodeActsController,
    DoseChangeController,
    DueController,
    PlanEventsController,
    CareTeamEventsController,
    PaperworkTimersController,
  ],
  providers: [TherapyConfig, ...episode, ...doseChange, ...paperwork],
})
export class EpisodeModule {}
