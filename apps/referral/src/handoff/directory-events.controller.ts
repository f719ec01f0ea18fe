import { partnerRegistered, partnerUpdated, patientRegistered } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ReissueHandoffs } from './reissue-handoffs.use-case.js';

/**
 * Who there is. These topics are not ordered with the plans' topic: a version may arrive before the patient or partner it
 * names, and is then worked off as soon as they are known.
 */
@Controller()
export class DirectoryEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: DirectoryRepository,
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly reissueHandoffs: ReissueHandoffs,
  ) {}

  @OnEvent(patientRegistered)
  async onPatientRegistered(
    @Payload() { data }: EventOf<typeof patientRegistered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.directory.savePatient(tx, data);
    await this.reissue(tx, await this.plans.plansOfPatient(tx, data.patientId));
  }

  @OnEvent(partnerRegistered)
  async onPartnerRegistered(
    @Payload() { data }: EventOf<typeof partnerRegistered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { isNew } = await this.directory.savePartner(tx, data.partner);
    if (isNew) await this.reissue(tx, await this.team.plansOfPartner(tx, data.partner.partnerId));
  }

  @OnEvent(partnerUpdated)
  async onPartnerUpdated(
    @Payload() { data }: EventOf<typeof partnerUpdated>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { isNew } = await this.directory.savePartner(tx, data.partner);
    if (isNew) await this.reissue(tx, await this.team.plansOfPartner(tx, data.partner.partnerId));
  }

  private async reissue(tx: Transaction, planIds: readonly string[]): Promise<void> {
    // All locks first, in one order: the outbox lock of a patient with two plans must not lie between two of them.
    for (const planId of planIds) await this.plans.lock(tx, planId);
    for (const planId of planIds) await this.reissueHandoffs.execute(tx, { planId, now: this.clock.now() });
  }
}
