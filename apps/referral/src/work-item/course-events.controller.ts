import { followUpDue, targetPlateaued, targetWorsening } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { PlateauClocks } from '../escalation/plateau-timers.controller.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { evolvePlan, followUp, lookAtWorsening } from './clinic-asks.js';
import { DeskWork } from './desk-work.js';

/** News of the patient's course: a moment that the plan set has come, or a target does not do as hoped. */
@Controller()
export class CourseEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
    private readonly plateaus: PlateauClocks,
  ) {}

  @OnEvent(followUpDue)
  async onFollowUp(@Payload() { data }: EventOf<typeof followUpDue>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.desks.open(tx, { ...data, now: this.clock.now() }, [{ desk: data.desk, ask: followUp(data) }]);
  }

  @OnEvent(targetPlateaued)
  async onPlateau(@Payload() { data }: EventOf<typeof targetPlateaued>, @Ctx() { tx }: EventContext): Promise<void> {
    const at = { ...data, now: this.clock.now(), calendar: await this.directory.clinicCalendar(tx) };
    await this.desks.open(tx, at, [{ desk: 'physician', ask: evolvePlan(at) }]);
    await this.plateaus.start(tx, data, at);
  }

  @OnEvent(targetWorsening)
  async onWorsening(@Payload() { data }: EventOf<typeof targetWorsening>, @Ctx() { tx }: EventContext): Promise<void> {
    const at = { ...data, now: this.clock.now(), calendar: await this.directory.clinicCalendar(tx) };
    await this.desks.open(tx, at, [{ desk: 'physician', ask: lookAtWorsening(at) }]);
  }
}
