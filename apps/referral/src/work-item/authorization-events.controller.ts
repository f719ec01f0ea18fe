import { nextOptionsFor } from '#clinical';
import { authorizationApproved, authorizationDenied, authorizationMoved, authorizationWithdrawn } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { appealDenial } from './booking-asks.js';
import { DeskWork } from './desk-work.js';

/** The payer's permission is asked for: answered, denied or not needed any more. */
const submissions = ['AU-01', 'AU-04', 'AU-06', 'AU-20'];

@Controller()
export class AuthorizationEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  @OnEvent(authorizationApproved)
  async onApproved(
    @Payload() { data }: EventOf<typeof authorizationApproved>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.desks.closeAboutItem(tx, { ...data, ruleIds: submissions, outcome: 'done', now: this.clock.now() });
  }

  /** PH-08: appeal until a day, or the pathway's next option. */
  @OnEvent(authorizationDenied)
  async onDenied(@Payload() { data }: EventOf<typeof authorizationDenied>, @Ctx() { tx }: EventContext): Promise<void> {
    const { planId, patientId } = data;
    const now = this.clock.now();
    await this.desks.closeAboutItem(tx, { ...data, ruleIds: submissions, outcome: 'done', now });
    const calendar = await this.directory.clinicCalendar(tx);
    const newest = (await this.plans.history(tx, planId))?.versions.at(-1);
    const options = newest ? nextOptionsFor(newest.document) : [];
    const planVersion = newest?.version ?? (await this.plans.newestVersion(tx, planId));
    const ask = appealDenial({ at: new Date(data.deniedAt), planVersion, calendar }, data, options);
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk: 'physician', ask }]);
  }

  /** The physician has decided to appeal. */
  @OnEvent(authorizationMoved)
  async onMoved(@Payload() { data }: EventOf<typeof authorizationMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    if (data.state !== 'appealed') return;
    await this.desks.closeAboutItem(tx, { ...data, ruleIds: ['PH-08'], outcome: 'done', now: this.clock.now() });
  }

  @OnEvent(authorizationWithdrawn)
  async onWithdrawn(
    @Payload() { data }: EventOf<typeof authorizationWithdrawn>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const ruleIds = [...submissions, 'AU-02', 'AU-03', 'PH-08'];
    await this.desks.closeAboutItem(tx, { ...data, ruleIds, outcome: 'no-longer-needed', now: this.clock.now() });
  }
}
