import { authorizationApproved, authorizationDenied, authorizationWithdrawn } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { DeskWork } from './desk-work.js';

/** The payer's permission is asked for: answered, denied or not needed any more. */
const submissions = ['AU-01', 'AU-04', 'AU-06'];

/** News from scheduling that opens or answers an item of a desk. */
@Controller()
export class DeskEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly desks: DeskWork,
  ) {}

  @OnEvent(authorizationApproved)
  async onApproved(
    @Payload() { data }: EventOf<typeof authorizationApproved>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.desks.closeAboutItem(tx, { ...data, ruleIds: submissions, outcome: 'done', now: this.clock.now() });
  }

  @OnEvent(authorizationDenied)
  async onDenied(@Payload() { data }: EventOf<typeof authorizationDenied>, @Ctx() { tx }: EventContext): Promise<void> {
    const now = this.clock.now();
    await this.desks.closeAboutItem(tx, { ...data, ruleIds: submissions, outcome: 'done', now });
    const { planId, patientId, itemId, payerReason } = data;
    const planVersion = await this.plans.newestVersion(tx, planId);
    await this.desks.authorizationDenied(tx, { planId, patientId, itemId, payerReason, planVersion, now });
  }

  @OnEvent(authorizationWithdrawn)
  async onWithdrawn(
    @Payload() { data }: EventOf<typeof authorizationWithdrawn>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const ruleIds = [...submissions, 'AU-02', 'AU-03'];
    await this.desks.closeAboutItem(tx, { ...data, ruleIds, outcome: 'no-longer-needed', now: this.clock.now() });
  }
}
