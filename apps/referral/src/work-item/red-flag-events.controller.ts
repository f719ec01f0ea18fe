import { desksForReport } from '#clinical';
import { redFlagReported } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { DeskWork } from './desk-work.js';
import { ruleset } from '../ruleset.js';

/**
 * What was reported and stands in no version: no plan, one that has ended, or a symptom that only wants an appointment. With a version,
 * the version itself tells the desks.
 */
@Controller()
export class RedFlagEventsController {
  constructor(
    private readonly desks: DeskWork,
    private readonly directory: DirectoryRepository,
    private readonly plans: PlanCopyRepository,
  ) {}

  @OnEvent(redFlagReported)
  async onReported(@Payload() { data }: EventOf<typeof redFlagReported>, @Ctx() { tx }: EventContext): Promise<void> {
    if (data.version !== null || data.alreadyKnown) return;
    const { patientId, kinds, urgency } = data;
    // Work without a plan hangs on the patient.
    const planId = data.planId ?? patientId;
    const planVersion = data.planId === null ? 0 : await this.plans.newestVersion(tx, data.planId);
    // Dues count from the report, however long the news was on its way.
    const at = new Date(data.reportedAt);
    const calendar = await this.directory.clinicCalendar(tx);
    const asks = desksForReport({ kinds, urgency, at, calendar, ruleset }).flatMap(({ desk, asks }) =>
      asks.map((ask) => ({ desk, ask: { ...ask, sinceVersion: planVersion } })),
    );
    await this.desks.open(tx, { planId, patientId, planVersion, now: at }, asks);
  }
}
