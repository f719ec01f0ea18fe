import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { AccessController } from './access/access.controller.js';
import { AccessQueries } from './access/access.queries.js';
import { AccessLog } from './access/access-log.repository.js';
import { StandingQueries } from './access/standing.queries.js';
import { BehavioralHealthConfig } from './behavioral-health.config.js';
import { ConsentController } from './consent/consent.controller.js';
import { ConsentQueries } from './consent/consent.queries.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ExpiryTimersController } from './consent/expiry-timers.controller.js';
import { GiveConsent } from './consent/give-consent.use-case.js';
import { RevokeConsent } from './consent/revoke-consent.use-case.js';
import { PartnerCopies } from './directory/partner-copy.repository.js';
import { PartnerEventsController } from './directory/partner-events.controller.js';
import { CareTeamEventsController } from './episode/care-team-events.controller.js';
import { CareTeamRepository } from './episode/care-team.repository.js';
import { ClearanceReasons } from './episode/clearance-reason.queries.js';
import { CompleteEpisode } from './episode/complete-episode.use-case.js';
import { EngageEpisode } from './episode/engage-episode.use-case.js';
import { EpisodeController } from './episode/episode.controller.js';
import { EpisodeRow } from './episode/episode.entity.js';
import { EpisodeQueries } from './episode/episode.queries.js';
import { EpisodeRepository } from './episode/episode.repository.js';
import { FollowPlanVersion } from './episode/follow-plan-version.use-case.js';
import { PlanEventsController } from './episode/plan-events.controller.js';
import { StopEpisode } from './episode/stop-episode.use-case.js';
import { BreakGlass } from './glass/break-glass.use-case.js';
import { GlassController } from './glass/glass.controller.js';
import { GlassQueries } from './glass/glass.queries.js';
import { ReviewGlass } from './glass/review-glass.use-case.js';
import { behavioralHealthMigrations } from './migrations/index.js';
import { NoteController } from './note/note.controller.js';
import { NoteQueries } from './note/note.queries.js';
import { NoteRepository } from './note/note.repository.js';
import { WriteNote } from './note/write-note.use-case.js';
import { MakeRelease } from './release/make-release.use-case.js';
import { ReadRelease } from './release/read-release.use-case.js';
import { ReleaseContents } from './release/release-contents.js';
import { ReleaseGate } from './release/release-gate.js';
import { ReleaseRights } from './release/release-rights.js';
import { ReleaseController } from './release/release.controller.js';
import { ReleaseQueries } from './release/release.queries.js';
import { ReleaseRepository } from './release/release.repository.js';
import { RecordScreening } from './screening/record-screening.use-case.js';
import { ScreeningController } from './screening/screening.controller.js';
import { ScreeningQueries } from './screening/screening.queries.js';
import { ScreeningRepository } from './screening/screening.repository.js';
import { SealingKeysController } from './vault/sealing-keys.controller.js';
import { VaultCheck } from './vault/vault-check.js';
import { VaultKeys } from './vault/vault-keys.js';
import { Vault } from './vault/vault.js';

const vault = [{ provide: VaultKeys, useFactory: () => new VaultKeys() }, Vault, VaultCheck];
const access = [StandingQueries, AccessLog, AccessQueries];
const episode = [
  EpisodeQueries,
  EpisodeRepository,
  CareTeamRepository,
  FollowPlanVersion,
  EngageEpisode,
  CompleteEpisode,
  StopEpisode,
  ClearanceReasons,
];
const screening = [ScreeningRepository, ScreeningQueries, RecordScreening];
const note = [NoteRepository, NoteQueries, WriteNote];
const consent = [ConsentRepository, ConsentQueries, GiveConsent, RevokeConsent];
const release = [
  ReleaseRepository,
  ReleaseQueries,
  ReleaseContents,
  ReleaseRights,
  ReleaseGate,
  MakeRelease,
  ReadRelease,
];
const glass = [GlassQueries, BreakGlass, ReviewGlass];

/** The composition root: the only file that lists every feature. */
@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'behavioral-health',
      auditSubjects: { '/api/behavioral-health/episodes': 'episode' },
      entities: [EpisodeRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...behavioralHealthMigrations],
    }),
    MessagingModule.forRoot({ service: 'behavioral-health' }),
    TimersModule.forRoot({ service: 'behavioral-health' }),
  ],
  controllers: [
    EpisodeController,
    PlanEventsController,
    CareTeamEventsController,
    PartnerEventsController,
    ScreeningController,
    NoteController,
    ConsentController,
    ExpiryTimersController,
    ReleaseController,
    GlassController,
    AccessController,
    SealingKeysController,
  ],
  providers: [
    BehavioralHealthConfig,
    PartnerCopies,
    ...vault,
    ...access,
    ...episode,
    ...screening,
    ...note,
    ...consent,
    ...release,
    ...glass,
  ],
})
export class AppModule {}
