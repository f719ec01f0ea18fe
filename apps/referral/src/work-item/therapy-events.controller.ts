import {
  type Ask,
  type DeskRole,
  therapyDoseChangeAnswered,
  therapyDoseChangeRequested,
  therapyPaperworkOverdue,
  therapyPaperworkSettled,
  therapyProgressReported,
  therapyVisitFlagged,
} from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { DeskWork } from './desk-work.js';
import {
  answerDoseChange,
  askForPaper,
  concernOf,
  doseChangeRule,
  paperOf,
  paperworkRule,
  phoneAboutVisit,
} from './therapy-asks.js';

/** News from therapy that opens or answers an item of a desk. */
@Controller()
export class TherapyEventsController {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  /** A flare or a question about the dose is answered by a new version, so a physician decides. */
  @OnEvent(therapyProgressReported)
  async onProgress(
    @Payload() { data }: EventOf<typeof therapyProgressReported>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const asked = concernOf(data);
    if (asked === null) return;
    const { planId, patientId, partnerId } = data;
    const planVersion = await this.plans.newestVersion(tx, planId);
    await this.desks.partnerRaisedConcern(tx, {
      ...asked,
      planId,
      patientId,
      partnerId,
      planVersion,
      now: this.clock.now(),
    });
  }

  @OnEvent(therapyDoseChangeRequested)
  onDoseChangeRequested(
    @Payload() { data }: EventOf<typeof therapyDoseChangeRequested>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.open(tx, 'physician', data, (at) => answerDoseChange(at, data));
  }

  @OnEvent(therapyDoseChangeAnswered)
  async onDoseChangeAnswered(
    @Payload() { data }: EventOf<typeof therapyDoseChangeAnswered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, rehabItemId: itemId, byVersion, reply } = data;
    const outcome = byVersion === null && reply === null ? 'no-longer-needed' : 'done';
    const now = this.clock.now();
    await this.desks.closeAboutItem(tx, { planId, itemId, ruleIds: [doseChangeRule], outcome, now });
  }

  @OnEvent(therapyVisitFlagged)
  onVisitFlagged(@Payload() { data }: EventOf<typeof therapyVisitFlagged>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open(tx, 'coordinator', data, (at) => phoneAboutVisit(at, data));
  }

  @OnEvent(therapyPaperworkOverdue)
  onPaperworkOverdue(
    @Payload() { data }: EventOf<typeof therapyPaperworkOverdue>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.open(tx, 'coordinator', data, (at) => askForPaper(at, data));
  }

  @OnEvent(therapyPaperworkSettled)
  async onPaperworkSettled(
    @Payload() { data }: EventOf<typeof therapyPaperworkSettled>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const about = { planId: data.planId, itemId: paperOf(data), ruleIds: [paperworkRule] };
    await this.desks.closeAboutItem(tx, { ...about, outcome: 'done', now: this.clock.now() });
  }

  private async open(
    tx: Transaction,
    desk: DeskRole,
    { planId, patientId, partnerId }: { planId: string; patientId: string; partnerId: string },
    ask: (at: Parameters<typeof answerDoseChange>[0]) => Ask | null,
  ): Promise<void> {
    const now = this.clock.now();
    const planVersion = await this.plans.newestVersion(tx, planId);
    const calendar = await this.directory.clinicCalendar(tx);
    const partnerName = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const asked = ask({ now, planVersion, calendar, partnerName });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk, ask: asked }]);
  }
}
