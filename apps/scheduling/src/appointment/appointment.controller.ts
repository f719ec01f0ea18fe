import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  appointment,
  appointmentMove,
  appointmentQuery,
  id,
  page,
  type Appointment,
  type AppointmentMove,
  type AppointmentQuery,
  type Page,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { AppointmentQueries } from './appointment.queries.js';
import { appointmentEvents, type AppointmentEvent } from './appointment.states.js';
import { MoveAppointment } from './move-appointment.use-case.js';

@Controller('api/appointments')
export class AppointmentController {
  constructor(
    private readonly transactions: Transactions,
    private readonly appointments: AppointmentQueries,
    private readonly moveAppointment: MoveAppointment,
  ) {}

  @Get()
  @Roles('coordinator', 'physician')
  @Answers(page(appointment))
  list(
    @Query({ schema: appointmentQuery }) query: AppointmentQuery,
    @CurrentUser() user: User,
  ): Promise<Page<Appointment>> {
    return this.appointments.list(user, query);
  }

  @Get(':id')
  @Roles('coordinator', 'physician')
  @Answers(appointment)
  get(@Param('id', { schema: id }) appointmentId: string, @CurrentUser() user: User): Promise<Appointment> {
    return this.appointments.get(user, appointmentId);
  }

  @Post(':id/:event')
  @Roles('coordinator')
  @Answers(appointment, { status: 200 })
  move(
    @Param('id', { schema: id }) appointmentId: string,
    @Param('event', { schema: z.enum(appointmentEvents) }) event: AppointmentEvent,
    @Body({ schema: appointmentMove.prefault({}) }) { reason }: AppointmentMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Appointment> {
    return this.transactions.once(request, async (tx) => {
      await this.moveAppointment.execute(tx, { appointmentId, event, reason });
      return this.appointments.get(user, appointmentId, tx);
    });
  }
}
