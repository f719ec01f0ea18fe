import { behavioralReleaseWithheld } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { lookAtWithheld } from './clinic-asks.js';
import { DeskWork } from './desk-work.js';

/** Behavioral health held something back because it could not be said whether it may leave: a person has to look. */
@Controller()
export class BehavioralEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  @OnEvent(behavioralReleaseWithheld)
  async onWithheld(
    @Payload() { data }: EventOf<typeof behavioralReleaseWithheld>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, patientId, consentId } = data;
    const planVersion = await this.plans.newestVersion(tx, planId);
    const at = { planVersion, now: this.clock.now(), calendar: await this.directory.clinicCalendar(tx) };
    const ask = lookAtWithheld({ ...at, consentId });
    await this.desks.open(tx, { planId, patientId, ...at }, [{ desk: 'coordinator', ask }]);
  }
}
