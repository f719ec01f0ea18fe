import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { AfterBooking } from './appointment/after-booking.js';
import { AfterMove } from './appointment/after-move.js';
import { AppointmentController } from './appointment/appointment.controller.js';
import { AppointmentRow } from './appointment/appointment.entity.js';
import { AppointmentQueries } from './appointment/appointment.queries.js';
import { AppointmentRepository } from './appointment/appointment.repository.js';
import { BlockAppointments } from './appointment/block-appointments.use-case.js';
import { BookAppointment } from './appointment/book-appointment.use-case.js';
import { BookingRules } from './appointment/booking-rules.js';
import { BookingTarget } from './appointment/booking-target.js';
import { FollowPlanAppointments } from './appointment/follow-plan-appointments.use-case.js';
import { MoveAppointment } from './appointment/move-appointment.use-case.js';
import { NoShowClocks } from './appointment/no-show-clocks.js';
import { ReferralEventsController } from './appointment/referral-events.controller.js';
import { TakeOverTime } from './appointment/take-over-time.use-case.js';
import { NoShowTimersController } from './appointment/no-show-timers.controller.js';
import { AskPayer } from './authorization/ask-payer.use-case.js';
import { AuthorizationClocks } from './authorization/authorization-clocks.js';
import { AuthorizationTimersController } from './authorization/authorization-timers.controller.js';
import { AuthorizationController } from './authorization/authorization.controller.js';
import { AuthorizationRow } from './authorization/authorization.entity.js';
import { AuthorizationQueries } from './authorization/authorization.queries.js';
import { AuthorizationRepository } from './authorization/authorization.repository.js';
import { CountUnit } from './authorization/count-unit.use-case.js';
import { FollowPlanAuthorizations } from './authorization/follow-plan-authorizations.use-case.js';
import { MoveAuthorization } from './authorization/move-authorization.use-case.js';
import { schedulingMigrations } from './migrations/index.js';
import { FollowedPlanRepository } from './plan/followed-plan.repository.js';
import { PlanEventsController } from './plan/plan-events.controller.js';
import { FollowRequests } from './request/follow-requests.use-case.js';
import { RequestEventsController } from './request/request-events.controller.js';
import { RequestRow } from './request/request.entity.js';
import { RequestQueries } from './request/request.queries.js';
import { RequestRepository } from './request/request.repository.js';
import { SchedulingConfig } from './scheduling.config.js';
import { CareTeamRepository } from './site/care-team.repository.js';
import { DirectoryEventsController } from './site/directory-events.controller.js';
import { SiteRow } from './site/site.entity.js';
import { SiteRepository } from './site/site.repository.js';

const projection = [SchedulingConfig, FollowedPlanRepository, SiteRepository, CareTeamRepository];
const authorization = [
  AuthorizationQueries,
  AuthorizationRepository,
  AuthorizationClocks,
  MoveAuthorization,
  AskPayer,
  CountUnit,
  FollowPlanAuthorizations,
];
const request = [RequestQueries, RequestRepository, FollowRequests];
const appointment = [
  AppointmentQueries,
  AppointmentRepository,
  BookingTarget,
  BookingRules,
  BookAppointment,
  AfterBooking,
  MoveAppointment,
  AfterMove,
  NoShowClocks,
  BlockAppointments,
  FollowPlanAppointments,
  TakeOverTime,
];

/** Permissions, requests and times decide about one another within one transaction: one module. */
@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'scheduling',
      auditSubjects: { '/api/appointments': 'appointment', '/api/authorizations': 'payer_authorization' },
      entities: [AuthorizationRow, AppointmentRow, RequestRow, SiteRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...schedulingMigrations],
    }),
    MessagingModule.forRoot({ service: 'scheduling' }),
    TimersModule.forRoot({ service: 'scheduling' }),
  ],
  controllers: [
    AuthorizationController,
    AuthorizationTimersController,
    AppointmentController,
    NoShowTimersController,
    ReferralEventsController,
    RequestEventsController,
    DirectoryEventsController,
    PlanEventsController,
  ],
  providers: [...projection, ...authorization, ...request, ...appointment],
})
export class AppModule {}
