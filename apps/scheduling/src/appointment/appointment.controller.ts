import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  appointment,
  appointmentMove,
  appointmentQuery,
  appointmentRequest,
  appointmentRequestQuery,
  bookAppointment,
  id,
  page,
  type Appointment,
  type AppointmentMove,
  type AppointmentQuery,
  type AppointmentRequest,
  type AppointmentRequestQuery,
  type BookAppointment as Booking,
  type Page,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { appointmentCalendar } from '../calendar/appointment-calendar.js';
import { RequestQueries } from '../request/request.queries.js';
import { AppointmentQueries } from './appointment.queries.js';
import { appointmentEvents, type AppointmentEvent } from './appointment.states.js';
import { BookAppointment } from './book-appointment.use-case.js';
import { MoveAppointment } from './move-appointment.use-case.js';

@Controller('api/appointments')
export class AppointmentController {
  constructor(
    private readonly transactions: Transactions,
    private readonly appointments: AppointmentQueries,
    private readonly requests: RequestQueries,
    private readonly bookAppointment: BookAppointment,
    private readonly moveAppointment: MoveAppointment,
  ) {}

  @Get()
  @Roles('coordinator', 'physician', 'partner')
  @Answers(page(appointment))
  list(
    @Query({ schema: appointmentQuery }) query: AppointmentQuery,
    @CurrentUser() user: User,
  ): Promise<Page<Appointment>> {
    return this.appointments.list(user, query);
  }

  /** What waits to be booked, with its window. */
  @Get('requests')
  @Roles('coordinator', 'physician', 'partner')
  @Answers(page(appointmentRequest))
  listRequests(
    @Query({ schema: appointmentRequestQuery }) query: AppointmentRequestQuery,
    @CurrentUser() user: User,
  ): Promise<Page<AppointmentRequest>> {
    return this.requests.list(user, query);
  }

  /** Invitation, update or cancellation for the patient's calendar, without a clinical word. */
  @Get(':id.ics')
  @Roles('coordinator', 'physician', 'partner')
  @ApiProduces('text/calendar')
  @Answers(z.string(), { description: 'iCalendar (RFC 5545).' })
  async calendar(
    @Param('id', { schema: id }) appointmentId: string,
    @CurrentUser() user: User,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const entry = await this.appointments.calendarEntry(user, appointmentId);
    reply.header('content-type', 'text/calendar; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="appointment.ics"');
    return appointmentCalendar(entry);
  }

  @Get(':id')
  @Roles('coordinator', 'physician', 'partner')
  @Answers(appointment)
  get(@Param('id', { schema: id }) appointmentId: string, @CurrentUser() user: User): Promise<Appointment> {
    return this.appointments.get(user, appointmentId);
  }

  @Post()
  @Roles('coordinator', 'partner')
  @Answers(appointment, { status: 201 })
  book(
    @Body({ schema: bookAppointment }) booking: Booking,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Appointment> {
    return this.transactions.once(request, async (tx) => {
      const appointmentId = await this.bookAppointment.execute(tx, booking, user);
      return this.appointments.get(user, appointmentId, tx);
    });
  }

  @Post(':id/:event')
  @Roles('coordinator', 'partner')
  @Answers(appointment, { status: 200 })
  move(
    @Param('id', { schema: id }) appointmentId: string,
    @Param('event', { schema: z.enum(appointmentEvents) }) event: AppointmentEvent,
    @Body({ schema: appointmentMove.prefault({}) }) facts: AppointmentMove,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Appointment> {
    return this.transactions.once(request, async (tx) => {
      await this.moveAppointment.execute(tx, { appointmentId, event, facts, user });
      return this.appointments.get(user, appointmentId, tx);
    });
  }
}
