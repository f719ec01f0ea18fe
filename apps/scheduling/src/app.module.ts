import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { AppointmentController } from './appointment/appointment.controller.js';
import { AppointmentRow } from './appointment/appointment.entity.js';
import { AppointmentQueries } from './appointment/appointment.queries.js';
import { AppointmentRepository } from './appointment/appointment.repository.js';
import { FollowPlanAppointments } from './appointment/follow-plan-appointments.use-case.js';
import { MoveAppointment } from './appointment/move-appointment.use-case.js';
import { AuthorizationController } from './authorization/authorization.controller.js';
import { AuthorizationRow } from './authorization/authorization.entity.js';
import { AuthorizationQueries } from './authorization/authorization.queries.js';
import { AuthorizationRepository } from './authorization/authorization.repository.js';
import { FollowPlanAuthorizations } from './authorization/follow-plan-authorizations.use-case.js';
import { MoveAuthorization } from './authorization/move-authorization.use-case.js';
import { schedulingMigrations } from './migrations/index.js';
import { FollowedPlanRepository } from './plan/followed-plan.repository.js';
import { PlanEventsController } from './plan/plan-events.controller.js';

@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'scheduling',
      auditSubjects: { '/api/appointments': 'appointment', '/api/authorizations': 'payer_authorization' },
      entities: [AuthorizationRow, AppointmentRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...schedulingMigrations],
    }),
    MessagingModule.forRoot({ service: 'scheduling' }),
    TimersModule.forRoot({ service: 'scheduling' }),
  ],
  controllers: [AuthorizationController, AppointmentController, PlanEventsController],
  providers: [
    AuthorizationQueries,
    AuthorizationRepository,
    MoveAuthorization,
    FollowPlanAuthorizations,
    AppointmentQueries,
    AppointmentRepository,
    MoveAppointment,
    FollowPlanAppointments,
    FollowedPlanRepository,
  ],
})
export class AppModule {}
