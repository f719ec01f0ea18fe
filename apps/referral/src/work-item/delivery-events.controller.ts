import { deliveryFailed, handoffDelivered, releaseUndelivered } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { reachPartner, unreachable } from './clinic-asks.js';
import { DeskWork } from './desk-work.js';

/** A partner that cannot be reached is the coordinator's work the same day: once for each plan and partner, until something arrives. */
@Controller()
export class DeliveryEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  @OnEvent(deliveryFailed)
  async onFailed(@Payload() { data }: EventOf<typeof deliveryFailed>, @Ctx() { tx }: EventContext): Promise<void> {
    const seen = await this.handoffs.find(tx, data.handoffId);
    if (!seen) return;
    await this.plans.lock(tx, seen.planId);
    const handoff = await this.handoffs.find(tx, data.handoffId);
    // Answered or replaced meanwhile: the partner knows, or is told by what came after. What is said about it later it must still hear.
    const isMoot = handoff?.status !== 'open' && (data.kind ?? 'handoff') === 'handoff';
    if (!handoff || isMoot) return;
    const { planId, patientId, throughVersion: planVersion } = handoff;
    const { partnerId, channel } = data;
    const partnerName = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const at = { planVersion, now: this.clock.now(), calendar: await this.directory.clinicCalendar(tx) };
    const ask = unreachable({ ...at, partnerId, partnerName, channel });
    await this.desks.open(tx, { planId, patientId, planVersion, now: at.now }, [{ desk: 'coordinator', ask }]);
  }

  @OnEvent(handoffDelivered)
  async onDelivered(@Payload() { data }: EventOf<typeof handoffDelivered>, @Ctx() { tx }: EventContext): Promise<void> {
    // That something stands in an inbox proves nothing about a channel that does not work.
    const handoff = data.channel === 'inbox' ? null : await this.handoffs.find(tx, data.handoffId);
    if (!handoff) return;
    await this.plans.lock(tx, handoff.planId);
    const about = { planId: handoff.planId, itemId: data.partnerId, ruleIds: reachPartner };
    await this.desks.closeAboutItem(tx, { ...about, outcome: 'done', now: this.clock.now() });
  }

  /** It has no plan: the work hangs on the patient. What may be read there nobody is told. */
  @OnEvent(releaseUndelivered)
  async onReleaseUndelivered(
    @Payload() { data }: EventOf<typeof releaseUndelivered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, partnerId, channel } = data;
    const partnerName = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const at = { planVersion: 0, now: this.clock.now(), calendar: await this.directory.clinicCalendar(tx) };
    const ask = unreachable({ ...at, partnerId, partnerName, channel });
    const moment = { planId: patientId, patientId, planVersion: 0, now: at.now };
    await this.desks.open(tx, moment, [{ desk: 'coordinator', ask }]);
  }
}
