import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { Module } from '@nestjs/common';
import { AdviceRow } from './advice/advice.entity.js';
import { adviceControllers, adviceProviders } from './advice/advice.parts.js';
import { AlarmTimersController } from './escalation/alarm-timers.controller.js';
import { Alarms } from './escalation/alarms.js';
import { EscalationTimersController } from './escalation/escalation-timers.controller.js';
import { HandoffClocks } from './escalation/handoff-clocks.js';
import { ReferralClockwork } from './escalation/referral-clockwork.js';
import { ReferralTimersController } from './escalation/referral-timers.controller.js';
import { ServiceLevelController } from './escalation/service-level.controller.js';
import { ServiceLevelRepository } from './escalation/service-level.repository.js';
import { PlateauClocks, PlateauTimersController } from './escalation/plateau-timers.controller.js';
import { AcknowledgeHandoff } from './handoff/acknowledge-handoff.use-case.js';
import { AssignHandoff } from './handoff/assign-handoff.use-case.js';
import { ContestController } from './handoff/contest.controller.js';
import { ContestHandoff } from './handoff/contest-handoff.use-case.js';
import { DirectoryEventsController } from './handoff/directory-events.controller.js';
import { HandoffDeskController } from './handoff/handoff-desk.controller.js';
import { HandoffStanding } from './handoff/handoff-standing.js';
import { HandoffSteps } from './handoff/handoff-steps.js';
import { CloseMembership } from './handoff/close-membership.use-case.js';
import { HandoffController } from './handoff/handoff.controller.js';
import { Handoff } from './handoff/handoff.entity.js';
import { HandoffQueries } from './handoff/handoff.queries.js';
import { HandoffRepository } from './handoff/handoff.repository.js';
import { NoteHandoff } from './handoff/note-handoff.use-case.js';
import { OpenHandoff } from './handoff/open-handoff.use-case.js';
import { PlanAssessment } from './handoff/plan-assessment.js';
import { PlanEventsController } from './handoff/plan-events.controller.js';
import { ReplyOnPaperController } from './handoff/reply-on-paper.controller.js';
import { ReplyOnPaper } from './handoff/reply-on-paper.use-case.js';
import { ReplyToContest } from './handoff/reply-to-contest.use-case.js';
import { ReissueHandoffs } from './handoff/reissue-handoffs.use-case.js';
import { migrations } from './migrations/index.js';
import { DirectoryRepository } from './projection/directory.repository.js';
import { PartnerCopy } from './projection/partner-copy.entity.js';
import { PatientCopy } from './projection/patient-copy.entity.js';
import { PlanCopyRepository } from './projection/plan-copy.repository.js';
import { PlanVersionCopy } from './projection/plan-version-copy.entity.js';
import { RecordMember } from './projection/record-member.use-case.js';
import { RecordPlanVersion } from './projection/record-plan-version.use-case.js';
import { TeamCopyRepository } from './projection/team-copy.repository.js';
import { TeamMemberCopy } from './projection/team-member-copy.entity.js';
import { ReferralConfig } from './referral.config.js';
import { AlternativeQueries } from './referral/alternative.queries.js';
import { AppointmentCopies } from './referral/appointment-copies.js';
import { AppointmentNewsController } from './referral/appointment-news.controller.js';
import { FollowAppointments } from './referral/follow-appointments.use-case.js';
import { AskAgain } from './referral/ask-again.use-case.js';
import { EndReferral } from './referral/end-referral.use-case.js';
import { MoveReferral } from './referral/move-referral.use-case.js';
import { NewsEventsController } from './referral/news-events.controller.js';
import { NoticeOfError } from './referral/notice-of-error.js';
import { ReferralConsequences } from './referral/referral-consequences.js';
import { ReferralDesk } from './referral/referral-desk.js';
import { ReferralMoves } from './referral/referral-moves.js';
import { ReferralOpening } from './referral/referral-opening.js';
import { ReferralRecord } from './referral/referral-record.js';
import { ReferralStep } from './referral/referral-step.entity.js';
import { Reroute } from './referral/reroute.js';
import { TurnaroundQueries } from './referral/turnaround.queries.js';
import { ReferralController } from './referral/referral.controller.js';
import { Referral } from './referral/referral.entity.js';
import { ReferralQueries } from './referral/referral.queries.js';
import { ReferralRepository } from './referral/referral.repository.js';
import { RulesAgreement } from './rules/rules-agreement.js';
import { RulesOpsController } from './rules/rules-ops.controller.js';
import { statisticsControllers, statisticsProviders } from './statistics/statistics.parts.js';
import { BehavioralEventsController } from './work-item/behavioral-events.controller.js';
import { AuthorizationEventsController } from './work-item/authorization-events.controller.js';
import { BookingEventsController } from './work-item/booking-events.controller.js';
import { CourseEventsController } from './work-item/course-events.controller.js';
import { DeliveryEventsController } from './work-item/delivery-events.controller.js';
import { DeskWork } from './work-item/desk-work.js';
import { TherapyEventsController } from './work-item/therapy-events.controller.js';
import { DelegateWorkItem } from './work-item/delegate-work-item.use-case.js';
import { DeskHandOverController } from './work-item/desk-hand-over.controller.js';
import { PostponeWorkItem } from './work-item/postpone-work-item.use-case.js';
import { TakeWorkItem } from './work-item/take-work-item.use-case.js';
import { FinishWorkItem } from './work-item/finish-work-item.use-case.js';
import { RedFlagEventsController } from './work-item/red-flag-events.controller.js';
import { worklistControllers, worklistProviders } from './worklist/worklist.parts.js';
import { WorkItemController } from './work-item/work-item.controller.js';
import { WorkItem } from './work-item/work-item.entity.js';
import { WorkItemQueries } from './work-item/work-item.queries.js';
import { WorkItemRepository } from './work-item/work-item.repository.js';

const projection = [
  ReferralConfig,
  DirectoryRepository,
  PlanCopyRepository,
  TeamCopyRepository,
  RecordMember,
  RecordPlanVersion,
  RulesAgreement,
];
const handoff = [
  HandoffQueries,
  HandoffRepository,
  PlanAssessment,
  HandoffSteps,
  ReissueHandoffs,
  AcknowledgeHandoff,
  ReplyOnPaper,
  AssignHandoff,
  NoteHandoff,
  HandoffStanding,
  OpenHandoff,
  ContestHandoff,
  ReplyToContest,
  CloseMembership,
];
const workItem = [
  WorkItemQueries,
  WorkItemRepository,
  DeskWork,
  FinishWorkItem,
  TakeWorkItem,
  DelegateWorkItem,
  PostponeWorkItem,
];
const escalation = [HandoffClocks, Alarms, PlateauClocks, ReferralClockwork, ServiceLevelRepository];
const referral = [
  ReferralQueries,
  AlternativeQueries,
  TurnaroundQueries,
  ReferralRepository,
  ReferralRecord,
  ReferralDesk,
  ReferralConsequences,
  NoticeOfError,
  ReferralMoves,
  ReferralOpening,
  AppointmentCopies,
  FollowAppointments,
  Reroute,
  AskAgain,
  MoveReferral,
  EndReferral,
];

/** Handoffs, desks and referrals decide about one another within one transaction: one module. */
@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'referral',
      auditSubjects: {
        '/api/advice': 'advice',
        '/api/handoffs': 'handoff',
        '/api/referrals': 'referral',
        '/api/work-items': 'work_item',
      },
      entities: [
        PatientCopy,
        PartnerCopy,
        PlanVersionCopy,
        TeamMemberCopy,
        Handoff,
        WorkItem,
        Referral,
        ReferralStep,
        AdviceRow,
      ],
      migrations: [...messagingMigrations, ...timersMigrations, ...migrations],
    }),
    MessagingModule.forRoot({ service: 'referral' }),
    TimersModule.forRoot({ service: 'referral' }),
  ],
  controllers: [
    PlanEventsController,
    DirectoryEventsController,
    AuthorizationEventsController,
    BookingEventsController,
    CourseEventsController,
    TherapyEventsController,
    BehavioralEventsController,
    DeliveryEventsController,
    EscalationTimersController,
    AlarmTimersController,
    PlateauTimersController,
    ReferralTimersController,
    NewsEventsController,
    AppointmentNewsController,
    RedFlagEventsController,
    ...worklistControllers,
    ...statisticsControllers,
    ...adviceControllers,
    ContestController,
    HandoffController,
    ReplyOnPaperController,
    HandoffDeskController,
    WorkItemController,
    DeskHandOverController,
    ServiceLevelController,
    ReferralController,
    RulesOpsController,
  ],
  providers: [
    ...projection,
    ...handoff,
    ...worklistProviders,
    ...statisticsProviders,
    ...workItem,
    ...escalation,
    ...adviceProviders,
    ...referral,
  ],
})
export class AppModule {}
