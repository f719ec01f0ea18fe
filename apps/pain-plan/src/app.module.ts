import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { AssignTeamMember } from './care-team/assign-team-member.use-case.js';
import { CareTeamController } from './care-team/care-team.controller.js';
import { CareTeamQueries } from './care-team/care-team.queries.js';
import { CareTeamRepository } from './care-team/care-team.repository.js';
import { FollowContest } from './care-team/follow-contest.use-case.js';
import { FollowHandoff } from './care-team/follow-handoff.use-case.js';
import { FollowReferral } from './care-team/follow-referral.use-case.js';
import { HandoffCopyRow } from './care-team/handoff-copy.entity.js';
import { HandoffCopyRepository } from './care-team/handoff-copy.repository.js';
import { HandoffEventsController } from './care-team/handoff-events.controller.js';
import { JoinAssignedPartner } from './care-team/join-assigned-partner.use-case.js';
import { Membership } from './care-team/membership.js';
import { RecordAcknowledgement } from './care-team/record-acknowledgement.use-case.js';
import { ReferralEventsController } from './care-team/referral-events.controller.js';
import { RemoveTeamMember } from './care-team/remove-team-member.use-case.js';
import { TeamMemberRow } from './care-team/team-member.entity.js';
import { TeamStatusQueries } from './care-team/team-status.queries.js';
import { painPlanMigrations } from './migrations/index.js';
import { PainPlanConfig } from './pain-plan.config.js';
import { PartnerCopyRow } from './partner/partner-copy.entity.js';
import { PartnerEventsController } from './partner/partner-events.controller.js';
import { PartnerQueries } from './partner/partner.queries.js';
import { PartnerRepository } from './partner/partner.repository.js';
import { PathwayController } from './pathway/pathway.controller.js';
import { PathwayQueries } from './pathway/pathway.queries.js';
import { HistoryPacketRow } from './patient/history-packet.entity.js';
import { PatientController } from './patient/patient.controller.js';
import { PatientRow } from './patient/patient.entity.js';
import { PatientQueries } from './patient/patient.queries.js';
import { PatientRepository } from './patient/patient.repository.js';
import { RecordHistoryPacket } from './patient/record-history-packet.use-case.js';
import { RegisterPatient } from './patient/register-patient.use-case.js';
import { AssessVersion } from './plan/assess-version.js';
import { CreatePlan } from './plan/create-plan.use-case.js';
import { FollowUpTimersController } from './follow-up/follow-up-timers.controller.js';
import { KeepFollowUps } from './follow-up/keep-follow-ups.use-case.js';
import { EnteredInErrorController } from './plan/entered-in-error.controller.js';
import { ImpactEventsController } from './plan/impact-events.controller.js';
import { PlanDraftRow } from './plan/plan-draft.entity.js';
import { PlanItemQueries } from './plan/plan-item.queries.js';
import { PlanVersionRow } from './plan/plan-version.entity.js';
import { PlanController } from './plan/plan.controller.js';
import { PlanRow } from './plan/plan.entity.js';
import { PlanQueries } from './plan/plan.queries.js';
import { PlanRepository } from './plan/plan.repository.js';
import { MarkEnteredInError } from './plan/mark-entered-in-error.use-case.js';
import { PreviewPlanVersion } from './plan/preview-plan-version.use-case.js';
import { PublishPlanVersion } from './plan/publish-plan-version.use-case.js';
import { PutVersionInForce } from './plan/put-version-in-force.js';
import { RecordClearance } from './plan/record-clearance.use-case.js';
import { RecordRouting } from './plan/record-routing.use-case.js';
import { SaveDraft } from './plan/save-draft.use-case.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewQueries } from './overview/overview.queries.js';
import { AnnounceStanding } from './target/announce-standing.js';
import { FollowTherapy } from './target/follow-therapy.use-case.js';
import { MeasurementRow } from './target/measurement.entity.js';
import { MeasurementRepository } from './target/measurement.repository.js';
import { Measurements } from './target/measurements.js';
import { RecordMeasurement } from './target/record-measurement.use-case.js';
import { RecordProgress } from './target/record-progress.use-case.js';
import { StandingQueries } from './target/standing.queries.js';
import { TargetController } from './target/target.controller.js';
import { TargetQueries } from './target/target.queries.js';
import { TherapyEventsController } from './target/therapy-events.controller.js';
import { WatchNoticeRepository } from './target/watch-notice.repository.js';
import { AdviceEventsController } from './timeline/advice-events.controller.js';
import { BehavioralEventsController } from './timeline/behavioral-events.controller.js';
import { AppointmentEventsController } from './timeline/appointment-events.controller.js';
import { BookingEventsController } from './timeline/booking-events.controller.js';
import { TellTimeline } from './timeline/tell-timeline.use-case.js';
import { TimelineEntryRow } from './timeline/timeline-entry.entity.js';
import { TimelineQueries } from './timeline/timeline.queries.js';
import { RulesController } from './rules/rules.controller.js';
import { RulesetArchive } from './rules/ruleset-archive.js';
import { TryRule } from './rules/try-rule.use-case.js';
import { TimelineRepository } from './timeline/timeline.repository.js';
import { DeliveryEventsController } from './timeline/delivery-events.controller.js';
import { DeskEventsController } from './timeline/desk-events.controller.js';
import { HandoffTalkEventsController } from './timeline/handoff-talk-events.controller.js';
import { TherapyLoopEventsController } from './timeline/therapy-loop-events.controller.js';
import { WorkEventsController } from './timeline/work-events.controller.js';
import { ClearRedFlag } from './triage/clear-red-flag.use-case.js';
import { RaiseSafety } from './triage/raise-safety.use-case.js';
import { ReportRedFlags } from './triage/report-red-flags.use-case.js';
import { TriageController } from './triage/triage.controller.js';
import { TriageQueries } from './triage/triage.queries.js';

const entities = [
  PatientRow,
  HistoryPacketRow,
  PlanRow,
  PlanVersionRow,
  PlanDraftRow,
  TeamMemberRow,
  HandoffCopyRow,
  PartnerCopyRow,
  MeasurementRow,
  TimelineEntryRow,
];

const patient = [PatientRepository, PatientQueries, RegisterPatient, RecordHistoryPacket];
const plan = [
  PlanRepository,
  PlanQueries,
  PlanItemQueries,
  AssessVersion,
  PutVersionInForce,
  MarkEnteredInError,
  RulesetArchive,
  TryRule,
  KeepFollowUps,
  CreatePlan,
  PublishPlanVersion,
  PreviewPlanVersion,
  SaveDraft,
  RecordRouting,
  RecordClearance,
];
const careTeam = [
  CareTeamRepository,
  CareTeamQueries,
  HandoffCopyRepository,
  TeamStatusQueries,
  Membership,
  AssignTeamMember,
  RemoveTeamMember,
  JoinAssignedPartner,
  RecordAcknowledgement,
  FollowHandoff,
  FollowContest,
  FollowReferral,
];
const target = [
  StandingQueries,
  WatchNoticeRepository,
  AnnounceStanding,
  TargetQueries,
  MeasurementRepository,
  Measurements,
  RecordMeasurement,
  RecordProgress,
  FollowTherapy,
];
const triage = [TriageQueries, ReportRedFlags, RaiseSafety, ClearRedFlag];
const timeline = [TimelineRepository, TimelineQueries, TellTimeline];

/** The composition root: the only file that lists every feature. */
@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'pain-plan',
      auditSubjects: { '/api/plans': 'plan' },
      entities,
      migrations: [...messagingMigrations, ...timersMigrations, ...painPlanMigrations],
    }),
    MessagingModule.forRoot({ service: 'pain-plan' }),
    TimersModule.forRoot({ service: 'pain-plan' }),
  ],
  controllers: [
    PatientController,
    OverviewController,
    PlanController,
    EnteredInErrorController,
    ImpactEventsController,
    CareTeamController,
    TargetController,
    PathwayController,
    RulesController,
    TriageController,
    FollowUpTimersController,
    PartnerEventsController,
    HandoffEventsController,
    ReferralEventsController,
    TherapyEventsController,
    AppointmentEventsController,
    BookingEventsController,
    WorkEventsController,
    BehavioralEventsController,
    DeskEventsController,
    HandoffTalkEventsController,
    AdviceEventsController,
    DeliveryEventsController,
    TherapyLoopEventsController,
  ],
  providers: [
    { provide: PainPlanConfig, useFactory: () => new PainPlanConfig() },
    PartnerRepository,
    PartnerQueries,
    ...patient,
    ...plan,
    ...careTeam,
    ...target,
    PathwayQueries,
    OverviewQueries,
    ...triage,
    ...timeline,
  ],
})
export class AppModule {}
