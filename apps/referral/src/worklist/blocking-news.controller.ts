import {
  authorizationApproved,
  authorizationDenied,
  authorizationExpiring,
  authorizationMoved,
  authorizationNeeded,
  authorizationWithdrawn,
  behavioralConsentChanged,
  historyPacketRecorded,
} from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import type { Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { FollowNews } from './follow-news.use-case.js';
import type { AuthorizationState } from './news-copy.repository.js';

/** News that holds handoffs up, or lets them go on: the payer, the patient's consent, the packet of the first visit. */
@Controller()
export class BlockingNewsController {
  constructor(private readonly followNews: FollowNews) {}

  @OnEvent(authorizationNeeded)
  onNeeded(@Payload() { data }: EventOf<typeof authorizationNeeded>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.payer(tx, data, 'waiting', data.neededAt);
  }

  @OnEvent(authorizationMoved)
  onMoved(@Payload() { data }: EventOf<typeof authorizationMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.payer(tx, data, 'waiting', data.movedAt);
  }

  @OnEvent(authorizationApproved)
  onApproved(@Payload() { data }: EventOf<typeof authorizationApproved>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.payer(tx, data, 'approved', data.approvedAt);
  }

  /** Denied is an answer: what follows is the clinic's move. */
  @OnEvent(authorizationDenied)
  onDenied(@Payload() { data }: EventOf<typeof authorizationDenied>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.payer(tx, data, 'denied', data.deniedAt);
  }

  @OnEvent(authorizationWithdrawn)
  onWithdrawn(@Payload() { data }: EventOf<typeof authorizationWithdrawn>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.payer(tx, data, 'withdrawn', data.withdrawnAt);
  }

  /** That it ends soon holds nothing up; that it has ended does. */
  @OnEvent(authorizationExpiring)
  async onExpiring(
    @Payload() { data }: EventOf<typeof authorizationExpiring>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    if (data.expired) await this.payer(tx, data, 'waiting', data.noticedAt);
  }

  @OnEvent(behavioralConsentChanged)
  onConsent(@Payload() { data }: EventOf<typeof behavioralConsentChanged>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followNews.consent(tx, { ...data, at: new Date(data.at) });
  }

  @OnEvent(historyPacketRecorded)
  onPacket(@Payload() { data }: EventOf<typeof historyPacketRecorded>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followNews.packet(tx, { ...data, at: new Date(data.recordedAt) });
  }

  private payer(
    tx: Transaction,
    data: { authorizationId: string; planId: string; patientId: string; itemId: string },
    state: AuthorizationState,
    at: string,
  ): Promise<void> {
    return this.followNews.payer(tx, { ...data, state, at: new Date(at) });
  }
}
