import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { appointmentRequestUnanswered, redFlagReported } from '#contracts';
import { OnEvent, Outbox, type EventContext, type EventOf } from '#messaging';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { FollowRequests, unansweredTimer } from './follow-requests.use-case.js';
import { RequestRepository } from './request.repository.js';

/** Something cannot wait: a time is wanted, and by three in the afternoon somebody must have found one. */
@Controller()
export class RequestEventsController {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly requests: RequestRepository,
    private readonly followRequests: FollowRequests,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(redFlagReported)
  async onReported(@Payload() { data }: EventOf<typeof redFlagReported>, @Ctx() { tx }: EventContext): Promise<void> {
    // With a version, the version itself asks.
    if (data.version !== null || data.alreadyKnown) return;
    await this.plans.lockPatient(tx, data.patientId);
    await this.followRequests.onReport(tx, data);
  }

  @OnTimer(unansweredTimer)
  async onUnanswered({ subject, planId, data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await this.plans.lockPatient(tx, subject);
    const request = await this.requests.find(tx, String(data['id']));
    if (request.state !== 'open') return;
    const planVersion = (await this.plans.find(tx, planId))?.version ?? 0;
    const { id: requestId, patientId, itemId, title: what, latest } = request;
    await this.outbox.append(
      tx,
      appointmentRequestUnanswered.of({
        subject: patientId,
        time: now,
        data: {
          ...{ requestId, planId, patientId, itemId, what, planVersion },
          latest: (latest ?? now).toISOString(),
          at: now.toISOString(),
        },
      }),
    );
  }
}
