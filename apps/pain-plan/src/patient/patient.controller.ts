import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  historyPacket,
  historyPacketAnswer,
  id,
  page,
  pageQuery,
  patient,
  patientQuery,
  registerPatient,
  timelineEntry,
  type HistoryPacket,
  type HistoryPacketAnswer,
  type Page,
  type Patient,
  type PatientQuery,
  type RegisterPatient as Registration,
  type TimelineEntry,
} from '#contracts';
import {
  Answers,
  CurrentUser,
  Idempotency,
  Roles,
  Transactions,
  toActor,
  type IdempotentRequest,
  type User,
} from '#platform';
import { TimelineQueries } from '../timeline/timeline.queries.js';
import { PatientQueries } from './patient.queries.js';
import { RecordHistoryPacket } from './record-history-packet.use-case.js';
import { RegisterPatient } from './register-patient.use-case.js';

@Controller('api/patients')
@Roles('coordinator', 'physician')
export class PatientController {
  constructor(
    private readonly transactions: Transactions,
    private readonly patients: PatientQueries,
    private readonly timelines: TimelineQueries,
    private readonly registerPatient: RegisterPatient,
    private readonly recordHistoryPacket: RecordHistoryPacket,
  ) {}

  @Post()
  @Answers(patient, { status: 201 })
  register(
    @Body({ schema: registerPatient }) body: Registration,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Patient> {
    return this.transactions.once(request, (tx) => this.registerPatient.execute(tx, { ...body, by: toActor(user) }));
  }

  @Get()
  @Answers(page(patient))
  list(@Query({ schema: patientQuery }) query: PatientQuery): Promise<Page<Patient>> {
    return this.patients.list(query);
  }

  @Get(':id')
  @Answers(patient)
  get(@Param('id', { schema: id }) patientId: string): Promise<Patient> {
    return this.patients.get(patientId);
  }

  @Put(':id/history-packet')
  @Answers(historyPacketAnswer)
  putHistoryPacket(
    @Param('id', { schema: id }) patientId: string,
    @Body({ schema: historyPacket }) packet: HistoryPacket,
    @CurrentUser() user: User,
  ): Promise<HistoryPacketAnswer> {
    return this.transactions.run((tx) =>
      this.recordHistoryPacket.execute(tx, { patientId, packet, by: toActor(user) }),
    );
  }

  @Get(':id/history-packet')
  @Answers(historyPacketAnswer)
  getHistoryPacket(@Param('id', { schema: id }) patientId: string): Promise<HistoryPacketAnswer> {
    return this.patients.historyPacket(patientId);
  }

  @Get(':id/timeline')
  @Answers(page(timelineEntry))
  async timeline(
    @Param('id', { schema: id }) patientId: string,
    @Query({ schema: pageQuery }) query: { limit: number; cursor?: string },
    @CurrentUser() user: User,
  ): Promise<Page<TimelineEntry>> {
    await this.patients.get(patientId);
    return this.timelines.ofPatient(patientId, query, user);
  }
}
